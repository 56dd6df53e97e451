extension ChunkReader {
    mutating func readToolCalls(into choice: inout ChoiceDelta) throws(Fault) {
        guard try scanner.enterArray() else { return try scanner.skipValue() }
        var place = 0
        while try scanner.nextElement() {
            if try scanner.enterObject() {
                choice.toolCalls.append(try readToolCall(place, call: choice.toolCalls.count))
            } else {
                try scanner.skipValue()
            }
            place += 1
        }
    }

    private mutating func readToolCall(_ place: Int, call: Int) throws(Fault) -> ToolCallDelta {
        var delta = ToolCallDelta(index: place)
        while let name = try scanner.nextMember() {
            switch scanner.name(name) {
            case .index: delta.index = try scanner.intOrSkip() ?? place
            case .id: delta.id = try scanner.stringOrSkip().map(scanner.text)
            case .function: try readFunction(into: &delta, call: call)
            default: try scanner.skipValue()
            }
        }
        return delta
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
            let value = try scanner.value()
            delta.arguments = value.isNull ? "" : value.text
            return
        }
        let (text, halves) = scanner.textAndHalves(try scanner.rawString())
        delta.arguments = text
        if !halves.isEmpty {
            let choice = chunk.delta.choices.count
            chunk.halves.append(HalfPlace(choice: choice, field: .arguments(call), halves: halves))
        }
    }

    // MARK: Log probabilities

    mutating func readLogprobs() throws(Fault) -> [TokenLogprob] {
        var tokens: [TokenLogprob] = []
        guard try scanner.enterObject() else {
            try scanner.skipValue()
            return tokens
        }
        while let name = try scanner.nextMember() {
            if scanner.name(name) == .content {
                tokens = try readTokens(levels: 1)
            } else {
                try scanner.skipValue()
            }
        }
        return tokens
    }

    /// - Parameter levels: how deep `top_logprobs` are read.
    private mutating func readTokens(levels: Int) throws(Fault) -> [TokenLogprob] {
        var tokens: [TokenLogprob] = []
        guard try scanner.enterArray() else {
            try scanner.skipValue()
            return tokens
        }
        while try scanner.nextElement() {
            if try scanner.enterObject() {
                tokens.append(try readToken(levels: levels))
            } else {
                try scanner.skipValue()
            }
        }
        return tokens
    }

    private mutating func readToken(levels: Int) throws(Fault) -> TokenLogprob {
        // OpenAI's stand-in for "very unlikely", for servers that leave the number out.
        var token = TokenLogprob(token: "", logprob: -9999)
        while let name = try scanner.nextMember() {
            switch scanner.name(name) {
            case .token: token.token = try scanner.stringOrSkip().map(scanner.text) ?? ""
            case .logprob: token.logprob = try scanner.doubleOrSkip() ?? token.logprob
            case .topLogprobs where levels > 0: token.top = try readTokens(levels: levels - 1)
            default: try scanner.skipValue()
            }
        }
        return token
    }
}
