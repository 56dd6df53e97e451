import ChatCompletions
import Conversations
import Words

/// Variables of prompts and system prompts: found while they are typed, given values in a form, which
/// the session keeps.
extension State {
    /// A text with the values that there are.
    func filled(_ text: String) -> String { Template(text).filled(with: session.variables) }

    /// A lane's system prompt as it is sent.
    func filledSystem(of lane: Lane) -> String {
        session.systemsAsWritten.contains(lane.system) ? lane.system : filled(lane.system)
    }

    /// The names in the prompt and in the lanes' system prompts, each once.
    private func names(in prompt: String?, lanes: some Sequence<Int>) -> [String] {
        let systems = lanes.map { session.lanes[$0].system }
            .filter { !session.systemsAsWritten.contains($0) }
        var seen: Set<String> = []
        return ([prompt].compactMap(\.self) + systems).flatMap { Template($0).names }
            .filter { seen.insert($0).inserted }
    }

    private func areGiven(_ names: [String]) -> Bool {
        names.allSatisfy { session.variables[$0] != nil }
    }

    // MARK: Asking for values

    /// Alt-k: all that there are.
    mutating func openVariables() {
        let names = names(in: screen.composer.text, lanes: session.lanes.indices)
        guard !names.isEmpty else { return screen.notice = Notice(.noVariables) }
        open(VariablesForm(names, session.variables, for: .setting, around.widths))
    }

    /// Whether a prompt has to wait for values: then the form is open, and its end sends.
    mutating func asksForVariables(of prompt: String) -> Bool {
        let names = names(in: prompt, lanes: session.lanes.indices)
        guard !areGiven(names) else { return false }
        open(VariablesForm(names, session.variables, for: .sending, around.widths))
        return true
    }

    /// Asks lanes anew, once their system prompts have all values.
    mutating func withVariables(
        ofLanes places: [Int], _ deed: @escaping Command.Deed
    ) -> [Effect] {
        let names = names(in: nil, lanes: places)
        guard !areGiven(names) else { return deed(&self) }
        open(VariablesForm(names, session.variables, for: .asking(places, deed), around.widths))
        return []
    }

    /// The form has closed.
    mutating func take(
        variables values: [String: String], for purpose: VariablesForm.Purpose,
        _ end: VariablesForm.End
    ) -> [Effect] {
        session.variables.merge(values) { $1 }
        let saving = saveSession()
        if end == .leaving { return saving }
        if end == .asWritten { leaveSystemsAsWritten() }
        switch purpose {
        case .setting: return end == .asWritten ? saving + send(asWritten: true) : saving
        case .sending: return saving + send(asWritten: end == .asWritten)
        case .asking(let places, let deed):
            return saving + withVariables(ofLanes: places, deed)
        }
    }

    /// Those that lack a value: what stands in their braces is none of ours.
    private mutating func leaveSystemsAsWritten() {
        for lane in session.lanes where !areGiven(Template(lane.system).names) {
            session.systemsAsWritten.insert(lane.system)
        }
    }

    // MARK: Saying and keeping them

    /// `topic = 熵 · reader ?`, over the prompt.
    var variablesFound: Phrase? {
        let names = screen.composer.variables.names
        guard !names.isEmpty else { return nil }
        let list = names.prefix(4).map { name in
            session.variables[name].map { "\(name) = \($0.beginning)" } ?? "\(name) ?"
        }
        let rest = names.count > list.count ? ["…"] : []
        return .variablesFound(
            (list + rest).joined(separator: " · "), setWith: keyLabel(of: .editVariables))
    }

    /// What no prompt that is kept was written with is not kept either: with a turn that is deleted
    /// goes what was filled into it.
    var variablesInUse: [String: String] {
        if session.variables.isEmpty { return [:] }
        let templates = session.tree.turns.lazy.filter { !$0.isDeleted }.compactMap(\.template)
        let texts = templates + session.lanes.map(\.system) + [screen.composer.text]
        let names = Set(texts.flatMap { Template($0).names })
        return session.variables.filter { names.contains($0.key) }
    }
}

extension Turn {
    /// A prompt as it was written: with the names of its variables.
    var written: String { template ?? message.content }
}

extension String {
    /// Its first words, where other values stand beside it; `…` where there is more of it.
    fileprivate var beginning: String {
        let title = shortTitle
        let lines = prefix(400).split(whereSeparator: \.isNewline)
        return lines.count > 1 && !title.hasSuffix("…") ? title + " …" : title
    }
}
