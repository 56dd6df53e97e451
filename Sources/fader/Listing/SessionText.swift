import ChatCompletions
import Conversations
import ScreenKit

/// A session as `fader sessions show` prints it for people.
struct SessionText {
    let session: Session
    let branches: Branches

    init(_ session: Session) {
        self.session = session
        branches = Branches(session)
    }

    /// One branch with all that was said on it.
    func branch(_ turns: [Turn], isActive: Bool) -> String {
        var text = head
        if branches.count > 1 {
            let which = isActive ? "The active branch" : "A branch"
            text += "\(which), one of \(branches.count): --tree shows all, --branch TURN another.\n"
        }
        if !session.system.isEmpty { text += "\nsystem\n\(session.system)\n" }
        for turn in turns { text += "\n\(heading(turn))\n" + body(turn) }
        return text
    }

    /// All turns, one line each.
    var tree: String {
        let active = Set(branches.active.map(\.id))
        var text = head + "* is the active branch.\n\n"
        for (turn, depth) in branches.rows {
            let mark = active.contains(turn.id) ? "* " : "  "
            let line = mark + String(repeating: "  ", count: depth) + turn.id.rawValue
            let said = turn.message.content.split(whereSeparator: \.isWhitespace).prefix(40)
            let row = [line, heading(turn), turn.model ?? "", said.joined(separator: " ")]
            let whole = row.filter { !$0.isEmpty }.joined(separator: "  ")
            text += Width.truncate(whole, to: Paragraph.columns) + "\n"
        }
        return text
    }

    private var head: String {
        let settings = session.settings
        let parameters = settings.parameters.members.map { "\($0.name) \($0.value.text)" }
        let facts = [
            session.id.rawValue, session.source.rawValue, session.turns.count.of("turn"),
            "begun \(session.created.minute(in: .system))",
            "changed \(session.updated.minute(in: .system))",
        ]
        let whom = [settings.provider, settings.baseURL, settings.model].compactMap(\.self)
        return [[session.title], facts, whom, parameters].filter { !$0.isEmpty }
            .map { $0.joined(separator: " · ") + "\n" }.joined()
    }

    private func heading(_ turn: Turn) -> String {
        let state = turn.state == .done ? nil : turn.state.rawValue
        let notes = [state, turn.isLeftOut ? "left out" : nil].compactMap(\.self)
        let role = turn.message.role.rawValue
        return notes.isEmpty ? role : "\(role) (\(notes.joined(separator: ", ")))"
    }

    /// What was said, the calls that it asks for, what else is to be said of it, and whose it was.
    private func body(_ turn: Turn) -> String {
        let said = turn.message.role == .assistant ? turn.choice.shownText : turn.message.content
        let calls = turn.message.toolCalls.map { "the model calls \($0.written)" }
        let remarks = turn.remarks.map(\.sentence)
        let failure = turn.state == .failed ? turn.failure.map { [$0.sentence] } ?? [] : []
        let facts = [turn.model, turn.usage.map(tokens)].compactMap(\.self)
        let whose = facts.isEmpty ? [] : [facts.joined(separator: " · ")]
        let notes = (calls + remarks + failure + whose).map { "[\($0)]\n" }
        return (said.isEmpty ? "" : said + "\n") + notes.joined()
    }

    /// Every answer has a prompt; thinking and what was cached are told where there was some.
    private func tokens(_ usage: Usage) -> String {
        let figures = [
            ("prompt", usage.promptTokens), ("answer", usage.completionTokens),
            ("thinking", usage.reasoningTokens.flatMap { $0 > 0 ? $0 : nil }),
            ("cached", usage.cachedTokens.flatMap { $0 > 0 ? $0 : nil }),
        ]
        return figures.compactMap { name, count in count.map { "\(name) \($0)" } }
            .joined(separator: ", ") + " tokens"
    }
}
