package import ChatCompletions

/// A request to send, and where its answer belongs.
package struct ExchangeStart: Sendable, Hashable {
    package var exchange: ExchangeID
    package var session: SessionID
    package var turn: TurnID
    package var settings: LaneSettings
    package var request: ChatRequest

    package init(
        exchange: ExchangeID, session: SessionID, turn: TurnID, settings: LaneSettings,
        request: ChatRequest
    ) {
        self.exchange = exchange
        self.session = session
        self.turn = turn
        self.settings = settings
        self.request = request
    }
}
