import ChatCompletions
import Conversations
import ScreenKit
import Words

/// What the library holds.
struct SessionChoices: Choices {
    let sessions: [SessionSummary]
    let zone: LocalTime
    let language: Language

    var title: Phrase { .sessions }
    var emptyText: Phrase { .noSessions }
    var count: Int { sessions.count }

    subscript(row: Int) -> PickerRow {
        let session = sessions[row]
        let turns = Phrase.turns(session.turnCount).text(in: language)
        let source = session.source == .workbench ? nil : session.source.rawValue
        let details = [session.updated.minute(in: zone), turns, source, session.id.rawValue]
        return PickerRow(
            title: session.title.isEmpty ? Phrase.untitled.text(in: language) : session.title,
            detail: details.compactMap(\.self).joined(separator: " · "))
    }

    func take(_ row: Int, in state: inout State) -> [Effect] {
        state.leaveRunning() ?? [.open(sessions[row].id)]
    }
}

extension State {
    mutating func openSessions() -> [Effect] {
        open(Picker(sessionChoices([]), around.widths, isLoading: true))
        return [.listSessions]
    }

    mutating func show(_ sessions: [SessionSummary]) {
        let choices = sessionChoices(sessions)
        change(Picker.self) { if $0.choices is SessionChoices { $0.fill(choices) } }
    }

    private func sessionChoices(_ sessions: [SessionSummary]) -> SessionChoices {
        SessionChoices(sessions: sessions, zone: around.localTime, language: around.language)
    }

    /// The library could not be read: that is not the same as an empty one.
    mutating func show(unread problem: Phrase) {
        change(Picker.self) { if $0.choices is SessionChoices { $0.fail(problem) } }
    }
}
