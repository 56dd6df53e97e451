import ChatCompletions
import Conversations
import ScreenKit
import Words

/// The code blocks of a text, to choose from.
private struct CodeBlockChoices: Choices {
    let blocks: [MarkdownCode]
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
        let blocks = MarkdownPage.code(in: markdownOfSelectedTurn)
        guard let last = blocks.last else {
            screen.notice = Notice(.noCode)
            return []
        }
        if blocks.count == 1 { return [.copy(last.text)] }
        open(Picker(CodeBlockChoices(blocks: blocks.reversed()), around.widths))
        return []
    }
}
