import ChatCompletions
import Conversations
import ScreenKit
import Words

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
            text += Phrase.branch(isActive: isActive, of: branches.count).here + "\n"
        }
        if !session.system.isEmpty { text += "\n\(Phrase.system.here)\n\(session.system)\n" }
        for turn in turns { text += "\n\(heading(turn))\n" + body(turn) }
        return text
    }

    /// All turns, one line each.
    var tree: String {
        let active = Set(branches.active.map(\.id))
        var text = head + Phrase.activeMark.here + "\n\n"
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
            session.id.rawValue, session.source.rawValue, Phrase.turns(session.turns.count).here,
            Phrase.begun(session.created.minute(in: .system)).here,
            Phrase.changed(session.updated.minute(in: .system)).here,
        ]
        let whom = [settings.provider, settings.baseURL, settings.model].compactMap(\.self)
        return [[session.title], facts, whom, parameters].filter { !$0.isEmpty }
            .map { $0.joined(separator: " · ") + "\n" }.joined()
    }

    private func heading(_ turn: Turn) -> String {
        let state = turn.state == .done ? nil : turn.state.word
        let notes = [state, turn.isLeftOut ? .leftOut : nil].compactMap(\.self)
        return Phrase.heading(turn.message.role.rawValue, notes).here
    }

    /// What was said, the calls that it asks for, what else is to be said of it, and whose it was.
    private func body(_ turn: Turn) -> String {
        let said = turn.message.role == .assistant ? turn.choice.shownText : turn.message.content
        let calls = turn.message.toolCalls.map { Phrase.calls($0) }
        let remarks = turn.remarks.map(\.sentence)
        let failure = turn.state == .failed ? turn.failure.map { [$0.sentence] } ?? [] : []
        let facts = [turn.model, turn.usage?.words.here].compactMap(\.self)
        let whose = facts.isEmpty ? [] : [facts.joined(separator: " · ")]
        let notes = ((calls + remarks + failure).map(\.here) + whose).map { "[\($0)]\n" }
        return (said.isEmpty ? "" : said + "\n") + notes.joined()
    }
}
