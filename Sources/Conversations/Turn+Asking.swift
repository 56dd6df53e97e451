package import ChatCompletions

extension Turn {
    /// The turn in which the answer to a request will stand, saved before the request goes out.
    ///
    /// - Parameter parent: what it answers.
    package init(answering start: ExchangeStart, after parent: TurnID?, at time: Timestamp) {
        self.init(
            id: start.turn, parent: parent, message: Message(.assistant, ""), state: .streaming,
            created: time, provider: start.request.provider.id, model: start.request.model,
            exchange: start.exchange)
    }
}
