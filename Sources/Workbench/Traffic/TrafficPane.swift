import ChatCompletions
package import ScreenKit

/// What the traffic pane shows of a lane's exchange.
package struct TrafficPane: Sendable {
    package enum Tab: Int, CaseIterable, Sendable, Hashable {
        case events, request, response

        package var title: String {
            switch self {
            case .events: "Events"
            case .request: "Request"
            case .response: "Response"
            }
        }
    }

    package var tab: Tab
    /// The request tab shows what would be sent now instead of what was sent.
    package var previews = false
    /// The selected event's number; `nil` follows the latest.
    package var selected: Int?
    /// The number of the event whose data is open.
    package var unfolded: Int?
    package var scroll = ScrollState()

    package init(tab: Tab = .events) { self.tab = tab }

    mutating func turn(by delta: Int) {
        let tabs = Tab.allCases
        show(tabs[(tab.rawValue + delta + tabs.count) % tabs.count])
    }

    mutating func show(_ tab: Tab) {
        guard tab != self.tab else { return }
        self.tab = tab
        scroll.scrollToStart()
    }
}

/// Moving through the traffic.
extension State {
    mutating func moveInTraffic(_ motion: Motion) {
        let rows = Layout(self).inner(.traffic)?.rows ?? 1
        guard traffic.tab == .events, traffic.unfolded == nil else {
            let lines = trafficLines(width: Layout(self).inner(.traffic)?.columns ?? 80).count
            return traffic.scroll.move(motion, lines: lines, rows: rows)
        }
        moveSelection(motion, rows: rows)
    }

    private mutating func moveSelection(_ motion: Motion, rows: Int) {
        let log = current.traffic
        guard let first = log.rows.first?.number, let last = log.rows.last?.number else { return }
        let place = traffic.selected ?? last
        switch motion {
        case .lines(let delta): selectEvent(place + delta, in: first...last)
        case .halfPages(let delta): selectEvent(place + delta * max(1, rows / 2), in: first...last)
        case .start: selectEvent(first, in: first...last)
        case .end: traffic.selected = nil
        }
    }

    /// The last event means following again.
    private mutating func selectEvent(_ number: Int, in range: ClosedRange<Int>) {
        let number = min(max(number, range.lowerBound), range.upperBound)
        traffic.selected = number == range.upperBound && current.isRunning ? nil : number
    }

    mutating func unfoldEvent() {
        guard traffic.tab == .events else { return }
        if traffic.unfolded != nil {
            traffic.unfolded = nil
            return
        }
        traffic.unfolded = traffic.selected ?? current.traffic.rows.last?.number
        traffic.scroll.scrollToStart()
    }

    mutating func togglePreview() {
        if traffic.tab == .request && traffic.previews && focus == .traffic {
            traffic.previews = false
            return
        }
        traffic.show(.request)
        traffic.previews = true
        sidePane = .traffic
        if zoomed != nil { zoomed = .traffic }
    }
}
