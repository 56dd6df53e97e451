/// Reads one chunk of a stream, or one whole JSON answer, into a `Delta` in one walk over its
/// bytes: members that nobody needs are stepped over and cost no memory.
///
/// A member of an unexpected type counts as absent, so that it never costs the text.
struct ChunkReader {
    typealias Fault = JSONScanner.Fault

    /// What was read.
    struct Chunk {
        var delta = Delta()
        /// Halves of surrogate pairs at the ends of texts, to be joined with the next chunk's.
        var halves: [HalfPlace] = []
        /// What of it is not as it should be.
        var oddities = OddityMask()
        /// `error` is there and not null, here or in a choice.
        var hasError = false
        /// A choice has `delta`, as only chunks of a stream have.
        var hasDelta = false
        /// `choices` is there, and a list.
        var hasChoices = false
        /// Without choices it may be something else: an error, figures, nothing.
        var isWithoutChoices: Bool { delta.choices.isEmpty }
    }

    var scanner: JSONScanner
    var chunk = Chunk()
    /// How much more this chunk may hold.
    var room = ChunkRoom()
    var sieve = DetailSieve()
    /// Of all chunks so far: lent, too.
    var places = RepeatedTexts.Places()
    /// Texts of messages that are not empty; what is no string counts twice.
    var textCount = 0
    /// Where the last of them is.
    var lastText = 0..<0

    /// Where the only text is; `nil` when there is none, or another one.
    private var onlyText: Range<Int>? { textCount == 1 ? lastText : nil }

    private init(_ bytes: UnsafeBufferPointer<UInt8>) { scanner = JSONScanner(bytes) }

    /// - Parameter repeats: texts that repeat from chunk to chunk.
    /// - Throws: `Fault` when the bytes are no JSON.
    static func read(
        _ bytes: UnsafeBufferPointer<UInt8>,
        repeats: inout RepeatedTexts
    ) throws(Fault) -> Chunk {
        var reader = ChunkReader(bytes)
        // What was new in a text that turns out to be no JSON is new the next time, too: the
        // sieve is lent, and comes back only when all went well.
        swap(&reader.sieve, &repeats.details)
        reader.sieve.startChunk()
        swap(&reader.places, &repeats.places)
        defer { swap(&reader.places, &repeats.places) }
        try reader.readRoot(&repeats)
        try reader.scanner.expectEnd()
        swap(&reader.sieve, &repeats.details)
        reader.chunk.oddities.formUnion(reader.scanner.oddities)
        repeats.form.learn(reader.chunk, reader.onlyText, in: bytes)
        return reader.chunk
    }

    private mutating func readRoot(_ repeats: inout RepeatedTexts) throws(Fault) {
        guard try scanner.enterObject() else { return try scanner.skipValue() }
        while let name = try scanner.nextMember() {
            switch scanner.name(name) {
            case .id: chunk.delta.id = try scanner.repeated(&repeats.id)
            case .model: chunk.delta.model = try scanner.repeated(&repeats.model)
            case .systemFingerprint:
                chunk.delta.systemFingerprint = try scanner.repeated(&repeats.fingerprint)
            case .choices: try readChoices()
            case .usage: try readUsage(isOuter: true)
            case .groq: try readGroq()
            case .error: try readError()
            default: try keep(name, of: DetailOwner.root)
            }
        }
    }

    mutating func readError() throws(Fault) {
        if scanner.peek() == UInt8(ascii: "n") { return try scanner.nothing() }
        chunk.hasError = true
        try scanner.skipValue()
    }

    // MARK: Usage

    /// Groq sends a copy in a member of its own.
    private mutating func readGroq() throws(Fault) {
        guard try scanner.enterObject() else { return try scanner.skipValue() }
        while let name = try scanner.nextMember() {
            if scanner.name(name) == .usage {
                chunk.oddities.insert(.usageElsewhere)
                try readUsage(isOuter: false)
            } else {
                try keep(name, of: DetailOwner.groq)
            }
        }
    }

    /// - Parameter isOuter: the chunk's own usage, which counts more than one found further in.
    mutating func readUsage(isOuter: Bool) throws(Fault) {
        guard try scanner.enterObject() else { return try scanner.skipValue() }
        var usage = Usage()
        while let name = try scanner.nextMember() {
            switch scanner.name(name) {
            case .promptTokens: usage.promptTokens = try scanner.intOrSkip()
            case .completionTokens: usage.completionTokens = try scanner.intOrSkip()
            case .totalTokens: usage.totalTokens = try scanner.intOrSkip()
            case .completionDetails:
                try readUsageDetails(of: DetailOwner.completionDetails, into: &usage)
            case .promptDetails: try readUsageDetails(of: DetailOwner.promptDetails, into: &usage)
            case .reasoningTokens: usage.reasoningTokens = try scanner.intOrSkip()
            case .cachedTokens, .cacheHitTokens: usage.cachedTokens = try scanner.intOrSkip()
            default: try keep(name, of: DetailOwner.usage)
            }
        }
        usage = usage.plausible
        guard usage != Usage(), isOuter || chunk.delta.usage == nil else { return }
        chunk.delta.usage = usage
    }

    private mutating func readUsageDetails(of owner: Int, into usage: inout Usage) throws(Fault) {
        guard try scanner.enterObject() else { return try scanner.skipValue() }
        while let name = try scanner.nextMember() {
            switch scanner.name(name) {
            case .reasoningTokens: usage.reasoningTokens = try scanner.intOrSkip()
            case .cachedTokens: usage.cachedTokens = try scanner.intOrSkip()
            default: try keep(name, of: owner)
            }
        }
    }
}

/// How much one chunk may hold of things that are larger in memory than on the wire. What is beyond
/// is stepped over; an answer may hold no more either, and is given up where it counts.
struct ChunkRoom {
    private var choices = Answer.most
    private var calls = Answer.most
    private var details = 16 * Details.mostNames
    /// More than an answer may have: with them it is given up.
    private var tokens = AnswerReader.Limits().logprobs + 1

    mutating func takeChoice() -> Bool { Self.take(&choices) }
    mutating func takeCall() -> Bool { Self.take(&calls) }
    mutating func takeDetail() -> Bool { Self.take(&details) }
    mutating func takeToken() -> Bool { Self.take(&tokens) }

    private static func take(_ room: inout Int) -> Bool {
        if room == 0 { return false }
        room -= 1
        return true
    }
}

/// What is the same in each chunk of an answer: kept, so that it is made once, and means the same.
struct RepeatedTexts: Sendable {
    struct Text: Sendable {
        var text = ""
        var bytes: [UInt8] = []
    }

    /// Where indexes belong.
    struct Places: Sendable {
        var choices = PlaceTable()
        var calls = PlaceTable()
    }

    var places = Places()
    var id = Text()
    var model = Text()
    var fingerprint = Text()
    var details = DetailSieve()
    var form = ChunkForm()
}

extension JSONScanner {
    /// A text that is probably the one read last; `nil` when it is empty or no text.
    mutating func repeated(_ last: inout RepeatedTexts.Text) throws(Fault) -> String? {
        guard let raw = try stringOrSkip(), !raw.range.isEmpty else { return nil }
        let start = raw.range.lowerBound
        let isSame =
            raw.range.count == last.bytes.count
            && last.bytes.withUnsafeBufferPointer { bytes.holds($0, at: start) }
        if !isSame { last = .init(text: text(raw), bytes: Array(bytes[raw.range])) }
        return last.text
    }
}
