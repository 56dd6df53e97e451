import ScreenKit
import Words

/// The prompts that were sent, this session's before the library's, the newest first.
struct PromptChoices: Choices {
    private let prompts: [String]

    init(_ sent: [String], _ kept: [String] = []) {
        var seen: Set<String> = []
        prompts = (sent.reversed() + kept).filter { seen.insert($0).inserted }
    }

    var title: Phrase { .earlierPrompts }
    var emptyText: Phrase { .noEarlierPrompts }
    /// The whole row.
    var mostTitleColumns: Int { 200 }
    var count: Int { prompts.count }

    /// A prompt of many lines stands in one, and is found by any of them.
    subscript(row: Int) -> PickerRow {
        PickerRow(title: prompts[row].split(whereSeparator: \.isNewline).joined(separator: " ↵ "))
    }

    /// In place of what is written, which undoing brings back.
    func take(_ row: Int, in state: inout State) -> [Effect] {
        state.screen.composer.buffer.replaceAll(with: prompts[row])
        state.focus(on: .composer)
        return []
    }
}

extension State {
    mutating func openPrompts() -> [Effect] {
        let sent = PromptChoices(screen.composer.history)
        open(Picker(sent, around.widths, isLoading: sent.count == 0))
        return [.listPrompts]
    }

    mutating func show(_ prompts: [String]) {
        guard top(Picker.self)?.choices is PromptChoices else { return }
        let choices = PromptChoices(screen.composer.history, prompts)
        change(Picker.self) { $0.fill(choices) }
    }
}
