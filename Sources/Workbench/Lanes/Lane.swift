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
    /// The lane's latest exchange: what was sent, what came and when. A turn keeps its first choice
    /// only; here they all are.
    package var take: Take?
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
    package var isStopping = false

    package init(exchange: ExchangeID, turn: TurnID) {
        self.exchange = exchange
        self.turn = turn
    }
}
