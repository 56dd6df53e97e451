import ChatCompletions
import Conversations
import Testing
import Words

/// What a turn says of itself.
@Suite struct TurnTests {
    @Test func aTurnIsCopiedAsWhatItSays() {
        var turn = Turn(
            id: TurnID(rawValue: "t"), parent: nil, message: Message(.assistant, ""),
            created: Timestamp(milliseconds: 0), finishReason: "stop")
        #expect(turn.textToCopy.english == "The answer is empty: the model stopped at once (stop).")
        turn.message.toolCalls = [
            ToolCall(id: "c", name: "weather", arguments: #"{"city":"Bern"}"#)
        ]
        #expect(turn.textToCopy.english == #"weather({"city":"Bern"})"#)
        turn.refusal = "I will not."
        #expect(turn.textToCopy.english == "I will not.")
        turn.message.content = "Well."
        #expect(turn.textToCopy.english == "Well.\n\nI will not.")
        turn.state = .streaming
        turn.message.content = ""
        turn.refusal = ""
        turn.message.toolCalls = []
        #expect(turn.textToCopy.english == "")
        #expect(
            Turn(id: turn.id, parent: nil, message: Message(.user, ""), created: turn.created)
                .remarks == [])
    }
}
