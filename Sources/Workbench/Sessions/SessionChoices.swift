import ChatCompletions
import Conversations
import ScreenKit

/// What the library holds.
struct SessionChoices: Choices {
    let sessions: [SessionSummary]
    let zone: LocalTime

    var title: String { "Sessions" }
    var emptyText: String { "No session has been saved yet." }
    var count: Int { sessions.count }

    subscript(row: Int) -> PickerRow {
        let session = sessions[row]
        let turns = session.turnCount == 1 ? "1 turn" : "\(session.turnCount) turns"
        let source = session.source == .workbench ? nil : session.source.rawValue
        let details = [session.updated.minute(in: zone), turns, source, session.id.rawValue]
        return PickerRow(
            title: session.title.isEmpty ? "untitled" : session.title,
            detail: details.compactMap(\.self).joined(separator: " · "))
    }

    func take(_ row: Int, in state: inout State) -> [Effect] {
        state.leaveRunning() ?? [.open(sessions[row].id)]
    }
}

extension State {
    mutating func openSessions() -> [Effect] {
        open(
            Picker(
                SessionChoices(sessions: [], zone: around.localTime), around.widths, isLoading: true
            ))
        return [.listSessions]
    }

    mutating func show(_ sessions: [SessionSummary]) {
        let choices = SessionChoices(sessions: sessions, zone: around.localTime)
        change(Picker.self) { if $0.choices is SessionChoices { $0.fill(choices) } }
    }

    /// The library could not be read: that is not the same as an empty one.
    mutating func show(unread problem: String) {
        change(Picker.self) { if $0.choices is SessionChoices { $0.fail(problem) } }
    }
}
