extension ChunkReader {
    mutating func readChoices() throws(Fault) {
        if !chunk.delta.choices.isEmpty { sieve = DetailSieve() }
        chunk.delta.choices.removeAll()
        chunk.halves.removeAll()
        guard try scanner.enterArray() else { return try scanner.skipValue() }
        var place = 0
        while try scanner.nextElement() {
            try readChoice(place)
            place += 1
        }
    }

    private mutating func readChoice(_ place: Int) throws(Fault) {
        guard try scanner.enterObject() else { return try scanner.skipValue() }
        // A missing index is the place in the list.
        var choice = ChoiceDelta(index: place)
        var hasDelta = false
        while let name = try scanner.nextMember() {
            switch scanner.name(name) {
            case .index: choice.index = try scanner.intOrSkip() ?? place
            case .delta where scanner.peek() == UInt8(ascii: "{"):
                hasDelta = true
                try readMessage(into: &choice)
            case .message where !hasDelta: try readMessage(into: &choice)
            case .finishReason:
                guard let raw = try scanner.stringOrSkip() else { continue }
                choice.finishReason = raw.range.isEmpty ? nil : scanner.text(raw)
            case .logprobs: choice.logprobs = try readLogprobs()
            case .usage: try readUsage(isOuter: false)
            case .error: try readError()
            case .delta, .message: try scanner.skipValue()
            default: try keep(name, in: &choice)
            }
        }
        if hasDelta { chunk.hasDelta = true }
        chunk.delta.choices.append(choice)
    }

    /// `delta`, or `message` where there is no delta: the other one is a copy of all so far.
    private mutating func readMessage(into choice: inout ChoiceDelta) throws(Fault) {
        guard try scanner.enterObject() else { return try scanner.skipValue() }
        var texts = MessageTexts()
        choice.toolCalls.removeAll()
        while let name = try scanner.nextMember() {
            switch scanner.name(name) {
            case .role: choice.role = try scanner.stringOrSkip().map(scanner.text)
            case .content: try readContent(into: &texts)
            case .reasoningContent: try readReasoning(rank: 0, into: &texts)
            case .reasoning: try readReasoning(rank: 1, into: &texts)
            case .reasoningText: try readReasoning(rank: 2, into: &texts)
            case .refusal: texts.refusal = try readText()
            case .toolCalls: try readToolCalls(into: &choice)
            default: try keep(name, in: &choice)
            }
        }
        choice.content = texts.content.text
        choice.reasoning = texts.reasoning.text
        choice.refusal = texts.refusal.text
        keepHalves(of: texts)
    }

    private mutating func keepHalves(of texts: MessageTexts) {
        if texts.hasNoHalves, chunk.halves.isEmpty { return }
        let place = chunk.delta.choices.count
        // `message` may come first and `delta` then count instead.
        chunk.halves.removeAll { $0.choice == place && !$0.isOfCall }
        for (field, text) in [
            (HalfPlace.Field.content, texts.content), (.reasoning, texts.reasoning),
            (.refusal, texts.refusal),
        ] where !text.halves.isEmpty {
            chunk.halves.append(HalfPlace(choice: place, field: field, halves: text.halves))
        }
    }

    // MARK: Texts

    private mutating func readText() throws(Fault) -> HalvedText {
        guard let raw = try scanner.stringOrSkip(), !raw.range.isEmpty else { return HalvedText() }
        textCount += 1
        lastText = raw.range
        let (text, halves) = scanner.textAndHalves(raw)
        return HalvedText(text: text, halves: halves)
    }

    /// Reasoning is the first of its names that is not empty, once.
    private mutating func readReasoning(
        rank: Int,
        into texts: inout MessageTexts
    ) throws(Fault) {
        let text = try readText()
        if !text.isEmpty, rank < texts.reasoningRank {
            texts.reasoning = text
            texts.reasoningRank = rank
        }
    }

    /// A string, or a list of parts as Mistral sends them.
    private mutating func readContent(into texts: inout MessageTexts) throws(Fault) {
        guard scanner.peek() == UInt8(ascii: "[") else {
            texts.content = try readText()
            return
        }
        textCount += 2
        var content = ""
        var thinking = ""
        guard try scanner.enterArray() else { return }
        while try scanner.nextElement() {
            let part = try readPart()
            if part.isThinking { thinking += part.thinking } else { content += part.text }
        }
        texts.content = HalvedText(text: content)
        if !thinking.isEmpty, texts.reasoningRank > 3 {
            texts.reasoning = HalvedText(text: thinking)
            texts.reasoningRank = 3
        }
    }

    /// A text, a list of parts, or an object with one of them.
    private mutating func readPart() throws(Fault) -> ContentPart {
        var part = ContentPart()
        if try scanner.enterArray() {
            while try scanner.nextElement() { part.text += try readPart().text }
        } else if try scanner.enterObject() {
            while let name = try scanner.nextMember() {
                switch scanner.text(name) {
                case "type": part.type = try scanner.stringOrSkip().map(scanner.text)
                case "text": part.text = try scanner.stringOrSkip().map(scanner.text) ?? ""
                case "thinking": part.thinking = try readPart().text
                default: try scanner.skipValue()
                }
            }
        } else {
            part.text = try scanner.stringOrSkip().map(scanner.text) ?? ""
        }
        return part
    }
}

/// A part of a content that is a list.
private struct ContentPart {
    var type: String?
    var text = ""
    var thinking = ""
    var isThinking: Bool { type == "thinking" }
}

/// The texts of a message while it is read.
private struct MessageTexts {
    var content = HalvedText()
    var reasoning = HalvedText()
    var refusal = HalvedText()
    var reasoningRank = Int.max

    var hasNoHalves: Bool {
        content.halves.isEmpty && reasoning.halves.isEmpty && refusal.halves.isEmpty
    }
}

/// A text, and the halves of characters at its ends.
struct HalvedText {
    var text = ""
    var halves = Halves()
    var isEmpty: Bool { text.isEmpty && halves.isEmpty }
}
