/// A fenced block of code, as it is copied.
package struct MarkdownCode: Hashable, Sendable {
    package let language: String
    package let text: String
}

extension MarkdownPage {
    /// The fenced code of a text in its order. A fence that is open at the end of the text ends there.
    package static func code(in text: String) -> [MarkdownCode] {
        var page = MarkdownPage(width: 80, text)
        page.end()
        var blocks: [CodeWriter] = []
        var isFenced = false
        for leaf in page.markdown.leaves {
            switch leaf.kind {
            case .codeStart(let info, let fence):
                isFenced = fence
                if fence { blocks.append(CodeWriter(page.markdown, info)) }
            case .code(let line, let indent, _) where isFenced:
                blocks[blocks.count - 1].add(line, indent, of: page.markdown.source)
            default: break
            }
        }
        return blocks.map(\.code)
    }
}

/// Puts the lines of a block together.
private struct CodeWriter {
    private let language: String
    private var text: [UInt8] = []
    private var end: Int?

    init(_ markdown: Markdown, _ info: Range<Int>) {
        language = String(decoding: markdown.language(info), as: UTF8.self)
    }

    /// A long line comes in parts.
    mutating func add(_ line: Range<Int>, _ indent: Int, of source: [UInt8]) {
        if let end, end < line.lowerBound { text.append(0x0a) }
        text.append(contentsOf: repeatElement(0x20, count: indent))
        text.append(contentsOf: source[line])
        end = line.upperBound
    }

    var code: MarkdownCode {
        MarkdownCode(language: language, text: String(decoding: text, as: UTF8.self))
    }
}

extension Markdown {
    /// The first word behind a fence.
    func language(_ info: Range<Int>) -> ArraySlice<UInt8> {
        source[info].prefix { !BlockStart.isSpace($0) }
    }
}
