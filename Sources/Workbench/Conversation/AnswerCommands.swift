import ScreenKit
import Words

/// The answer: stopping it, waiting for it, looking at it; and the sessions that it belongs to.
extension Command {
    static let ofAnswer = [
        back, interrupt, waitOn, toggleReasoning, toggleSource, nextChoice, newSession, library,
    ]

    package static let back = Command(
        "go.back", .stepBack, keys: ["<esc>"],
        .stepBackHelp
    ) { $0.back() }

    package static let interrupt = Command(
        "answer.interrupt", .interrupt, keys: ["<c-c>"],
        .interruptHelp
    ) { $0.interrupt() }

    package static let waitOn = Command(
        "answer.wait", .waitOn, keys: ["<a-w>"],
        .waitOnHelp
    ) { $0.waitOn() }

    package static let toggleReasoning = Command(
        "answer.reasoning", .toggleThinking, keys: ["<a-t>"]
    ) { $0.current.transcript.toggleReasoning() }

    package static let toggleSource = Command(
        "answer.source", .toggleSource, .conversation, keys: ["m"], .toggleSourceHelp
    ) { $0.screen.conversation.showsSource.toggle() }

    package static let nextChoice = Command(
        "answer.choice", .nextChoice, keys: ["<a-o>"], .nextChoiceHelp
    ) { $0.showNextChoice() }

    package static let newSession = Command(
        "session.new", .newSession, keys: ["<c-n>"]
    ) { $0.newSession() }

    package static let library = Command(
        "session.library", .sessions, keys: ["<c-o>"], .sessionsHelp
    ) { $0.openSessions() }
}

extension State {
    /// Esc: one thing at a time, the nearest first.
    fileprivate mutating func back() -> [Effect] {
        if letGoOfSelection() { return [] }
        if giveUpRevision() { return [] }
        let isReading = screen.focus == .conversation || !isRunning
        if isReading, letGoOfTurn() { return [] }
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
        screen.notice = Notice(.nothingRuns(quitWith: keyLabel(of: .quit)))
        return []
    }
}
