import ChatCompletions
import Conversations
import Words

/// What the traffic pane shows of the lane's exchange.
package struct Traffic {
    let take: Take?
    let log: EventLog
    let language: Language
    /// What the service told beyond the answer.
    let details: () -> [(name: String, value: String)]

    init(_ state: State) {
        let (take, language) = (state.current.take, state.around.language)
        self.take = take
        self.language = language
        log = take?.log ?? EventLog()
        details = { take?.details(in: language) ?? [] }
    }

    /// How much came.
    var note: Phrase? {
        guard log.eventCount > 0 else { return nil }
        return .came(events: log.eventCount, bytes: log.byteCount.bytesText)
    }
}
