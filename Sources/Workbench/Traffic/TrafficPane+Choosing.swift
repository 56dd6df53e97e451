import ChatCompletions
import Conversations
package import ScreenKit

/// Choosing an event, by keys and by mouse.
extension TrafficPane {
    package static func move(_ motion: Motion, in state: inout State) {
        let size = state.layout.inner(id) ?? Rect(Size(rows: 1, columns: 80))
        let shown = Traffic(state)
        let isRunning = state.current.isRunning
        guard !state.screen.traffic.showsEvents else {
            return state.screen.traffic.select(
                motion, in: shown.log, rows: size.rows, isRunning: isRunning)
        }
        prepare(&state, size: size.size)
        let lines = state.screen.traffic.page.count()
        state.screen.traffic.scroll.move(motion, lines: lines, rows: size.rows)
    }

    package static func press(tab: Int, in state: inout State) {
        state.screen.traffic.previews = false
        if let tab = Tab(rawValue: tab) { state.screen.traffic.show(tab) }
    }

    package static func press(at point: Point, size: Size, in state: inout State) -> [Effect] {
        let pane = state.screen.traffic
        guard pane.showsEvents else { return [] }
        let log = Traffic(state).log
        let rows = log.rows
        let first = pane.firstEvent(of: log, rows: size.rows)
        let place = first + point.row
        guard rows.indices.contains(place) else { return [] }
        let number = rows[place].number
        if pane.selected == number {
            state.unfoldEvent()
        } else {
            state.screen.traffic.selected = number
            state.screen.traffic.hold = Hold(event: number, first: rows[first].number)
        }
        return []
    }

    private mutating func select(
        _ motion: Motion, in log: EventLog, rows: Int, isRunning: Bool
    ) {
        guard let first = log.rows.first?.number, let last = log.rows.last?.number else { return }
        hold = nil
        let place = selected ?? last
        let number: Int
        switch motion {
        case .lines(let delta): number = place + delta
        case .halfPages(let delta): number = place + delta * max(1, rows / 2)
        case .start: number = first
        case .end: return selected = nil
        }
        let bounded = min(max(number, first), last)
        // The last event means following again.
        selected = bounded == last && isRunning ? nil : bounded
    }
}

extension State {
    mutating func unfoldEvent() {
        guard screen.traffic.tab == .events else { return }
        if screen.traffic.unfolded != nil {
            screen.traffic.unfolded = nil
            return
        }
        screen.traffic.unfolded = screen.traffic.selected ?? current.take?.log.rows.last?.number
        screen.traffic.scroll.scrollToStart()
    }

    mutating func togglePreview() {
        if screen.traffic.showsNextRequest && screen.focus == .traffic {
            screen.traffic.previews = false
            return
        }
        screen.traffic.show(.request)
        screen.traffic.previews = true
        screen.sidePane = .traffic
        if screen.zoomed != nil { screen.zoomed = .traffic }
    }
}
