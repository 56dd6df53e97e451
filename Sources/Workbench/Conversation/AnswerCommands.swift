import ScreenKit

/// The answer: stopping it, waiting for it, looking at it; and the sessions that it belongs to.
extension Command {
    static let ofAnswer = [
        back, interrupt, waitOn, toggleReasoning, nextChoice, copy, newSession, library,
    ]

    package static let back = Command(
        "go.back", "One step back", keys: ["<esc>"],
        "Closes what is open, gives up an edit, stops the answer. Never quits."
    ) { $0.back() }

    package static let interrupt = Command(
        "answer.interrupt", "Stop what is running", keys: ["<c-c>"],
        "In every lane. When nothing runs, says how to quit."
    ) { $0.interrupt() }

    package static let waitOn = Command(
        "answer.wait", "Wait on, or for another try", keys: ["<a-w>"],
        "Gives what is running its time limits afresh. After a failure that may pass, sends the "
            + "prompt again as soon as the server wants it, five times at most. “One step back” takes that back."
    ) { $0.waitOn() }

    package static let toggleReasoning = Command(
        "answer.reasoning", "Show or fold the thinking", keys: ["<a-t>"]
    ) { $0.current.transcript.toggleReasoning() }

    package static let nextChoice = Command(
        "answer.choice", "Next choice of an answer", keys: ["<a-o>"], "When n is above 1."
    ) { $0.current.transcript.showNextChoice() }

    package static let copy = Command(
        "answer.copy", "Copy what the pane shows", .reading, keys: ["y"],
        "The answer, the tab of the traffic, the figures, the parameter's value. Sent to the terminal's clipboard with OSC 52; not every terminal takes it."
    ) { $0.copyWhatIsShown() }

    package static let newSession = Command(
        "session.new", "New session", keys: ["<c-n>"]
    ) { $0.newSession() }

    package static let library = Command(
        "session.library", "Sessions", keys: ["<c-o>"], "All saved sessions; enter opens one."
    ) { $0.openSessions() }
}

extension State {
    /// Esc: one thing at a time, the nearest first.
    fileprivate mutating func back() -> [Effect] {
        if screen.zoomed != nil { return then { $0.screen.zoomed = nil } }
        if current.isRunning { return stop(lane: screen.lane) }
        if isRunning { return stopAll() }
        if takeBackPromises() { return [] }
        if screen.traffic.unfolded != nil { return then { $0.screen.traffic.unfolded = nil } }
        if screen.notice != nil { return then { $0.screen.notice = nil } }
        return then { $0.focus(on: .composer) }
    }

    fileprivate mutating func interrupt() -> [Effect] {
        if isRunning { return stopAll() }
        if takeBackPromises() { return [] }
        screen.notice = Notice("Nothing is running. \(keyLabel(of: .quit)) quits.")
        return []
    }
}
