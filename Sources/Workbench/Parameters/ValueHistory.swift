import ChatCompletions
import Conversations
import Words

/// What was changed of a lane's parameters, to be taken back and made again.
package struct ValueHistory: Sendable {
    struct Change: Sendable {
        var name: String
        /// `nil`: not sent.
        var before: JSONValue?
        var after: JSONValue?
    }

    private static let limit = 500
    private var done: [Change] = []
    private var undone: [Change] = []
    private var isGroupOpen = false

    package init() {}

    /// - Parameter goesOn: part of a movement, such as the dragging of a knob: one change in all.
    mutating func record(_ change: Change, goesOn: Bool) {
        guard change.before != change.after else { return }
        undone = []
        if goesOn, isGroupOpen, done.last?.name == change.name {
            done[done.count - 1].after = change.after
        } else {
            done.append(change)
            if done.count > Self.limit { done.removeFirst() }
        }
        isGroupOpen = goesOn
    }

    mutating func endGroup() { isGroupOpen = false }

    mutating func takeUndo() -> Change? {
        guard let change = done.popLast() else { return nil }
        undone.append(change)
        isGroupOpen = false
        return change
    }

    mutating func takeRedo() -> Change? {
        guard let change = undone.popLast() else { return nil }
        done.append(change)
        isGroupOpen = false
        return change
    }
}

/// Taking values back.
extension State {
    mutating func undoValue() {
        guard let change = current.values.takeUndo() else {
            screen.notice = Notice(.nothingChanged)
            return
        }
        bringBack(change.name, change.before)
    }

    mutating func redoValue() {
        guard let change = current.values.takeRedo() else {
            screen.notice = Notice(.nothingTakenBack)
            return
        }
        bringBack(change.name, change.after)
    }

    private mutating func bringBack(_ name: String, _ value: JSONValue?) {
        current.settings.parameters[name] = value
        let rows = parameterRows(of: current)
        let row = rows.firstIndex { $0.name == name }
        if let row { screen.parameters.selected = row }
        let shown = value.map { value in row.map { rows[$0].shown(value) } ?? value.text }
        screen.notice = Notice(.value(of: name, shown.map { Phrase(verbatim: $0) } ?? .unsent))
    }
}
