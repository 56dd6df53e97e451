package import ChatCompletions

/// A request for an answer, read and checked. Unknown members are ignored.
package struct PracticeRequest: Sendable {
    package var modelName: PracticeModelName
    package var messages: [Conversation.Message]
    package var options = AnswerOptions()
    /// Token ids and, as an extension, token texts, with what is added to each.
    package var biases: [JSONValue.Member] = []
    package var seed: UInt64?
    package var choiceCount = 1
    package var streams = false
    package var includesUsage = false
    package var showsLogprobs = false
    package var thinks = false
    /// Asks for another speed than the server's: tokens per second, 0 for no pause at all.
    package var tokensPerSecond: Double?

    package init(_ body: JSONValue) throws(PracticeProblem) {
        guard body.members != nil else {
            throw .invalid(nil, .objectWanted, code: "invalid_type")
        }
        let members = Members(body: body)
        modelName = try PracticeRequest.modelName(members)
        messages = try MessageReader.messages(members)
        try readSampling(members)
        try readLimits(members)
        try readShape(members)
        thinks = try Thinking.isWanted(members) ?? (modelName == .thinking)
        if modelName == .bigram { options.longestContext = 1 }
    }

    private static func modelName(_ members: Members) throws(PracticeProblem) -> PracticeModelName {
        guard let name = try members.string("model") else {
            throw .invalid("model", .modelMissing)
        }
        guard let known = PracticeModelName(rawValue: name) else { throw .unknownModel(name) }
        return known
    }

    private mutating func readSampling(_ members: Members) throws(PracticeProblem) {
        var sampler = SamplerSettings()
        sampler.temperature = try members.number("temperature", 0...2) ?? sampler.temperature
        sampler.topP = try members.number("top_p", 0...1) ?? sampler.topP
        sampler.minP = try members.number("min_p", 0...1) ?? sampler.minP
        sampler.topK = max(0, try members.integer("top_k", -1...100_000) ?? sampler.topK)
        sampler.presencePenalty = try members.number("presence_penalty", -2...2) ?? 0
        sampler.frequencyPenalty = try members.number("frequency_penalty", -2...2) ?? 0
        sampler.repetitionPenalty = try members.number("repetition_penalty", 0.01...10) ?? 1
        options.sampler = sampler
        seed = try members.bits("seed")
        biases = try PracticeRequest.biases(members)
    }

    private static func biases(
        _ members: Members
    ) throws(PracticeProblem) -> [JSONValue.Member] {
        guard let value = members["logit_bias"] else { return [] }
        guard let biases = value.members else { throw members.wrongType("logit_bias", .anObject) }
        for bias in biases {
            guard let number = bias.value.double, (-100...100).contains(number) else {
                throw .invalid(
                    "logit_bias",
                    .badBias(bias.name),
                    code: "invalid_value"
                )
            }
        }
        return biases
    }

    private mutating func readLimits(_ members: Members) throws(PracticeProblem) {
        let older = try members.integer("max_tokens", 1...1_000_000)
        let newer = try members.integer("max_completion_tokens", 1...1_000_000)
        options.maxTokens = newer ?? older ?? options.maxTokens
        options.stops = try members.strings("stop", atMost: 16)
        options.ignoresEnd = try members.flag("ignore_eos") ?? false
        choiceCount = try members.integer("n", 1...8) ?? 1
        tokensPerSecond = try members.number("tokens_per_second", 0...1_000_000)
    }

    private mutating func readShape(_ members: Members) throws(PracticeProblem) {
        streams = try members.flag("stream") ?? false
        if let streamOptions = members["stream_options"] {
            includesUsage =
                try Members(body: streamOptions).flag("include_usage") ?? false
        }
        showsLogprobs = try members.flag("logprobs") ?? false
        let top = try members.integer("top_logprobs", 0...20)
        guard showsLogprobs || top == nil else {
            throw .invalid("top_logprobs", .logprobsNeeded)
        }
        options.topLogprobs = top ?? 0
        options.isJSON = try PracticeRequest.isJSON(members)
    }

    private static func isJSON(_ members: Members) throws(PracticeProblem) -> Bool {
        guard let format = members["response_format"] else { return false }
        switch format["type"]?.string {
        case "text": return false
        case "json_object": return true
        default:
            throw .invalid(
                "response_format",
                .badFormat,
                code: "invalid_value"
            )
        }
    }
}

/// The several ways in which thinking is asked for.
private enum Thinking {
    static func isWanted(_ members: Members) throws(PracticeProblem) -> Bool? {
        if let effort = try members.string("reasoning_effort") { return effort != "none" }
        if let type = members["thinking"]?["type"]?.string { return type != "disabled" }
        for name in ["enable_thinking", "separate_reasoning"] {
            if let flag = try members.flag(name) { return flag }
        }
        return nil
    }
}
