import ChatCompletions
import Workbench

/// What the library could not take yet. An exchange waits behind the turns that it belongs to.
struct Backlog {
    struct LateExchange {
        var start: ExchangeStart
        var created: Timestamp
        var events: [ExchangeEvent] = []
    }

    var saves: [(session: Session, turns: [Turn])] = []
    var exchanges: [LateExchange] = []

    /// Keeps events of an exchange that waits here; `false` for any other.
    mutating func add(_ events: [ExchangeEvent], to exchange: ExchangeID) -> Bool {
        let place = exchanges.firstIndex { $0.start.exchange == exchange }
        guard let place else { return false }
        exchanges[place].events += events
        return true
    }

    /// The events that the first exchange has gathered; the exchange goes when there are none.
    mutating func takeEvents() -> [ExchangeEvent]? {
        guard let first = exchanges.first else { return nil }
        if first.events.isEmpty {
            exchanges.removeFirst()
            return nil
        }
        exchanges[0].events = []
        return first.events
    }
}
