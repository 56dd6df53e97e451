extension ChunkReader {
    mutating func readChoices() throws(Fault) {
        if !chunk.delta.choices.isEmpty { sieve = DetailSieve() }
        chunk.delta.choices.removeAll()
        chunk.halves.removeAll()
        guard try scanner.enterArray() else { return try scanner.skipValue() }
        chunk.hasChoices = true
        var place = 0
        while try scanner.nextElement() {
            if room.takeChoice() { try readChoice(place) } else { try scanner.skipValue() }
            place += 1
        }
    }

    private mutating func readChoice(_ place: Int) throws(Fault) {
        guard try scanner.enterObject() else { return try scanner.skipValue() }
        var choice = ChoiceDelta(index: place)
        var index: PlaceTable.Sent?
        var message = MessageParts()
        var plain = HalvedText()
        var hasDelta = false
        while let name = try scanner.nextMember() {
            switch scanner.name(name) {
            case .index: index = try scanner.indexOrSkip()
            case .delta where scanner.peek() == UInt8(ascii: "{"):
                hasDelta = true
                message = try readMessage(into: &choice)
            case .message where !hasDelta:
                chunk.oddities.insert(.messageInStream)
                message = try readMessage(into: &choice)
            case .finishReason:
                guard let raw = try scanner.stringOrSkip() else { continue }
                choice.finishReason = finishReason(raw)
            case .logprobs: choice.logprobs = try readLogprobs()
            case .usage:
                chunk.oddities.insert(.usageElsewhere)
                try readUsage(isOuter: false)
            case .error: try readError()
            case .text: plain = try readText()
            case .delta, .message: try scanner.skipValue()
            default: try keep(name, in: &choice)
            }
        }
        choice.index = places.choices.place(of: index, at: place)
        if hasDelta { chunk.hasDelta = true }
        note(index, missing: .missingIndex)
        // The older completions' form; beside a message it is a copy.
        if message.isEmpty, choice.toolCalls.isEmpty { message.content = plain }
        take(message, into: &choice)
        noteOddities(of: message, isPlain: !plain.isEmpty, hasDelta)
        chunk.delta.choices.append(choice)
    }

    mutating func note(_ index: PlaceTable.Sent?, missing: Oddity) {
        switch index {
        case .number: break
        case .odd: chunk.oddities.insert(.impossibleIndex)
        case nil: chunk.oddities.insert(missing)
        }
    }

    private mutating func finishReason(_ raw: JSONScanner.RawString) -> String? {
        if raw.range.isEmpty {
            chunk.oddities.insert(.emptyFinishReason)
            return nil
        }
        let reason = scanner.text(raw)
        if !Self.finishReasons.contains(reason) { chunk.oddities.insert(.foreignFinishReason) }
        return reason
    }

    /// Those of the API.
    private static let finishReasons = [
        "stop", "length", "tool_calls", "content_filter", "function_call",
    ]

    private mutating func noteOddities(of message: MessageParts, isPlain: Bool, _ hasDelta: Bool) {
        if message.hasTwoReasonings { chunk.oddities.insert(.twiceReasoning) }
        if isPlain {
            chunk.oddities.insert(.olderText)
        } else if !hasDelta, !chunk.oddities.contains(.messageInStream), !chunk.hasError {
            chunk.oddities.insert(.missingDelta)
        }
    }

    /// `delta`, or `message` where there is no delta: the other one is a copy of all so far.
    private mutating func readMessage(into choice: inout ChoiceDelta) throws(Fault) -> MessageParts
    {
        guard try scanner.enterObject() else {
            try scanner.skipValue()
            return MessageParts()
        }
        var message = MessageParts()
        choice.toolCalls.removeAll()
        forgetHalves()
        while let name = try scanner.nextMember() {
            switch scanner.name(name) {
            case .role: choice.role = try scanner.stringOrSkip().map(scanner.text)
            case .content: try readContent(into: &message)
            case .reasoningContent: try readReasoning(rank: 0, into: &message)
            case .reasoning: try readReasoning(rank: 1, into: &message)
            case .reasoningText: try readReasoning(rank: 2, into: &message)
            case .reasoningDetails: try readReasoningDetails(into: &message)
            case .refusal: message.refusal = try readText()
            case .toolCalls: try readToolCalls(into: &choice)
            case .functionCall: try readFunctionCall(into: &message)
            case .audio: try readAudio(into: &message)
            case .images: try readImages(name, into: &message, &choice)
            default: try keep(name, in: &choice)
            }
        }
        return message
    }

    /// `message` may come first and `delta` then count instead.
    private mutating func forgetHalves() {
        if chunk.halves.isEmpty { return }
        let place = chunk.delta.choices.count
        chunk.halves.removeAll { $0.choice == place }
    }

    private mutating func take(_ message: MessageParts, into choice: inout ChoiceDelta) {
        // What is said is written down beside the sound.
        let content = message.content.isEmpty ? message.transcript : message.content
        choice.content = content.text
        choice.reasoning = message.reasoning.text
        let refusal = message.refusal.isEmpty ? message.partsRefusal : message.refusal
        choice.refusal = refusal.text
        choice.attachments = message.attachments
        if let call = message.functionCall, choice.toolCalls.isEmpty {
            choice.toolCalls = [call.delta]
            keep(call.halves, of: .arguments(0))
        }
        keep(content.halves, of: .content)
        keep(message.reasoning.halves, of: .reasoning)
        keep(refusal.halves, of: .refusal)
    }

    private mutating func keep(_ halves: Halves, of field: HalfPlace.Field) {
        if halves.isEmpty { return }
        let choice = chunk.delta.choices.count
        chunk.halves.append(HalfPlace(choice: choice, field: field, halves: halves))
    }

    // MARK: Texts

    mutating func readText() throws(Fault) -> HalvedText {
        guard let raw = try scanner.stringOrSkip(), !raw.range.isEmpty else { return HalvedText() }
        textCount += 1
        lastText = raw.range
        let (text, halves) = scanner.textAndHalves(raw)
        return HalvedText(text: text, halves: halves)
    }

    /// Reasoning is the first of its names that is not empty, once.
    private mutating func readReasoning(
        rank: Int,
        into message: inout MessageParts
    ) throws(Fault) {
        message.take(reasoning: try readText(), rank: rank)
    }

    /// `[{"type": "reasoning.text", "text": "…"}]`, or a `summary`; what is encrypted has neither.
    /// OpenRouter sends it beside `reasoning`, MiniMax alone.
    private mutating func readReasoningDetails(into message: inout MessageParts) throws(Fault) {
        guard try scanner.enterArray() else { return try scanner.skipValue() }
        var reasoning = HalvedText()
        while try scanner.nextElement() {
            if try scanner.enterObject() {
                reasoning.append(try readReasoningDetail())
            } else {
                try scanner.skipValue()
            }
        }
        message.take(reasoning: reasoning, rank: 4)
    }

    private mutating func readReasoningDetail() throws(Fault) -> HalvedText {
        var text = HalvedText()
        var summary = HalvedText()
        while let name = try scanner.nextMember() {
            switch scanner.name(name) {
            case .text: text = try readText()
            case .summary: summary = try readText()
            default: try scanner.skipValue()
            }
        }
        return text.isEmpty ? summary : text
    }
}

