internal import ChatCompletions

/// The lines of an event stream, as chat-completion servers write them.
package enum Chunk {
    package static func role(choice: Int = 0) -> String {
        delta(["role": "assistant", "content": ""], choice)
    }

    package static func content(_ text: String, choice: Int = 0) -> String {
        delta(["content": .string(text)], choice)
    }

    package static func thinking(_ text: String) -> String {
        delta(["reasoning_content": .string(text)], 0)
    }

    package static func finish(_ reason: String = "stop", choice: Int = 0) -> String {
        let choice: JSONValue = [
            "index": .integer(choice), "delta": [:], "finish_reason": .string(reason),
        ]
        return event(["model": "practice", "choices": [choice]])
    }

    package static func usage(
        prompt: Int, answer: Int, thinking: Int? = nil, cached: Int? = nil
    ) -> String {
        var usage: JSONValue = [
            "prompt_tokens": .integer(prompt), "completion_tokens": .integer(answer),
            "total_tokens": .integer(prompt + answer),
        ]
        if let thinking {
            usage["completion_tokens_details"] = ["reasoning_tokens": .integer(thinking)]
        }
        if let cached { usage["prompt_tokens_details"] = ["cached_tokens": .integer(cached)] }
        return event(["model": "practice", "choices": [], "usage": usage])
    }

    package static let comment = ": keep-alive\n\n"
    package static let done = "data: [DONE]\n\n"

    private static func delta(_ delta: JSONValue, _ choice: Int) -> String {
        event(["model": "practice", "choices": [["index": .integer(choice), "delta": delta]]])
    }

    private static func event(_ value: JSONValue) -> String { "data: \(value.text)\n\n" }
}
