internal import ChatCompletions
internal import Corpora
internal import Words

/// Something that reads what a server sends, and what must hold of it.
enum Subject: CaseIterable {
    case events, answer, stream, json, compressed, headers, address

    /// Answers and their chunks are what most can go wrong with.
    static let all: [Subject] = [
        .events, .answer, .answer, .stream, .stream, .json, .compressed, .headers, .address,
    ]

    func input(_ numbers: inout Numbers) -> [UInt8] {
        switch self {
        case .events:
            return Self.varied(numbers.pick(Seeds.streams), numbers.pick(Seeds.streams), &numbers)
        case .answer:
            let other = numbers.pick(Seeds.answers).body
            return Self.varied(numbers.pick(Seeds.answers).body, other, &numbers)
        case .stream: return Self.chunks(&numbers)
        case .json:
            let text = Array(numbers.pick(Seeds.documents).text.utf8)
            return numbers.below(4) == 0 ? text : text.mutated(&numbers)
        case .compressed: return numbers.pick(Seeds.compressed).mutated(&numbers)
        case .headers: return Array(numbers.pick(Headers.seeds).utf8).mutated(&numbers)
        case .address: return Array(numbers.pick(Headers.addresses).utf8).mutated(&numbers)
        }
    }

    private static func varied(
        _ bytes: [UInt8], _ other: [UInt8], _ numbers: inout Numbers
    ) -> [UInt8] {
        switch numbers.below(8) {
        case 0: bytes.spliced(with: other, &numbers)
        case 1: bytes.framed(&numbers)
        case 2: bytes.spliced(with: other, &numbers).mutated(&numbers)
        default: bytes.mutated(&numbers)
        }
    }

    /// A stream of chunks that are whole JSON with something odd in them.
    private static func chunks(_ numbers: inout Numbers) -> [UInt8] {
        var text = ""
        for _ in 0...numbers.below(5) {
            let document = numbers.pick(Seeds.documents)
            text += "data: \(document.mutated(&numbers).text)\n\n"
        }
        if numbers.below(2) == 0 { text += "data: [DONE]\n\n" }
        return Array(text.utf8)
    }

    func problem(
        with bytes: [UInt8], _ example: Seeds.Answer, _ numbers: inout Numbers
    ) -> String? {
        switch self {
        case .events: EventsSubject.problem(bytes, &numbers)
        case .answer, .stream: AnswerSubject.problem(bytes, example, &numbers)
        case .json: JSONSubject.problem(bytes)
        case .compressed: CompressedSubject.problem(bytes, example, &numbers)
        case .headers: Headers.problem(bytes, example)
        case .address: Headers.addressProblem(bytes)
        }
    }
}

/// A way to cut, as the numbers will have it: over many inputs all ways have their turn.
private func someCuttings(_ bytes: [UInt8], _ numbers: inout Numbers) -> [[[UInt8]]] {
    switch numbers.below(8) {
    case 0: [cut(bytes, by: 1)]
    case 1, 2, 3: [cutOddly(bytes, &numbers)]
    case 4, 5: [cut(bytes, by: 2 + numbers.below(60))]
    default: [cut(bytes, at: [numbers.below(bytes.count + 1), numbers.below(bytes.count + 1)])]
    }
}

/// The same events for every split.
enum EventsSubject {
    static func problem(_ bytes: [UInt8], _ numbers: inout Numbers) -> String? {
        let limit = numbers.below(4) == 0 ? 40 : 1 << 20
        let whole = read([bytes], limit)
        for pieces in someCuttings(bytes, &numbers) where read(pieces, limit) != whole {
            return "the events depend on where the bytes are cut"
        }
        return nil
    }

    private struct Result: Equatable {
        var items: [EventStreamDecoder.Item]
        var pending: ServerSentEvent?
        var id: String
        var retry: Int?
    }

    private static func read(_ pieces: [[UInt8]], _ limit: Int) -> Result {
        var decoder = EventStreamDecoder(limit: limit)
        let items = pieces.flatMap { decoder.feed($0) }.filter { !$0.isOversized }
        let pending = decoder.finish()
        return Result(
            items: items, pending: pending, id: decoder.lastEventID, retry: decoder.retry)
    }
}