/// What a message holds, while it is read.
struct MessageParts {
    var content = HalvedText()
    private(set) var reasoning = HalvedText()
    private(set) var hasTwoReasonings = false
    var refusal = HalvedText()
    /// The same in parts of the content.
    var partsRefusal = HalvedText()
    /// What the sound says.
    var transcript = HalvedText()
    /// What else the content's parts are.
    var parts = Attachments()
    /// How many pictures come beside the content.
    var images = 0
    var hasAudio = false
    var functionCall: (delta: ToolCallDelta, halves: Halves)?
    private var reasoningRank = Int.max

    /// Whether there is nothing that a person could read.
    var isEmpty: Bool {
        content.isEmpty && reasoning.isEmpty && refusal.isEmpty && partsRefusal.isEmpty
            && transcript.isEmpty && functionCall == nil
    }

    var attachments: Attachments {
        Attachments(
            pictures: parts.pictures + images,
            sounds: max(parts.sounds, hasAudio ? 1 : 0),
            others: parts.others
        )
    }

    /// Of several names for the same thinking the one with the lowest rank counts.
    mutating func take(reasoning text: HalvedText, rank: Int) {
        if text.isEmpty { return }
        if !reasoning.isEmpty { hasTwoReasonings = true }
        guard rank < reasoningRank else { return }
        reasoning = text
        reasoningRank = rank
    }
}

/// A text, and the halves of characters at its ends.
struct HalvedText {
    var text = ""
    var halves = Halves()
    var isEmpty: Bool { text.isEmpty && halves.isEmpty }

    /// Appends a text; halves that meet become one character.
    mutating func append(_ next: HalvedText) {
        if isEmpty {
            self = next
        } else if !next.isEmpty {
            text += halves.joint(with: next.halves) + next.text
            halves.tail = next.halves.tail
        }
    }
}

extension Halves {
    /// What stands between a text that ends with these halves and one that begins with others.
    fileprivate func joint(with next: Halves) -> String {
        guard let high = tail else { return next.head == nil ? "" : "\u{FFFD}" }
        guard let low = next.head else { return "\u{FFFD}" }
        return Unicode.Scalar(joining: high, low).map { String(Character($0)) } ?? "\u{FFFD}"
    }
}
