import ChatCompletions

extension Form {
    /// An answer as JSON text. Its log probabilities are printed one by one: as values, all of them
    /// would take ten times their memory.
    static func text(of answer: Answer) -> String {
        var text = object([
            "id": answer.id.map(JSONValue.string),
            "model": answer.model.map(JSONValue.string),
            "system_fingerprint": answer.systemFingerprint.map(JSONValue.string),
            "usage": answer.usage.map { usage($0) },
            "failure": answer.failure.map { failure($0) },
        ]).text
        text.removeLast()
        text += text.utf8.count > 1 ? #","choices":["# : #""choices":["#
        for (place, choice) in answer.choices.enumerated() {
            if place > 0 { text += "," }
            append(choice, to: &text)
        }
        text += "]}"
        return text
    }

    private static func append(_ choice: Choice, to text: inout String) {
        text += Form.choice(choice).text
        if choice.logprobs.isEmpty { return }
        text.removeLast()
        text += #","logprobs":["#
        for (place, token) in choice.logprobs.enumerated() {
            if place > 0 { text += "," }
            text += logprob(token).text
        }
        text += "]}"
    }

    /// The stored answer, as one delta that adds all of it.
    static func answer(_ json: JSONValue) -> Answer {
        var delta = Delta()
        delta.id = json["id"]?.string
        delta.model = json["model"]?.string
        delta.systemFingerprint = json["system_fingerprint"]?.string
        delta.choices = (json["choices"]?.array ?? []).map { choice($0) }
        delta.usage = json["usage"].map { usage($0) }
        delta.failure = json["failure"].map { failure($0) }
        var answer = Answer()
        answer.add(delta)
        return answer
    }

    private static func choice(_ choice: Choice) -> JSONValue {
        object([
            "index": .integer(choice.index),
            "content": .string(choice.content),
            "reasoning": choice.reasoning.isEmpty ? nil : .string(choice.reasoning),
            "refusal": choice.refusal.isEmpty ? nil : .string(choice.refusal),
            "attachments": choice.attachments.isEmpty ? nil : attachments(choice.attachments),
            "tool_calls": choice.toolCalls.isEmpty ? nil : toolCalls(choice.toolCalls),
            "finish_reason": choice.finishReason.map(JSONValue.string),
        ])
    }

    private static func choice(_ json: JSONValue) -> ChoiceDelta {
        var delta = ChoiceDelta(index: json["index"]?.int ?? 0)
        delta.content = json["content"]?.string ?? ""
        delta.reasoning = json["reasoning"]?.string ?? ""
        delta.refusal = json["refusal"]?.string ?? ""
        delta.attachments = attachments(json["attachments"])
        delta.toolCalls = toolCalls(json["tool_calls"]).enumerated().map {
            ToolCallDelta($1, at: $0)
        }
        delta.finishReason = json["finish_reason"]?.string
        delta.logprobs = logprobs(json["logprobs"])
        return delta
    }

    static func attachments(_ things: Attachments) -> JSONValue {
        [
            "pictures": .integer(things.pictures), "sounds": .integer(things.sounds),
            "others": .integer(things.others),
        ]
    }

    static func attachments(_ json: JSONValue?) -> Attachments {
        Attachments(
            pictures: count(json?["pictures"]),
            sounds: count(json?["sounds"]),
            others: count(json?["others"])
        )
    }

    private static func count(_ json: JSONValue?) -> Int {
        json?.int.flatMap { Stored.counts.contains($0) ? $0 : nil } ?? 0
    }

    private static func logprob(_ token: TokenLogprob) -> JSONValue {
        object([
            "token": .string(token.token),
            "logprob": .number(token.logprob),
            "top": token.top.isEmpty ? nil : .array(token.top.map(logprob)),
        ])
    }

    private static func logprobs(_ json: JSONValue?) -> [TokenLogprob] {
        (json?.array ?? []).map {
            TokenLogprob(
                token: $0["token"]?.string ?? "",
                // JSON has no minus infinity: it was stored as null.
                logprob: $0["logprob"]?.double ?? -.infinity,
                top: logprobs($0["top"])
            )
        }
    }
}

extension ToolCallDelta {
    init(_ call: ToolCall, at index: Int) {
        self.init(index: index)
        id = call.id
        name = call.name
        arguments = call.arguments
    }
}
