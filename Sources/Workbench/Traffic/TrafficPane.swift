import ChatCompletions
import Conversations
package import ScreenKit
package import Words

extension PaneID {
    package static let traffic: PaneID = "traffic"
}

extension KeyContext {
    static let traffic: KeyContext = "traffic"
}

extension ScreenState {
    package var traffic: TrafficPane {
        get { panes[TrafficPane.self] }
        _modify { yield &panes[TrafficPane.self] }
    }
}

/// The wire: the tab that is open, the event that is selected or unfolded.
package struct TrafficPane: Sendable {
    package enum Tab: Int, CaseIterable, Sendable, Hashable {
        case events, request, response

        package var title: Phrase {
            switch self {
            case .events: .eventsTab
            case .request: .requestTab
            case .response: .responseTab
            }
        }
    }

    package var tab: Tab
    /// The request tab shows what would be sent now instead of what was sent.
    package var previews = false
    /// The selected event's number; `nil` follows the latest.
    package var selected: Int?
    /// While the event that was pressed stays selected, the list stays where it was.
    struct Hold: Sendable {
        var event: Int
        /// The number of the list's first event.
        var first: Int
    }

    var hold: Hold?
    /// The number of the event whose data is open.
    package var unfolded: Int?
    package var scroll = ScrollState()
    package internal(set) var page = TrafficPage()
    package private(set) var list = EventRows()

    package init() { tab = .events }
    init(tab: Tab) { self.tab = tab }

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

extension TrafficPane: Pane {
    package static var id: PaneID { .traffic }
    package static var title: Phrase { .traffic }
    package static var keys: [String] { ["<a-4>"] }

    package static func offers(_ state: State) -> PaneOffers {
        PaneOffers(here: [
            (.nextTab, .tabOffer), (.unfold, .unfoldOffer), (.preview, .nextRequest),
        ])
    }

    // MARK: Showing

    package static func shown(of state: State) -> Traffic { Traffic(state) }

    package func heading(_ shown: Traffic) -> PaneHeading {
        let tabs = PaneHeading.Tabs(
            titles: Tab.allCases.map(\.title), selected: tab.rawValue)
        let note = showsNextRequest ? .nextRequest : shown.note
        return PaneHeading(title: Self.title, tabs: tabs, note: note)
    }

    package func draw(_ shown: Traffic, on canvas: inout Canvas) -> Point? {
        canvas.sub(canvas.bounds.inset(left: 1, right: 1)) { canvas in
            if showsEvents {
                drawEvents(of: shown, on: &canvas)
            } else {
                page.window.draw(on: &canvas) {
                    Phrase.linesBelow($0).text(in: shown.language).trimmingBlanks
                }
            }
        }
        return nil
    }

    package static func prepare(_ state: inout State, size: Size) {
        let (widths, language) = (state.around.widths, state.around.language)
        let inner = Size(rows: size.rows, columns: size.columns - 2)
        if state.screen.traffic.showsNextRequest {
            let next = state.nextRequest
            state.screen.traffic.page.layOut(next, in: language, inner, widths)
        } else {
            state.screen.traffic.layOut(Traffic(state), inner, widths)
        }
        state.screen.traffic.look(rows: size.rows)
    }

    /// What is shown is read and wrapped here, once, and only where it is seen.
    private mutating func layOut(_ traffic: Traffic, _ size: Size, _ widths: WidthProfile) {
        guard let subject else {
            let first = firstEvent(of: traffic.log, rows: size.rows)
            let events = traffic.log.rows.dropFirst(first).prefix(size.rows)
            return list.show(events, of: traffic.take?.exchange, traffic.language)
        }
        page.layOut(subject, of: traffic, size, widths)
    }

    private mutating func look(rows: Int) {
        if !showsEvents { page.look(from: scroll, rows: rows) }
    }

    /// The request tab shows what would be sent now.
    var showsNextRequest: Bool { tab == .request && previews }

    /// What is shown of an exchange instead of the list of events.
    private var subject: TrafficPage.Subject? {
        switch tab {
        case .events: unfolded.map { .event($0) }
        case .request: .request
        case .response: .response
        }
    }

    /// The list of events, none of them unfolded.
    var showsEvents: Bool { subject == nil }

    package static func textToCopy(_ state: State) -> String? {
        let pane = state.screen.traffic
        return pane.showsNextRequest
            ? state.nextRequest.whole.body().text : pane.text(of: Traffic(state))
    }
}
