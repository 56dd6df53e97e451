@testable import ScreenKit

/// What Markdown was read as, in the HTML in which CommonMark's examples say what they mean.
struct HTMLPrinter {
    private let markdown: Markdown
    private let source: [UInt8]
    private let knowsLaterDefinitions: Bool

    /// - Parameter knowsLaterDefinitions: as if where labels lead were known from the beginning on.
    static func html(_ text: String, knowsLaterDefinitions: Bool = false) -> String {
        var markdown = Markdown()
        markdown.append(text)
        markdown.end()
        return HTMLPrinter(
            markdown: markdown, source: markdown.source,
            knowsLaterDefinitions: knowsLaterDefinitions
        ).html
    }

    // MARK: Blocks

    private final class Block {
        enum Kind { case root, node(Int), leaf(Int) }
        let kind: Kind
        var children: [Block] = []
        var isLoose = false
        init(_ kind: Kind) { self.kind = kind }
    }

    private var html: String {
        let root = tree
        var html = ""
        print(root.children, isTight: false, to: &html)
        return html
    }

    /// The nodes with their leaves.
    private var tree: Block {
        let root = Block(.root)
        var open: [(node: Int, block: Block)] = []
        for place in markdown.leaves.indices {
            let leaf = markdown.leaves[place]
            let path = path(of: leaf.node)
            while open.count > path.count
                || open.last.map({ $0.node != path[open.count - 1] }) == true
            {
                open.removeLast()
            }
            if leaf.followsBlank { loosen(open) }
            for node in path.dropFirst(open.count) {
                let block = Block(.node(node))
                (open.last?.block ?? root).children.append(block)
                open.append((node, block))
            }
            if leaf.kind == .empty { continue }
            (open.last?.block ?? root).children.append(Block(.leaf(place)))
        }
        return root
    }

    /// Between two items or in one of them: a list is loose for it.
    private func loosen(_ open: [(node: Int, block: Block)]) {
        guard let last = open.last else { return }
        switch markdown.nodes[last.node].kind {
        case .list: last.block.isLoose = true
        case .item: open.dropLast().last?.block.isLoose = true
        case .quote: break
        }
    }

    private func path(of node: Int) -> [Int] {
        var (path, node) = ([Int](), node)
        while node >= 0 {
            path.insert(node, at: 0)
            node = markdown.nodes[node].parent
        }
        return path
    }

    private func print(_ blocks: [Block], isTight: Bool, to html: inout String) {
        var place = 0
        while place < blocks.count {
            switch blocks[place].kind {
            case .root: break
            case .node(let node): print(node, blocks[place], to: &html)
            case .leaf(let leaf):
                let count = leafRun(blocks[place...])
                print(
                    leaf, count, isTight: isTight, isLast: place + count == blocks.count, to: &html)
                place += count - 1
            }
            place += 1
        }
    }

    private func print(_ node: Int, _ block: Block, to html: inout String) {
        switch markdown.nodes[node].kind {
        case .quote:
            html += "<blockquote>\n"
            print(block.children, isTight: false, to: &html)
            html += "</blockquote>\n"
        case .list(let marker):
            let start = marker.start.map { $0 == 1 ? "" : " start=\"\($0)\"" }
            html += start.map { "<ol\($0)>\n" } ?? "<ul>\n"
            for item in block.children { printItem(item, isTight: !block.isLoose, to: &html) }
            html += start == nil ? "</ul>\n" : "</ol>\n"
        case .item: break
        }
    }

    private func printItem(_ item: Block, isTight: Bool, to html: inout String) {
        html += "<li>"
        if let first = item.children.first, !isTight || !isParagraph(first) { html += "\n" }
        print(item.children, isTight: isTight, to: &html)
        html += "</li>\n"
    }

    private func isParagraph(_ block: Block) -> Bool {
        guard case .leaf(let leaf) = block.kind else { return false }
        if case .paragraph = markdown.leaves[leaf].kind { return true }
        return false
    }

    /// Leaves that are one block: the lines of code, of HTML, the rows of a table.
    private func leafRun(_ blocks: ArraySlice<Block>) -> Int {
        let kinds = blocks.map { block -> MarkdownLeaf.Kind? in
            guard case .leaf(let leaf) = block.kind else { return nil }
            return markdown.leaves[leaf].kind
        }
        switch kinds.first {
        case .codeStart:
            return 1 + kinds.dropFirst().prefix { if case .code = $0 { true } else { false } }.count
        case .tableHead:
            return 1
                + kinds.dropFirst().prefix { if case .tableRow = $0 { true } else { false } }.count
        default: return 1
        }
    }

