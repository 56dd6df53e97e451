package import ChatCompletions
package import Conversations
package import ScreenKit
package import Words

/// One column: whom it asks, with which parameters, and the answer as it comes.
package struct Lane: Sendable {
    package var settings: LaneSettings
    /// The last turn of this lane's branch.
    package var head: TurnID?
    package var live: LiveAnswer?
    /// The latest answer failed, and may be asked for again.
    package var offer: RetryOffer?
    /// Restored after a kill: what it was sent with comes with its traffic.
    var awaitsSettings = false
    /// What the parts of a recorded exchange come to so far. A turn keeps its first choice only;
    /// here they all are.
    var recorded = Answer()
    /// What went over the wire for the lane's latest exchange.
    package var traffic = TrafficLog()
    package var figures = Figures()
    package var transcript: Transcript
    /// The changes of its parameters.
    var values = ValueHistory()

    package init(
        settings: LaneSettings, head: TurnID? = nil, widths: WidthProfile = .conservative,
        language: Language = .english
    ) {
        transcript = Transcript(widths, language)
        self.settings = settings
        self.head = head
    }

    package var isRunning: Bool { live != nil }
}

/// An answer still arriving, and where it will be kept.
package struct LiveAnswer: Sendable {
    package let exchange: ExchangeID
    package let turn: TurnID
    package var answer = Answer()
    package var isStopping = false

    package init(exchange: ExchangeID, turn: TurnID) {
        self.exchange = exchange
        self.turn = turn
    }
}

/// The figures of an exchange as the usage pane shows them.
package struct Figures: Sendable {
    package var usage: Usage?
    package var timings = Timings()
    package var stream = StreamFigures()
    package var started: Timestamp?
    package var finishReason: String?
    package var failure: Failure?
    /// The answer's names, and what else its chunks said of it and of its first choice.
    package var details = AnswerDetails()

    package init() {}

    /// Tokens so far: the provider's count when it is there, else the chunks that brought text.
    package var answerTokens: Int { usage?.completionTokens ?? stream.tokenEvents }
}
