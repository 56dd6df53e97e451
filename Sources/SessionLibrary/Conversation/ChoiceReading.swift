import ChatCompletions
import Conversations
import GRDB

/// Reads the answers of a session's turns that have several choices. A turn may have come from another
/// session, so its exchange is asked for, not its session's.
struct ChoiceReading: SteppedRead {
    struct Row: Sendable {
        var number: Int
        var exchange: ExchangeID?
        /// `nil` where one choice was asked for.
        var answer: [UInt8]?
    }

    private let session: SessionID
    private var last = 0
    private(set) var choices: [ExchangeID: [Choice]] = [:]

    init(of session: SessionID) { self.session = session }

    /// Only answers of requests that speak of `n` are looked at.
    func part(_ db: Database, rows: Int) throws -> [Row] {
        try db.rows(
            """
            SELECT turn.number, turn.exchange,
                iif(instr(exchange.parameters, '"n"'), exchange.answer, NULL) AS answer
            FROM turn LEFT JOIN exchange ON exchange.id = turn.exchange
            WHERE turn.session = ? AND turn.deleted IS NULL AND turn.number > ?
            ORDER BY turn.number LIMIT ?
            """,
            [session.rawValue, last, rows]
        ) { row in
            Row(
                number: try row.integer("number"),
                exchange: try row.textIfAny("exchange").map(ExchangeID.init),
                answer: try row.bytesIfAny("answer"))
        }
    }

    mutating func take(_ rows: [Row]) throws -> Bool {
        guard let end = rows.last?.number else { return true }
        last = end
        for row in rows {
            guard let exchange = row.exchange, let answer = row.answer else { continue }
            let found = Form.answer(try JSONValue(stored: answer)).choices
            if found.count > 1 { choices[exchange] = found }
        }
        return false
    }
}
