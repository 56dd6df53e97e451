import ChatCompletions
import Glibc
import PracticeProvider

extension Double {
    var logarithm: Double { log(self) }
    var exponential: Double { exp(self) }
}

/// A whole answer, without HTTP.
struct Written {
    var steps: [Step] = []
    var text = ""
    var finishReason: FinishReason?

    init(
        _ prompt: String,
        seed: UInt64 = 1,
        _ change: (inout AnswerOptions) -> Void = { _ in }
    ) {
        self.init([.init(role: "user", content: prompt)], seed: seed, change)
    }

    init(
        _ messages: [Conversation.Message],
        seed: UInt64 = 1,
        _ change: (inout AnswerOptions) -> Void = { _ in }
    ) {
        var options = AnswerOptions()
        change(&options)
        let conversation = Conversation(messages, model: .shared)
        var writer = AnswerWriter(
            model: .shared,
            conversation: conversation,
            options: options,
            seed: seed
        )
        while let more = writer.next() { steps += more }
        text = steps.map(\.text).joined()
        finishReason = writer.finishReason
    }
}

/// A request body with a prompt.
func body(_ prompt: String = "What is temperature?", _ more: JSONValue = .object([])) -> JSONValue {
    let user: JSONValue = ["role": "user", "content": .string(prompt)]
    var body: JSONValue = ["model": "practice", "messages": [user]]
    for member in more.members ?? [] { body[member.name] = member.value }
    return body
}
