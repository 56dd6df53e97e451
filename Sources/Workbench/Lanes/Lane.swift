package import ChatCompletions
package import Conversations
package import ScreenKit
package import Words

/// One column: whom it asks, with which parameters, and the answer as it comes.
package struct Lane: Sendable {
    package var settings: LaneSettings
    /// Its system prompt; empty when there is none.
    package var system: String
    /// The last turn of this lane's branch.
    package var head: TurnID?
    package var live: LiveAnswer?
    /// The latest answer failed, and may be asked for again.
    package var offer: RetryOffer?
    /// The lane's latest exchange: what was sent, what came and when. A turn says one choice only;
    /// here they all are.
    package var take: Take?
    package var transcript: Transcript
    /// The changes of its parameters.
    var values = ValueHistory()

    package init(
        settings: LaneSettings, system: String = "", head: TurnID? = nil,
        widths: WidthProfile = .conservative, language: Language = .english
    ) {
        transcript = Transcript(widths, language)
        self.settings = settings
        self.system = system
        self.head = head
    }

    /// As it is saved.
    var saved: SessionLane { SessionLane(settings: settings, system: system, head: head) }

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

extension Lane {
    mutating func begin(_ turn: Turn, exchange: ExchangeID, at time: Timestamp, branch: TurnTree) {
        head = turn.id
        live = LiveAnswer(exchange: exchange, turn: turn.id)
        take = Take(exchange: exchange, started: time)
        transcript.show(branch.path(to: turn.id))
        transcript.stopStepping()
        transcript.scroll.follow()
    }
}
