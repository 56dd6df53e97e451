/// The last chunk as a form: all of its bytes but one text, which is what differs from chunk to
/// chunk. A chunk that is the same around its text need not be read again.
///
/// ```
/// {"id":"a1","choices":[{"index":0,"delta":{"content":"Hel"},"finish_reason":null}]}
/// {"id":"a1","choices":[{"index":0,"delta":{"content":"lo"},"finish_reason":null}]}
/// ```
///
/// What JSON a chunk is does not change when one plain string in it stands for another one.
struct ChunkForm: Sendable {
    /// One for each chunk that was learned or could not be.
    private(set) var version = 0
    /// Which text differs.
    private(set) var field = HalfPlace.Field.content
    /// Whether the last chunk has a form.
    private var isKnown = false
    /// The chunk's delta without its choice.
    private var delta = Delta()
    /// Its choice without its text.
    private var choice = ChoiceDelta(index: 0)
    /// From the first byte to the text's opening quote.
    private var start: [UInt8] = []
    /// From the text's closing quote to the last byte.
    private var end: [UInt8] = []

    /// What is longer around its text is hardly a form.
    private static let mostBytes = 4096

    /// The text of a chunk that has the form.
    struct Text {
        /// As it stands in the chunk.
        var bytes: UnsafeBufferPointer<UInt8>
        /// Without its escapes, when it has some.
        var unescaped: String?

        var string: String { unescaped ?? bytes.text }
    }

    /// The text when these bytes have the form, and nothing of it waits for the next chunk.
    @inline(__always)
    func text(in bytes: UnsafeBufferPointer<UInt8>) -> Text? {
        guard isKnown, start.withUnsafeBufferPointer({ bytes.holds($0, at: 0) }) else {
            return nil
        }
        let place = start.count
        let stop = bytes.stringStop(from: place)
        guard stop < bytes.count else { return nil }
        if bytes[stop] != UInt8(ascii: "\"") { return escapedText(in: bytes) }
        guard ends(bytes, at: stop), !bytes.endsWithinCharacter(place..<stop) else { return nil }
        return Text(bytes: UnsafeBufferPointer(rebasing: bytes[place..<stop]))
    }

    private func escapedText(in bytes: UnsafeBufferPointer<UInt8>) -> Text? {
        var scanner = JSONScanner(bytes)
        scanner.offset = start.count - 1
        guard let raw = try? scanner.rawString(), ends(bytes, at: raw.range.upperBound) else {
            return nil
        }
        let (text, halves) = scanner.textAndHalves(raw)
        guard halves.isEmpty else { return nil }
        return Text(bytes: UnsafeBufferPointer(rebasing: bytes[raw.range]), unescaped: text)
    }

    @inline(__always)
    private func ends(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
        place + end.count == bytes.count
            && end.withUnsafeBufferPointer { bytes.holds($0, at: place) }
    }

    /// What a chunk of the form adds.
    func delta(_ text: Text) -> Delta { delta(saying: text.string) }

    func delta(saying text: String) -> Delta {
        var choice = choice
        choice[field] = text
        var delta = delta
        delta.choices = [choice]
        return delta
    }

    /// Learns the form of a chunk that was read; `place` is where its only text is.
    mutating func learn(
        _ read: ChunkReader.Chunk,
        _ place: Range<Int>?,
        in bytes: UnsafeBufferPointer<UInt8>
    ) {
        version &+= 1
        isKnown = false
        guard let place, bytes.count - place.count <= Self.mostBytes, let field = read.onlyText
        else { return }
        self.field = field
        start.replaceSubrange(0..., with: bytes[..<place.lowerBound])
        end.replaceSubrange(0..., with: bytes[place.upperBound...])
        delta = read.delta
        delta.choices = []
        choice = read.delta.choices[0]
        choice[field] = ""
        isKnown = true
    }
}

extension ChunkReader.Chunk {
    /// The one text that it adds, when it adds nothing that only a new reading would tell.
    fileprivate var onlyText: HalfPlace.Field? {
        guard !hasError, halves.isEmpty, delta.details.isEmpty, delta.choices.count == 1 else {
            return nil
        }
        let choice = delta.choices[0]
        guard choice.details.isEmpty, choice.toolCalls.isEmpty, choice.logprobs.isEmpty,
            choice.attachments.isEmpty
        else { return nil }
        switch (choice.content.isEmpty, choice.reasoning.isEmpty, choice.refusal.isEmpty) {
        case (false, true, true): return .content
        case (true, false, true): return .reasoning
        case (true, true, false): return .refusal
        default: return nil
        }
    }
}

extension ChoiceDelta {
    subscript(field: HalfPlace.Field) -> String {
        get {
            switch field {
            case .content: content
            case .reasoning: reasoning
            case .refusal: refusal
            case .arguments(let place): toolCalls[place].arguments
            }
        }
        set {
            switch field {
            case .content: content = newValue
            case .reasoning: reasoning = newValue
            case .refusal: refusal = newValue
            case .arguments(let place): toolCalls[place].arguments = newValue
            }
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether the bytes of a range end in the middle of a UTF-8 sequence.
    @inline(__always)
    fileprivate func endsWithinCharacter(_ range: Range<Int>) -> Bool {
        guard let last = range.last, self[last] >= 0x80 else { return false }
        for place in stride(from: last, through: Swift.max(range.lowerBound, last - 3), by: -1) {
            switch self[place] {
            case 0xC0..<0xE0: return last - place < 1
            case 0xE0..<0xF0: return last - place < 2
            case 0xF0...: return last - place < 3
            default: continue
            }
        }
        return true
    }
}
