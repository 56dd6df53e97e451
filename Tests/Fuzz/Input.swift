internal import ChatCompletions
internal import Corpora

/// One input: its number and the seed say all about it.
struct Input: CustomStringConvertible {
    private let subject: Subject
    private let bytes: [UInt8]
    private let numbers: Numbers
    private let example: Seeds.Answer

    init(_ index: Int, seed: UInt64) {
        var numbers = Numbers(state: seed &* 0x9E37_79B9 &+ UInt64(index))
        // Neighbouring states would begin alike.
        _ = numbers.next()
        subject = Subject.all[Int(numbers.next() % UInt64(Subject.all.count))]
        example = Seeds.answers[Int(numbers.next() % UInt64(Seeds.answers.count))]
        bytes = subject.input(&numbers)
        self.numbers = numbers
    }

    /// What goes wrong with it.
    func problem() -> String? {
        var numbers = numbers
        return subject.problem(with: bytes, example, &numbers)
    }

    var description: String {
        "\(subject), \(bytes.count) bytes, with the head of \(example.id):\n"
            + String(decoding: bytes, as: UTF8.self)
    }
}

/// What the inputs are made from.
enum Seeds {
    /// A case, taken apart once.
    struct Answer {
        let id: String
        let body: [UInt8]
        let streams: Bool
        let status: Int
        let headers: [Header]
        let transportFailure: Failure?

        init(_ example: ExchangeCase) {
            id = example.id
            body = example.body
            streams = example.streams
            status = example.status
            headers = example.headers
            transportFailure = example.transportFailure
        }
    }

    /// Short ones, so that there are many inputs a second.
    static let answers = Corpus.exchanges.map(Answer.init)
        .filter { $0.body.count < 1200 }
    static let streams = Corpus.streams.map { Corpora.bytes($0["input_b64"]) }
        .filter { $0.count < 2000 }
    /// The JSON in all answers: chunks, documents, errors.
    static let documents = answers.flatMap { answer in
        texts(of: answer.body).compactMap { try? JSONValue(parsing: $0) }
    }
    static let compressed = Compressed.all

    private static func texts(of body: [UInt8]) -> [String] {
        var decoder = EventStreamDecoder()
        let items = decoder.feed(body) + [decoder.finish().map { .event($0) }].compactMap(\.self)
        let events = items.compactMap { if case .event(let event) = $0 { event.data } else { nil } }
        return events.isEmpty ? [String(decoding: body, as: UTF8.self)] : events
    }
}

/// Some bytes as gzip, zlib and raw deflate.
enum Compressed {
    static let all = texts.map { bytes(.string($0)) }

    private static let texts = [
        "eNpLSSxJtFJ4snfB06V7FTJSc3LykUmulFHpUelR6VHpoSYNAAzUDW8=",
        "S0ksSbRSeLJ3wdOlexUyUnNy8pFJrpRR6VHpUelR6aEmDQA=",
        "BcFBDQAhEAPA/6moDtxsQpM+mvSDID7IWDfg42ZmrRq4vd9piHYg2oFo55u1auD2fqch2oFoB6Kdb9aqgdv7nYZo"
            + "B6IdiHa+WasGbu93GqIdiHYg2vlmrRq4vd9piHYg2oFo55u1auD2fqch2oFoB6Kdb9aqgdv7nYZ+",
        "ASQA2/9zdG9yZWQgYmxvY2tzdG9yZWQgYmxvY2tzdG9yZWQgYmxvY2s=",
        "H4sICAAAAAAC/25hbWUudHh0AMvPS1UAAElhrCMEAAAAH4sIAAAAAAAC/yspzwcAZorKEQMAAAAAAAA=",
    ]
}
