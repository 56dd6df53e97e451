/// What a message holds beside plain text: parts, pictures, sound.
extension ChunkReader {
    /// A string, a part, or a list of parts as Mistral sends them.
    mutating func readContent(into message: inout MessageParts) throws(Fault) {
        let first = scanner.peek()
        guard first == UInt8(ascii: "[") || first == UInt8(ascii: "{") else {
            message.content = try readText()
            return
        }
        textCount += 2
        chunk.oddities.insert(.contentParts)
        var sum = PartSum()
        if try scanner.enterArray() {
            while try scanner.nextElement() { sum.add(try readPart()) }
        } else {
            sum.add(try readPart())
        }
        message.content = HalvedText(text: sum.content)
        message.partsRefusal = HalvedText(text: sum.refusal)
        message.parts = sum.others
        message.take(reasoning: HalvedText(text: sum.thinking), rank: 3)
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
                case "refusal": part.refusal = try scanner.stringOrSkip().map(scanner.text) ?? ""
                default: try scanner.skipValue()
                }
            }
        } else {
            part.text = try scanner.stringOrSkip().map(scanner.text) ?? ""
        }
        return part
    }

    // MARK: Members beside the content

    /// Pictures as OpenRouter sends them. They are counted; the member itself is kept as it came.
    mutating func readImages(
        _ name: JSONScanner.RawString,
        into message: inout MessageParts,
        _ choice: inout ChoiceDelta
    ) throws(Fault) {
        var other = scanner
        message.images = try other.elementCount()
        try keep(name, in: &choice)
    }

    /// `{"id": …, "data": …, "transcript": "…"}`, in a stream piece by piece.
    mutating func readAudio(into message: inout MessageParts) throws(Fault) {
        guard try scanner.enterObject() else { return try scanner.skipValue() }
        message.hasAudio = true
        while let name = try scanner.nextMember() {
            if scanner.name(name) == .transcript {
                message.transcript = try readText()
            } else {
                try scanner.skipValue()
            }
        }
    }
}

extension JSONScanner {
    /// How many elements, `null` not counted, the array has that starts here; it is stepped over.
    fileprivate mutating func elementCount() throws(Fault) -> Int {
        guard try enterArray() else {
            try skipValue()
            return 0
        }
        var count = 0
        while try nextElement() {
            if peek() != UInt8(ascii: "n") { count += 1 }
            try skipValue()
        }
        return count
    }
}

/// A part of a content that is a list.
private struct ContentPart {
    enum Kind { case text, thinking, refusal, picture, sound, other }

    var type: String?
    var text = ""
    var thinking = ""
    var refusal = ""

    /// By its name; one that nobody knows is read for its text.
    var kind: Kind {
        switch type {
        case "thinking": .thinking
        case "refusal": .refusal
        case nil, "text", "reference": .text
        case let type? where type.contains("image"): .picture
        case let type? where type.contains("audio"): .sound
        default: text.isEmpty ? .other : .text
        }
    }
}

/// What parts come to, added up one by one: there may be a million of them.
private struct PartSum {
    var content = ""
    var thinking = ""
    var refusal = ""
    var others = Attachments()

    mutating func add(_ part: ContentPart) {
        switch part.kind {
        case .thinking: thinking += part.thinking
        case .refusal: refusal += part.refusal
        case .text: content += part.text
        case .picture: others.pictures += 1
        case .sound: others.sounds += 1
        case .other: others.others += 1
        }
    }
}
