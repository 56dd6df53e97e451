import ChatCompletions
import ScreenKit

/// What each command does: a table of contents.
extension State {
    package mutating func perform(_ command: Command.ID) -> [Effect] {
        performPrompt(command) ?? performLane(command) ?? performPane(command)
            ?? performProgram(command) ?? []
    }

    private mutating func performPrompt(_ command: Command.ID) -> [Effect]? {
        switch command {
        case .send: return submit()
        case .newline: return then { $0.composer.buffer.insert("\n") }
        case .earlierPrompt: return then { $0.composer.earlier() }
        case .laterPrompt: return then { $0.composer.later() }
        case .runAgain: return runAgain()
        case .leaveOut: return leaveOut()
        case .takeIn: return takeIn()
        case .editSystem: return then { $0.openSystemPrompt() }
        case .back: return back()
        case .interrupt: return interrupt()
        case .waitOn: return waitOn()
        case .toggleReasoning: return then { $0.current.transcript.toggleReasoning() }
        case .nextChoice: return then { $0.current.transcript.showNextChoice() }
        case .copy: return copyWhatIsShown()
        case .newSession: return newSession()
        case .library: return openSessions()
        default: return nil
        }
    }

    private mutating func performLane(_ command: Command.ID) -> [Effect]? {
        switch command {
        case .chooseProvider: return then { $0.openProviders() }
        case .chooseModel: return openModels()
        case .addLane: return then { $0.addLane() }
        case .removeLane: return removeLane()
        case .adoptLane: return adoptLane()
        case .stopLane: return stop(lane: lane)
        case .zoomLane: return then { $0.zoomedLane.toggle() }
        case .nextLane: return then { $0.selectLane(by: 1) }
        case .previousLane: return then { $0.selectLane(by: -1) }
        default: return nil
        }
    }

    private mutating func performPane(_ command: Command.ID) -> [Effect]? {
        switch command {
        case .nextPane: return then { $0.focusPane(by: 1) }
        case .previousPane: return then { $0.focusPane(by: -1) }
        case .paneComposer: return then { $0.focus(on: .composer) }
        case .paneConversation: return then { $0.focus(on: .conversation) }
        case .paneParameters: return then { $0.focus(on: .parameters) }
        case .paneTraffic: return then { $0.focus(on: .traffic) }
        case .paneUsage: return then { $0.focus(on: .usage) }
        case .zoom: return then { $0.zoomed = $0.zoomed == nil ? $0.paneToZoom : nil }
        case .decrease: return then { $0.adjustParameter(by: -1, large: false) }
        case .increase: return then { $0.adjustParameter(by: 1, large: false) }
        case .decreaseMuch: return then { $0.adjustParameter(by: -1, large: true) }
        case .increaseMuch: return then { $0.adjustParameter(by: 1, large: true) }
        case .clearParameter: return then { $0.clearParameter() }
        case .editParameter: return then { $0.editParameter() }
        case .undoValue: return then { $0.undoValue() }
        case .redoValue: return then { $0.redoValue() }
        case .nextTab: return then { $0.traffic.turn(by: 1) }
        case .previousTab: return then { $0.traffic.turn(by: -1) }
        case .unfold: return then { $0.unfoldEvent() }
        case .preview: return then { $0.togglePreview() }
        default: return performMotion(command)
        }
    }

    private mutating func performMotion(_ command: Command.ID) -> [Effect]? {
        switch command {
        case .up: return then { $0.move(.lines(-1)) }
        case .down: return then { $0.move(.lines(1)) }
        case .halfUp: return then { $0.move(.halfPages(-1)) }
        case .halfDown: return then { $0.move(.halfPages(1)) }
        case .pageUp: return then { $0.move(.halfPages(-2)) }
        case .pageDown: return then { $0.move(.halfPages(2)) }
        case .top: return then { $0.move(.start) }
        case .bottom: return then { $0.move(.end) }
        default: return nil
        }
    }

    private mutating func performProgram(_ command: Command.ID) -> [Effect]? {
        switch command {
        case .palette: return then { $0.openPalette() }
        case .help: return then { $0.openHelp() }
        case .details: return then { $0.openDetails() }
        case .chooseTheme: return then { $0.openThemes() }
        case .suspend: return [.suspend]
        case .redraw: return [.redraw]
        case .quit: return askToQuit()
        default: return nil
        }
    }

    // MARK: Small ones

    /// Esc: one thing at a time, the nearest first.
    private mutating func back() -> [Effect] {
        if zoomed != nil { return then { $0.zoomed = nil } }
        if current.isRunning { return stop(lane: lane) }
        if isRunning { return stopAll() }
        if takeBackPromises() { return [] }
        if traffic.unfolded != nil { return then { $0.traffic.unfolded = nil } }
        if notice != nil { return then { $0.notice = nil } }
        return then { $0.focus(on: .composer) }
    }

    private mutating func interrupt() -> [Effect] {
        if isRunning { return stopAll() }
        if takeBackPromises() { return [] }
        notice = Notice("Nothing is running. \(keyLabel(of: .quit)) quits.")
        return []
    }

    /// Enter. A prompt that is not taken, while an answer arrives for example, keeps its line end
    /// for what comes at once after it.
    private mutating func submit() -> [Effect] {
        let effects = send()
        composer.refusedLineEnd = composer.buffer.isEmpty ? nil : now
        return effects
    }
}
