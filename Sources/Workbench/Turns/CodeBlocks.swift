import ChatCompletions
import Conversations
import Words

/// The fenced code of a text, as it is written there.
struct CodeBlock: Sendable, Hashable {
    var language: String
    var text: String

    /// A fence is three or more of the same sign, and ends with as many; one that is open at the end
    /// of the text ends there (CommonMark 0.31.2, 4.5).
    static func all(in text: String) -> [CodeBlock] {
        var blocks: [CodeBlock] = []
        var open: (fence: Fence, lines: [Substring])?
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.endsLine) {
            let fence = Fence(line)
            guard let block = open else {
                if let fence, fence.opens { open = (fence, []) }
                continue
            }
            if let fence, fence.closes(block.fence) {
                blocks.append(CodeBlock(block.fence, block.lines))
                open = nil
            } else {
                open?.lines.append(line.droppingSpaces(block.fence.indent))
            }
        }
        return blocks + (open.map { [CodeBlock($0.fence, $0.lines)] } ?? [])
    }

    private init(_ fence: Fence, _ lines: [Substring]) {
        language = fence.info.split(separator: " ").first.map(String.init) ?? ""
        text = lines.joined(separator: "\n")
    }
}

private struct Fence {
    let indent: Int
    let sign: Character
    let length: Int
    let info: String

    init?(_ line: Substring) {
        let rest = line.drop { $0 == " " }
        indent = line.count - rest.count
        guard indent < 4, let sign = rest.first, sign == "`" || sign == "~" else { return nil }
        self.sign = sign
        length = rest.prefix { $0 == sign }.count
        guard length >= 3 else { return nil }
        info = String(rest.dropFirst(length)).trimmingBlanks
    }

    var opens: Bool { sign == "~" || !info.contains("`") }

    func closes(_ other: Fence) -> Bool {
        sign == other.sign && length >= other.length && info.isEmpty
    }
}

extension Character {
    fileprivate var endsLine: Bool { self == "\n" || self == "\r\n" || self == "\r" }
}

extension Substring {
    fileprivate func droppingSpaces(_ most: Int) -> Substring {
        dropFirst(prefix(most).prefix { $0 == " " }.count)
    }
}

/// The code blocks of a text, to choose from.
private struct CodeBlockChoices: Choices {
    let blocks: [CodeBlock]
    var title: Phrase { .codeBlocks }
    var count: Int { blocks.count }

    subscript(row: Int) -> PickerRow {
        let line = blocks[row].text.split(whereSeparator: \.isNewline).first ?? ""
        return PickerRow(title: String(line.prefix(60)), detail: blocks[row].language)
    }

    func take(_ row: Int, in state: inout State) -> [Effect] { [.copy(blocks[row].text)] }
}

extension State {
    /// The one that there is; of several a list, the last one first.
    mutating func copyCode() -> [Effect] {
        let text = textOfSelectedTurn ?? lastAnswer ?? ""
        let blocks = CodeBlock.all(in: text)
        guard let last = blocks.last else {
            screen.notice = Notice(.noCode)
            return []
        }
        if blocks.count == 1 { return [.copy(last.text)] }
        open(Picker(CodeBlockChoices(blocks: blocks.reversed()), around.widths))
        return []
    }
}
