import ChatCompletions
import Conversations
import GRDB

/// The begin of an exchange, before its request goes out.
struct Beginning: Sendable {
    var exchange: ExchangeID
    var session: SessionID?
    var turn: TurnID?
    var settings: LaneSettings
    var created: Timestamp

    func store(_ db: Database) throws {
        let owner = try Owner.register(db)
        try db.run(
            """
            INSERT INTO exchange
                (id, session, turn, state, owner, created, provider, base_url, model, parameters)
            VALUES (?, ?, ?, 'streaming', ?, ?, CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), ?)
            """,
            [
                exchange.rawValue, session?.rawValue, turn?.rawValue, owner, created.milliseconds,
            ] + settings.bindings
        )
    }
}