extension EventStreamDecoder.Item {
    /// How many bytes were dropped is told, but where the bytes are cut has a say in it.
    fileprivate var isOversized: Bool {
        if case .oversized = self { true } else { false }
    }
}

/// The same answer for every split, on the screen and in the reader; and words for its failure.
enum AnswerSubject {
    static func problem(
        _ bytes: [UInt8], _ example: Seeds.Answer, _ numbers: inout Numbers
    ) -> String? {
        let whole = AnswerReading([bytes], example)
        let folded = Self.fold(whole.events)
        if folded != whole.answer { return "the screen has another answer than the reader" }
        if let speed = Self.figures(whole.events).tokensPerSecond, speed <= 0 {
            return "\(speed) tokens a second"
        }
        for pieces in someCuttings(bytes, &numbers) {
            let other = AnswerReading(pieces, example)
            if other != whole { return "cut otherwise it is \(other)\nand not \(whole)" }
        }
        guard numbers.below(8) == 0, let failure = whole.failure else { return nil }
        let isSaid = !failure.sentence.isEmpty && !failure.advice.isEmpty
        return isSaid ? nil : "no words for \(failure)"
    }

    /// What is reckoned of the numbers that came, with time between the events.
    private static func figures(_ events: [StreamEvent]) -> StreamFigures {
        var figures = StreamFigures()
        for var event in events {
            event.time = .milliseconds(event.number)
            figures.add(event: event)
        }
        return figures
    }

    private static func fold(_ events: [StreamEvent]) -> Answer {
        var folded = Answer()
        for event in events { if let delta = event.delta { folded.add(delta) } }
        return folded
    }
}

/// An answer read to its end.
private struct AnswerReading: Equatable {
    var answer: Answer
    /// All at one time.
    var events: [StreamEvent] = []
    var failure: Failure?
    var done: Bool?
    var skipped: Int
    var oddities: Oddities

    init(_ pieces: [[UInt8]], _ example: Seeds.Answer) {
        var reader = AnswerReader(
            streamRequested: example.streams, status: example.status, headers: example.headers,
            url: "http://127.0.0.1:1/v1/chat/completions")
        for piece in pieces { events += reader.read(piece, at: .zero) }
        let ending = reader.end(transportFailure: example.transportFailure, at: .zero)
        events += ending.events
        (answer, oddities) = (reader.answer, reader.oddities)
        (failure, done, skipped) = (ending.failure, ending.done, ending.skipped)
    }
}

/// Both readers of JSON agree, and what is printed is what was read.
enum JSONSubject {
    static func problem(_ bytes: [UInt8]) -> String? {
        let text = String(decoding: bytes, as: UTF8.self)
        let json = try? JSONValue(parsing: text)
        if (Delta(chunk: text) != nil) != (json != nil) {
            return "the reader of chunks and that of values disagree on what is JSON"
        }
        guard let json else { return nil }
        if (try? JSONValue(parsing: json.text)) != json { return "printed it is something else" }
        return (try? JSONValue(parsing: json.pretty)) == json
            ? nil : "laid out it is something else"
    }
}

/// What is inflated is the same for every split, as far as it goes.
enum CompressedSubject {
    static func problem(
        _ bytes: [UInt8], _ example: Seeds.Answer, _ numbers: inout Numbers
    ) -> String? {
        let encoding = Header("content-encoding", numbers.below(2) == 0 ? "gzip" : "deflate")
        let whole = read([bytes], encoding)
        for pieces in someCuttings(bytes, &numbers) {
            let other = read(pieces, encoding)
            if other != whole { return "cut otherwise it becomes \(other)\nand not \(whole)" }
        }
        return nil
    }

    private static func read(_ pieces: [[UInt8]], _ encoding: Header) -> [String] {
        var limits = AnswerReader.Limits()
        limits.inflated = 1 << 20
        var reader = AnswerReader(
            streamRequested: true, status: 200, headers: [encoding], url: "", limits: limits)
        var events = pieces.flatMap { reader.read($0, at: .zero) }
        let ending = reader.end(transportFailure: nil, at: .zero)
        events += ending.events
        return events.map(\.data) + [ending.failure?.message ?? ""]
    }
}
