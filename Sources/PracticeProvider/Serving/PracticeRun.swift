package import ChatCompletions

/// The answers to one request while they grow: every choice a word at a time, in turn.
package struct PracticeRun: Sendable {
    /// What one choice adds.
    package struct Addition: Sendable {
        package var choice: Int
        package var reasoning = ""
        package var steps: [Step] = []
        package var finishReason: FinishReason?
    }

    package let request: PracticeRequest
    package private(set) var writers: [AnswerWriter]
    package let promptTokens: Int
    package let thoughts: [String]
    private var thoughtsShown = 0

    package init(_ request: PracticeRequest, model: PracticeModel = .shared, luck: UInt64) {
        self.request = request
        let conversation = Conversation(request.messages, model: model)
        var options = request.options
        for bias in request.biases {
            for token in PracticeRun.tokens(bias.name, conversation.vocabulary) {
                options.sampler.bias[token] = bias.value.double
            }
        }
        let seed = request.seed ?? luck
        writers = (0..<request.choiceCount).map { choice in
            var mixer = RandomNumbers(seed: seed &+ UInt64(choice))
            return AnswerWriter(
                model: model,
                conversation: conversation,
                options: options,
                seed: mixer.next()
            )
        }
        promptTokens = conversation.promptTokenCount
        thoughts =
            request.thinks
            ? Thoughts(model: model, conversation: conversation, options: options).pieces : []
    }

    /// An id as in OpenAI's API, or a word: then with a space before it and without.
    private static func tokens(_ name: String, _ vocabulary: Vocabulary) -> [Token] {
        if let id = UInt16(name) { return [Token(id)] }
        let names = name.hasPrefix(" ") ? [name] : [name, " " + name]
        return names.compactMap { vocabulary.token($0) }
    }

    /// What one more word of each choice brings; `nil` when all are done.
    package mutating func next() -> [Addition]? {
        if thoughtsShown < thoughts.count {
            let thought = thoughts[thoughtsShown]
            thoughtsShown += 1
            return writers.indices.map { Addition(choice: $0, reasoning: thought) }
        }
        var additions: [Addition] = []
        for choice in writers.indices {
            guard let steps = writers[choice].next() else { continue }
            let reason = writers[choice].finishReason
            additions.append(Addition(choice: choice, steps: steps, finishReason: reason))
        }
        return additions.isEmpty ? nil : additions
    }

    package var usage: JSONValue {
        let reasoning = thoughtsShown * writers.count
        let completion = writers.reduce(reasoning) { $0 + $1.count }
        return [
            "prompt_tokens": .integer(promptTokens),
            "completion_tokens": .integer(completion),
            "total_tokens": .integer(promptTokens + completion),
            "completion_tokens_details": ["reasoning_tokens": .integer(reasoning)],
        ]
    }
}
