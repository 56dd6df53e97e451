extension ChunkReader {
    mutating func readToolCalls(into choice: inout ChoiceDelta) throws(Fault) {
        guard try scanner.enterArray() else { return try scanner.skipValue() }
        var place = 0
        while try scanner.nextElement() {
            if room.takeCall(), try scanner.enterObject() {
                choice.toolCalls.append(try readToolCall(place, call: choice.toolCalls.count))
            } else {
                try scanner.skipValue()
            }
            place += 1
        }
    }

    private mutating func readToolCall(_ place: Int, call: Int) throws(Fault) -> ToolCallDelta {
        var delta = ToolCallDelta(index: place)
        var index: PlaceTable.Sent?
        while let name = try scanner.nextMember() {
            switch scanner.name(name) {
            case .index: index = try scanner.indexOrSkip()
            case .id: delta.id = try scanner.stringOrSkip().map(scanner.text)
            case .function: try readFunction(into: &delta, call: call)
            default: try scanner.skipValue()
            }
        }
        delta.index = places.calls.place(of: index, at: place)
        note(index, missing: .callWithoutIndex)
        return delta
    }

    /// The form from before `tool_calls`: one call, without an id.
    mutating func readFunctionCall(into message: inout MessageParts) throws(Fault) {
        guard scanner.peek() == UInt8(ascii: "{") else { return try scanner.skipValue() }
        chunk.oddities.insert(.functionCall)
        var delta = ToolCallDelta(index: 0)
        let known = chunk.halves.count
        try readFunction(into: &delta, call: 0)
        // They count when the call does.
        let halves = chunk.halves.dropFirst(known).last?.halves ?? Halves()
        chunk.halves.removeSubrange(known...)
        message.functionCall = (delta, halves)
    }

    private mutating func readFunction(into delta: inout ToolCallDelta, call: Int) throws(Fault) {
        guard try scanner.enterObject() else { return try scanner.skipValue() }
        while let name = try scanner.nextMember() {
            switch scanner.name(name) {
            case .name: delta.name = try scanner.stringOrSkip().map(scanner.text)
            case .arguments: try readArguments(into: &delta, call: call)
            default: try scanner.skipValue()
            }
        }
    }

    /// A piece of JSON text; some servers send the JSON itself.
    private mutating func readArguments(into delta: inout ToolCallDelta, call: Int) throws(Fault) {
        guard scanner.peek() == UInt8(ascii: "\"") else {
            chunk.oddities.insert(.argumentsAsJSON)
            delta.arguments = try readJSONText()
            return
        }
        let (text, halves) = scanner.textAndHalves(try scanner.rawString())
        delta.arguments = text
        if !halves.isEmpty {
            let choice = chunk.delta.choices.count
            chunk.halves.append(HalfPlace(choice: choice, field: .arguments(call), halves: halves))
        }
    }

    /// A value as compact JSON; a long one as it stands.
    private mutating func readJSONText() throws(Fault) -> String {
        _ = scanner.peek()
        let start = scanner.offset
        try scanner.skipValue()
        let raw = UnsafeBufferPointer(rebasing: scanner.bytes[start..<scanner.offset])
        guard raw.count <= 1 << 16, let value = try? JSONValue(parsing: raw) else {
            return String(decoding: raw, as: UTF8.self)
        }
        return value.isNull ? "" : value.text
    }
}
