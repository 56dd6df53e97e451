internal import ChatCompletions

/// How an event that spells a piece of a key is written anew: as the API has it, with all of its
/// members that are no text of the answer.
enum EventText {
    /// - Parameter bytes: its lines as they came.
    static func written(
        _ event: StreamEvent, _ bytes: [UInt8], without cuts: [TextPlace: [TextCut]]
    ) -> [UInt8] {
        var delta = event.delta ?? Delta()
        for place in delta.choices.indices { delta.choices[place].cut(cuts) }
        let json = try? JSONValue(parsing: event.data)
        return lines(of: json?.saying(delta) ?? .chunk(delta), like: bytes)
    }

    /// Without any text, and without what is not known.
    static func silent(_ event: StreamEvent, _ bytes: [UInt8]) -> [UInt8] {
        var delta = event.delta ?? Delta()
        for place in delta.choices.indices { delta.choices[place].silence() }
        return lines(of: .chunk(delta), like: bytes)
    }

    /// Up to the first string they stay as they are.
    private static func lines(of json: JSONValue, like bytes: [UInt8]) -> [UInt8] {
        let isBare = bytes.first == UInt8(ascii: "{")
        let first = isBare ? 0 : dataLine(in: bytes)
        let string = bytes[first...].firstIndex(of: UInt8(ascii: "\"")) ?? bytes.endIndex
        let start = bytes[..<string] + json.text.utf8.dropFirst()
        // Chunks without an event stream around them have no other lines.
        if isBare { return Array(start) }
        let others = bytes[string...].split { $0 == 0x0A || $0 == 0x0D }
            .dropFirst().filter { !$0.starts(with: "data".utf8) }
        return start + others.flatMap { [0x0A] + $0 }
    }

    private static func dataLine(in bytes: [UInt8]) -> Int {
        let lines = bytes.split { $0 == 0x0A || $0 == 0x0D }
        return lines.first { $0.starts(with: "data".utf8) }?.startIndex ?? 0
    }
}

extension ChoiceDelta {
    fileprivate mutating func cut(_ cuts: [TextPlace: [TextCut]]) {
        let index = index
        let own = { (part: TextPlace.Part) in cuts[TextPlace(choice: index, part: part)] ?? [] }
        let (ofReasoning, ofContent, ofRefusal) = (own(.reasoning), own(.content), own(.refusal))
        reasoning.cut(ofReasoning)
        content.cut(ofContent)
        refusal.cut(ofRefusal)
        for index in Set(toolCalls.map(\.index)) {
            let cuts = own(.arguments(call: index))
            if !cuts.isEmpty { cut(cuts, outOfCall: index) }
        }
        // Tokens spell it, too.
        if !(ofReasoning + ofContent + ofRefusal).isEmpty { logprobs = [] }
    }

    /// One event may bring several fragments of a call: all of them become the first.
    private mutating func cut(_ cuts: [TextCut], outOfCall index: Int) {
        let places = toolCalls.indices.filter { toolCalls[$0].index == index }
        var arguments = places.map { toolCalls[$0].arguments }.joined()
        arguments.cut(cuts)
        for place in places { toolCalls[place].arguments = "" }
        if let first = places.first { toolCalls[first].arguments = arguments }
    }

    fileprivate mutating func silence() {
        (reasoning, content, refusal, logprobs, toolCalls) = ("", "", "", [], [])
    }
}

extension String {
    fileprivate mutating func cut(_ cuts: [TextCut]) {
        if cuts.isEmpty { return }
        var bytes = Array(utf8)
        for cut in cuts.reversed() where cut.range.upperBound <= bytes.count {
            bytes.replaceSubrange(cut.range, with: cut.isLast ? Array(Secret.mask.utf8) : [])
        }
        self = String(decoding: bytes, as: UTF8.self)
    }
}

extension JSONValue {
    /// A chunk with nothing but what a delta says.
    fileprivate static func chunk(_ delta: Delta) -> JSONValue {
        let choices = delta.choices.map { choice in
            var json: JSONValue = ["index": .integer(choice.index)]
            json["finish_reason"] = JSONValue(choice.finishReason)
            return json.saying(choice)
        }
        return ["choices": .array(choices)]
    }

    /// A chunk with the texts of a delta in place of its own, in the members that they have by the
    /// API; all that is no text of the answer stays.
    fileprivate func saying(_ delta: Delta) -> JSONValue? {
        guard let choices = self["choices"]?.array else { return nil }
        var rest = delta.choices[...]
        var chunk = self
        chunk["choices"] = .array(
            choices.map { choice in
                guard choice.members != nil, let said = rest.popFirst() else { return choice }
                return choice.saying(said)
            })
        return chunk
    }

    private func saying(_ delta: ChoiceDelta) -> JSONValue {
        var choice = self
        let name =
            self["delta"]?.members == nil && self["message"]?.members != nil
            ? "message" : "delta"
        var message = self[name]?.members == nil ? .object([]) : self[name] ?? .object([])
        let calls = message["tool_calls"]?.array?.filter { $0.members != nil } ?? []
        for member in Self.texts { message[member] = nil }
        if !delta.content.isEmpty { message["content"] = .string(delta.content) }
        if !delta.reasoning.isEmpty { message["reasoning_content"] = .string(delta.reasoning) }
        if !delta.refusal.isEmpty { message["refusal"] = .string(delta.refusal) }
        if !delta.toolCalls.isEmpty {
            message["tool_calls"] = .array(
                delta.toolCalls.enumerated().map { place, call in
                    Self.call(call, index: calls.count > place ? calls[place]["index"] : nil)
                })
        }
        choice[name] = message
        choice["text"] = nil
        if delta.logprobs.isEmpty { choice["logprobs"] = nil }
        return choice
    }

    private static let texts = [
        "content", "reasoning_content", "reasoning", "reasoning_text", "reasoning_details",
        "refusal", "tool_calls", "function_call", "audio",
    ]

    /// - Parameter index: as it was sent, when it was.
    private static func call(_ call: ToolCallDelta, index: JSONValue?) -> JSONValue {
        var function: JSONValue = .object([])
        function["name"] = call.name.map(JSONValue.string)
        function["arguments"] = .string(call.arguments)
        var json: JSONValue = ["index": index ?? .integer(call.index)]
        json["id"] = call.id.map(JSONValue.string)
        json["function"] = function
        return json
    }
}
