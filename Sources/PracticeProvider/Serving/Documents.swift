import ChatCompletions

/// What is the same in all documents of one answer.
package struct AnswerHead: Sendable {
    var id: String
    var created: Int
    var model: String

    func document(_ object: String, choices: [JSONValue], usage: JSONValue?) -> JSONValue {
        var document: JSONValue = [
            "id": .string(id),
            "object": .string(object),
            "created": .integer(created),
            "model": .string(model),
            "system_fingerprint": "fader-practice-1",
            "choices": .array(choices),
        ]
        if let usage { document["usage"] = usage }
        return document
    }
}

extension PracticeRun {
    /// A choice's part of a chunk.
    func chunk(_ addition: Addition) -> JSONValue {
        var delta: JSONValue = .object([])
        if !addition.reasoning.isEmpty { delta["reasoning_content"] = .string(addition.reasoning) }
        let text = addition.steps.map(\.text).joined()
        if !text.isEmpty { delta["content"] = .string(text) }
        return choice(
            addition.choice,
            "delta",
            delta,
            logprobs: addition.steps,
            reason: addition.finishReason
        )
    }

    /// A whole choice.
    func choice(_ additions: [Addition], number: Int) -> JSONValue {
        let steps = additions.flatMap(\.steps)
        var message: JSONValue = ["role": "assistant"]
        message["content"] = .string(steps.map(\.text).joined())
        let reasoning = additions.map(\.reasoning).joined()
        if !reasoning.isEmpty { message["reasoning_content"] = .string(reasoning) }
        let reason = additions.compactMap(\.finishReason).last
        return choice(number, "message", message, logprobs: steps, reason: reason)
    }

    /// The first chunk of a choice, which names the role.
    func opening(_ number: Int) -> JSONValue {
        let delta: JSONValue = ["role": "assistant", "content": ""]
        return choice(number, "delta", delta, logprobs: [], reason: nil)
    }

    private func choice(
        _ number: Int,
        _ name: String,
        _ value: JSONValue,
        logprobs steps: [Step],
        reason: FinishReason?
    ) -> JSONValue {
        let shows = request.showsLogprobs && !steps.isEmpty
        return .object([
            JSONValue.Member("index", .integer(number)),
            JSONValue.Member(name, value),
            JSONValue.Member("logprobs", shows ? logprobs(steps, choice: number) : .null),
            JSONValue.Member("finish_reason", JSONValue(reason?.rawValue)),
        ])
    }

    private func logprobs(_ steps: [Step], choice: Int) -> JSONValue {
        let vocabulary = writers[choice].vocabulary
        let content = steps.map { step in
            var entry = JSONValue(step.choice.chosen, vocabulary)
            entry["top_logprobs"] = .array(
                step.choice.top.map { JSONValue($0, vocabulary) }
            )
            return entry
        }
        return ["content": .array(content)]
    }
}

extension JSONValue {
    /// `id` is not OpenAI's but llama.cpp's: it makes `logit_bias` easy to try.
    fileprivate init(_ word: Sampler.Weighed, _ vocabulary: Vocabulary) {
        let text = word.token == .end ? "<end>" : vocabulary[word.token]
        self = [
            "id": .integer(Int(word.token.id)),
            "token": .string(text),
            "logprob": .number(max(-9999, word.logprob)),
            "bytes": .array(text.utf8.map { .integer(Int($0)) }),
        ]
    }
}
