import ScreenKit

/// Moving between panes and within them.
extension State {
    package enum Motion: Sendable, Hashable {
        case lines(Int)
        case halfPages(Int)
        case start, end
    }

    mutating func focusPane(by delta: Int) {
        let panes = Pane.allCases
        let place = (focus.rawValue + delta + panes.count) % panes.count
        focus(on: panes[place])
    }

    mutating func focus(on pane: Pane) {
        focus = pane
        if pane != .composer && pane != .conversation { sidePane = pane }
        if zoomed != nil, pane != .composer { zoomed = pane }
    }

    var paneToZoom: Pane { focus == .composer ? .conversation : focus }

    mutating func move(_ motion: Motion) {
        switch focus {
        case .composer, .conversation: moveInConversation(motion)
        case .parameters: moveInParameters(motion)
        case .traffic: moveInTraffic(motion)
        case .usage: break
        }
    }

    private mutating func moveInConversation(_ motion: Motion) {
        let rows = Layout(self).lane(lane)?.transcript.rows ?? 1
        current.transcript.scroll.move(motion, lines: current.transcript.lineCount, rows: rows)
    }

    private mutating func moveInParameters(_ motion: Motion) {
        switch motion {
        case .lines(let delta): selectParameter(by: delta)
        case .halfPages(let delta): selectParameter(by: delta * 5)
        case .start: parameters.selected = 0
        case .end: selectParameter(by: .max / 2)
        }
    }
}

extension ScrollState {
    mutating func move(_ motion: State.Motion, lines: Int, rows: Int) {
        switch motion {
        case .lines(let delta): scroll(by: delta, count: lines, height: rows)
        case .halfPages(let delta):
            scroll(by: delta * max(1, rows / 2), count: lines, height: rows)
        case .start: scrollToStart()
        case .end: scroll(by: lines, count: lines, height: rows)
        }
    }
}
