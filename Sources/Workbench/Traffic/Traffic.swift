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
    /// The request as enter would send it now: made only where it is looked at.
    let nextRequest: () -> ChatRequest

    init(_ state: State) {
        let (take, language) = (state.current.take, state.around.language)
        self.take = take
        self.language = language
        log = take?.log ?? EventLog()
        details = { take?.details(in: language) ?? [] }
        nextRequest = {
            let prompt = state.screen.composer.text
            return state.request(
                of: state.current, asking: prompt.allSatisfy(\.isWhitespace) ? nil : prompt)
        }
    }

    /// How much came.
    var note: Phrase? {
        guard log.eventCount > 0 else { return nil }
        return .came(events: log.eventCount, bytes: log.byteCount.bytesText)
    }
}
