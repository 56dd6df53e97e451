import ScreenKit

/// Moving between panes and within them.
extension State {
    mutating func focusPane(by delta: Int) {
        let panes = Panes.all
        let place = panes.firstIndex { $0.id == screen.focus } ?? 0
        focus(on: panes[(place + delta + panes.count) % panes.count].id)
    }

    mutating func focus(on pane: PaneID) {
        screen.focus = pane
        if pane != .composer && pane != .conversation { screen.sidePane = pane }
        if screen.zoomed != nil, pane != .composer { screen.zoomed = pane }
    }

    mutating func toggleZoom() {
        let wanted = screen.focus == .composer ? PaneID.conversation : screen.focus
        screen.zoomed = screen.zoomed == nil ? wanted : nil
    }

    mutating func move(_ motion: Motion) {
        if !extendSelection(by: motion) { focused?.move(motion, in: &self) }
    }
}

extension ScrollState {
    mutating func move(_ motion: Motion, lines: Int, rows: Int) {
        switch motion {
        case .lines(let delta): scroll(by: delta, count: lines, height: rows)
        case .halfPages(let delta):
            scroll(by: delta * max(1, rows / 2), count: lines, height: rows)
        case .start: scrollToStart()
        case .end: scroll(by: lines, count: lines, height: rows)
        }
    }
}
