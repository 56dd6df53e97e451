import Conversations
import ScreenKit
import Words

/// The system prompts that are kept under names, for one of the things that can be done with them.
struct NamedPromptChoices: Choices {
    enum Purpose: Sendable {
        /// The current lane has it from now on.
        case use
        /// The current lane's is kept under a name: a new one that is typed, or in place of another.
        case keep
        case forget
    }

    let purpose: Purpose
    let prompts: [NamedPrompt]

    var title: Phrase {
        switch purpose {
        case .use: .useSystemPrompt
        case .keep: .nameOfSystemPrompt
        case .forget: .forgetSystemPrompt
        }
    }

    var emptyText: Phrase { purpose == .keep ? .typeAName : .noSystemPromptsKept }
    var count: Int { prompts.count }

    subscript(row: Int) -> PickerRow {
        let words = prompts[row].text.split(whereSeparator: \.isWhitespace).prefix(40)
        return PickerRow(title: prompts[row].name, detail: words.joined(separator: " "))
    }

    func take(_ row: Int, in state: inout State) -> [Effect] {
        switch purpose {
        case .use: state.use(prompts[row])
        case .keep: state.keepSystemPrompt(named: prompts[row].name)
        case .forget: state.forgetSystemPrompt(named: prompts[row].name)
        }
    }

    var takesTyped: Bool { purpose == .keep }
    func isCalled(_ name: String, _ row: Int) -> Bool { prompts[row].name == name }
    func take(typed name: String, in state: inout State) -> [Effect] {
        state.keepSystemPrompt(named: name)
    }
}

extension State {
    /// Others may have kept some since the start.
    mutating func openSystemPrompts(to purpose: NamedPromptChoices.Purpose) -> [Effect] {
        if purpose == .keep, current.system.isEmpty {
            screen.notice = Notice(.noSystemPromptHere(writtenWith: keyLabel(of: .editSystem)))
            return []
        }
        let choices = NamedPromptChoices(purpose: purpose, prompts: around.systemPrompts)
        open(Picker(choices, around.widths))
        return [.listSystemPrompts]
    }

    mutating func show(systemPrompts prompts: [NamedPrompt]) {
        guard prompts != around.systemPrompts else { return }
        around.systemPrompts = prompts
        guard let open = top(Picker.self)?.choices as? NamedPromptChoices else { return }
        change(Picker.self) { $0.fill(NamedPromptChoices(purpose: open.purpose, prompts: prompts)) }
    }

    fileprivate mutating func use(_ prompt: NamedPrompt) -> [Effect] {
        screen.notice = Notice(.systemPromptIsUsed(prompt.name))
        return use(system: prompt.text)
    }

    fileprivate mutating func keepSystemPrompt(named name: String) -> [Effect] {
        let prompt = NamedPrompt(name: name, text: current.system)
        around.systemPrompts.removeAll { $0.name == name }
        around.systemPrompts.append(prompt)
        around.systemPrompts.sort { $0.name < $1.name }
        screen.notice = Notice(.systemPromptIsKept(name))
        return [.keepSystemPrompt(prompt)]
    }

    fileprivate mutating func forgetSystemPrompt(named name: String) -> [Effect] {
        around.systemPrompts.removeAll { $0.name == name }
        screen.notice = Notice(.systemPromptIsForgotten(name))
        return [.forgetSystemPrompt(name)]
    }

    /// What a heading calls a lane's system prompt: its name, else how it begins.
    func nameOfSystemPrompt(ofLane place: Int) -> String? {
        let text = session.lanes[place].system
        guard !text.isEmpty else { return nil }
        if let named = around.systemPrompts.first(where: { $0.text == text }) { return named.name }
        return "“\(text.shortTitle)”"
    }
}
