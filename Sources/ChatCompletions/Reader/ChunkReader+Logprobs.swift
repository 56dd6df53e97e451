/// Log probabilities, in the form of chat completions and in the older one of completions.
extension ChunkReader {
    mutating func readLogprobs() throws(Fault) -> [TokenLogprob] {
        guard try scanner.enterObject() else {
            try scanner.skipValue()
            return []
        }
        var content: [TokenLogprob] = []
        var refusal: [TokenLogprob] = []
        var columns = LogprobColumns()
        while let name = try scanner.nextMember() {
            switch scanner.name(name) {
            case .content: content = try readTokens(levels: 1)
            case .refusal: refusal = try readTokens(levels: 1)
            case .tokens: columns.tokens = try readTexts()
            case .tokenLogprobs: columns.logprobs = try readNumbers()
            case .topLogprobs: columns.tops = try readTops()
            default: try scanner.skipValue()
            }
        }
        let tokens = content + refusal
        return tokens.isEmpty ? columns.rows : tokens
    }

    /// - Parameter levels: how deep `top_logprobs` are read.
    private mutating func readTokens(levels: Int) throws(Fault) -> [TokenLogprob] {
        var tokens: [TokenLogprob] = []
        guard try scanner.enterArray() else {
            if levels == 0, scanner.peek() == UInt8(ascii: "{") { return try readTable() }
            try scanner.skipValue()
            return tokens
        }
        while try scanner.nextElement() {
            if room.takeToken(), try scanner.enterObject() {
                tokens.append(try readToken(levels: levels))
            } else {
                try scanner.skipValue()
            }
        }
        return tokens
    }

    private mutating func readToken(levels: Int) throws(Fault) -> TokenLogprob {
        var token = TokenLogprob(token: "", logprob: LogprobColumns.unlikely)
        while let name = try scanner.nextMember() {
            switch scanner.name(name) {
            case .token: token.token = try scanner.stringOrSkip().map(scanner.text) ?? ""
            case .logprob: token.logprob = try scanner.doubleOrSkip() ?? token.logprob
            case .topLogprobs where levels > 0: token.top = try readTokens(levels: levels - 1)
            case .bytes: token.bytes = try readBytes()
            default: try scanner.skipValue()
            }
        }
        return token
    }

    /// `[228, 189]`, or null.
    private mutating func readBytes() throws(Fault) -> [UInt8]? {
        guard try scanner.enterArray() else {
            try scanner.skipValue()
            return nil
        }
        var bytes: [UInt8]? = []
        while try scanner.nextElement() {
            if let byte = try scanner.intOrSkip().flatMap(UInt8.init(exactly:)) {
                bytes?.append(byte)
            } else {
                bytes = nil
            }
        }
        return bytes
    }

    // MARK: The older form

    private mutating func readTexts() throws(Fault) -> [String] {
        try readList { reader throws(Fault) in
            try reader.scanner.stringOrSkip().map(reader.scanner.text) ?? ""
        }
    }

    /// The first token of an answer may have none: null.
    private mutating func readNumbers() throws(Fault) -> [Double?] {
        try readList { reader throws(Fault) in try reader.scanner.doubleOrSkip() }
    }

    private mutating func readTops() throws(Fault) -> [[TokenLogprob]] {
        try readList { reader throws(Fault) in try reader.readTokens(levels: 0) }
    }

    private mutating func readList<Item>(
        _ read: (inout ChunkReader) throws(Fault) -> Item
    ) throws(Fault) -> [Item] {
        var items: [Item] = []
        guard try scanner.enterArray() else {
            try scanner.skipValue()
            return items
        }
        while try scanner.nextElement() {
            if room.takeToken() { items.append(try read(&self)) } else { try scanner.skipValue() }
        }
        return items
    }

    /// `{" a": -0.1, " b": -2.5}`, the likeliest first.
    private mutating func readTable() throws(Fault) -> [TokenLogprob] {
        var tokens: [TokenLogprob] = []
        guard try scanner.enterObject() else { return tokens }
        while let name = try scanner.nextMember() {
            let number = try scanner.doubleOrSkip() ?? LogprobColumns.unlikely
            if !room.takeToken() { continue }
            tokens.append(TokenLogprob(token: scanner.text(name), logprob: number))
        }
        return tokens.sorted { $0.logprob > $1.logprob }
    }
}

/// The older form: a list for each of a token's properties.
private struct LogprobColumns {
    /// OpenAI's stand-in for "very unlikely", for servers that leave the number out.
    static let unlikely = -9999.0

    var tokens: [String] = []
    var logprobs: [Double?] = []
    var tops: [[TokenLogprob]] = []

    var rows: [TokenLogprob] {
        tokens.indices.map { place in
            let number = logprobs.indices.contains(place) ? logprobs[place] : nil
            return TokenLogprob(
                token: tokens[place],
                logprob: number ?? Self.unlikely,
                top: tops.indices.contains(place) ? tops[place] : []
            )
        }
    }
}