    private func print(
        _ leaf: Int, _ count: Int, isTight: Bool, isLast: Bool, to html: inout String
    ) {
        switch markdown.leaves[leaf].kind {
        case .paragraph(let lines):
            let text = inline(InlineSource(lines, of: source), at: lines.start)
            html += isTight ? text + (isLast ? "" : "\n") : "<p>\(text)</p>\n"
        case .heading(let level, let lines):
            html +=
                "<h\(level)>\(inline(InlineSource(lines, of: source), at: lines.start))</h\(level)>\n"
        case .rule: html += "<hr />\n"
        case .codeStart(let info, _):
            let word = resolved(info).split(separator: " ").first
            html +=
                "<pre><code" + (word.map { " class=\"language-\(escaped(String($0)))\"" } ?? "")
                + ">"
            for line in leaf + 1..<leaf + count { printCode(line, to: &html) }
            html += "</code></pre>\n"
        case .html(let line, let indent):
            html += String(repeating: " ", count: indent) + text(line) + "\n"
        case .tableHead: printTable(leaf, count, to: &html)
        case .definition, .empty, .code, .tableRow: break
        }
    }

    private func printCode(_ leaf: Int, to html: inout String) {
        guard case .code(let line, let indent, _) = markdown.leaves[leaf].kind else { return }
        html += String(repeating: " ", count: indent) + escaped(text(line)) + "\n"
    }

    private func printTable(_ leaf: Int, _ count: Int, to html: inout String) {
        html += "<table>\n<thead>\n"
        printRow(leaf, "th", to: &html)
        html += "</thead>\n"
        if count > 1 {
            html += "<tbody>\n"
            for row in leaf + 1..<leaf + count { printRow(row, "td", to: &html) }
            html += "</tbody>\n"
        }
        html += "</table>\n"
    }

    private func printRow(_ leaf: Int, _ tag: String, to html: inout String) {
        let (table, row): (Int, Range<Int>)
        switch markdown.leaves[leaf].kind {
        case .tableHead(let place, let range), .tableRow(let place, let range):
            (table, row) = (place, range)
        default: return
        }
        var cells = source.withUnsafeBufferPointer { TableRow.cells(of: row, in: $0) }
            .map { inline(InlineSource(cell: $0, of: source), at: row.lowerBound) }
        let columns = markdown.tables[table].columns
        cells += Array(repeating: "", count: max(0, columns.count - cells.count))
        html += "<tr>\n"
        for (cell, alignment) in zip(cells, columns) {
            let align = alignment == .none ? "" : " align=\"\(alignment)\""
            html += "<\(tag)\(align)>\(cell)</\(tag)>\n"
        }
        html += "</tr>\n"
    }

    // MARK: Text

    private func text(_ range: Range<Int>) -> String {
        String(decoding: source[range], as: UTF8.self)
    }

    private func resolved(_ range: Range<Int>) -> String {
        source.withUnsafeBufferPointer { Escapes.resolved(range, in: $0) }
    }

    private func inline(_ text: InlineSource, at place: Int) -> String {
        let tokens = text.bytes.withUnsafeBufferPointer {
            InlineParser.tokens(of: $0) {
                markdown.definitions.target(of: $0, at: knowsLaterDefinitions ? .max : place)
            }
        }
        var (html, images, alternative) = ("", 0, "")
        func add(_ tag: String, _ plain: String = "") {
            if images > 0 { alternative += plain } else { html += tag }
        }
        for token in tokens {
            switch token {
            case .text(let range):
                let plain = escaped(String(decoding: text.bytes[range], as: UTF8.self))
                add(plain, plain)
            case .replaced(_, let character): add(escaped(character), escaped(character))
            case .code(let range):
                let code = String(decoding: text.bytes[range], as: UTF8.self)
                let plain = escaped(code.replacing("\n", with: " "))
                add("<code>\(plain)</code>", plain)
            case .html(let range): add(String(decoding: text.bytes[range], as: UTF8.self))
            case .lineBreak(_, let isHard): add(isHard ? "<br />\n" : "\n", "\n")
            case .open(.emphasis): add("<em>")
            case .close(.emphasis): add("</em>")
            case .open(.strong): add("<strong>")
            case .close(.strong): add("</strong>")
            case .open(.strike): add("<del>")
            case .close(.strike): add("</del>")
            case .open(.link(let target)):
                add("<a href=\"\(encoded(target.address))\"\(title(of: target))>")
            case .close(.link): add("</a>")
            case .open(.image): images += 1
            case .close(.image(let target)):
                images -= 1
                guard images == 0 else { continue }
                html +=
                    "<img src=\"\(encoded(target.address))\" alt=\"\(alternative)\"\(title(of: target)) />"
                alternative = ""
            case .open(.address), .close(.address): break
            }
        }
        return html
    }

    private func title(of target: LinkTarget) -> String {
        target.title.map { " title=\"\(escaped($0))\"" } ?? ""
    }

    private func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    }

    /// As a browser wants an address.
    private func encoded(_ address: String) -> String {
        let plain = Set("-_.+!*'(),%#@?=;:/,+&$~".utf8)
        let digits = Array("0123456789ABCDEF")
        var encoded = ""
        for byte in address.utf8 {
            let isWord = (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte & 0xdf)
            if isWord || plain.contains(byte) {
                encoded += String(UnicodeScalar(byte))
            } else {
                encoded += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
            }
        }
        return encoded.replacing("&", with: "&amp;").replacing("'", with: "&#39;")
            .replacing("&#39;", with: "'")
    }
}
