import ChatCompletions
import Conversations
import ScreenKit
import Words

/// A row of the list of events, as it is drawn.
struct EventRow: Sendable {
    let number: Int
    let time: String
    let label: String
    let text: String
    /// The event's own data, where it says more than the text.
    let data: String?
    let face: Face
    let dataFace: Face

    init(_ event: StreamEvent, _ language: Language) {
        let (label, text) = event.summary(in: language)
        number = event.number
        time = event.time.secondsText
        self.label = label
        self.text = Self.start(of: text)
        data = text == event.data ? nil : Self.start(of: event.data)
        (face, dataFace) = (event.face, event.dataFace)
    }

    /// As much as is seen: no screen has more columns.
    private static func start(of text: String) -> String {
        text.utf8.count > 1_000 ? String(text.prefix(1_000)) : text
    }
}

/// The rows that are in view: an event is read once while it is one of them.
package struct EventRows: Sendable {
    private(set) var rows: [EventRow] = []
    private var exchange: ExchangeID?
    /// How many events were read so far.
    package private(set) var eventsRead = 0

    mutating func show(
        _ events: ArraySlice<StreamEvent>, of exchange: ExchangeID?, _ language: Language
    ) {
        if exchange != self.exchange { rows = [] }
        self.exchange = exchange
        // Both go by the events' numbers.
        var known = rows[...]
        rows = events.map { event in
            while let row = known.first, row.number < event.number { known.removeFirst() }
            if let row = known.first, row.number == event.number { return row }
            eventsRead += 1
            return EventRow(event, language)
        }
    }

    /// The row of an event, where it is in view.
    func row(of number: Int) -> EventRow? {
        let place = rows.place { $0.number >= number }
        return rows[place...].first.flatMap { $0.number == number ? $0 : nil }
    }
}
