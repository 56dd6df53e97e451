import ChatCompletions
import Corpora
import Testing

/// An answer read to its end.
struct Reading {
    var reader: AnswerReader
    var events: [StreamEvent] = []
    var ending: AnswerReader.Ending
    /// What a screen makes of the events.
    var folded = Answer()

    init(_ example: ExchangeCase, _ pieces: [[UInt8]], grain: AnswerGrain = .event) {
        self.init(
            streams: example.streams,
            status: example.status,
            headers: example.headers,
            pieces,
            transportFailure: example.transportFailure,
            grain: grain
        )
    }

    init(
        streams: Bool = true,
        status: Int = 200,
        headers: [Header] = [],
        _ pieces: [[UInt8]],
        transportFailure: Failure? = nil,
        limits: AnswerReader.Limits = AnswerReader.Limits(),
        grain: AnswerGrain = .event
    ) {
        reader = AnswerReader(
            streamRequested: streams,
            status: status,
            headers: headers,
            url: "http://127.0.0.1:1/v1/chat/completions",
            limits: limits,
            grain: grain
        )
        for piece in pieces { events += reader.read(piece, at: .seconds(1)) }
        ending = reader.end(transportFailure: transportFailure, at: .seconds(2))
        events += ending.events
        for event in events { if let delta = event.delta { folded.add(delta) } }
    }

    init(_ text: String, streams: Bool = true, status: Int = 200, headers: [Header] = []) {
        self.init(streams: streams, status: status, headers: headers, [Array(text.utf8)])
    }

    var report: JSONValue {
        let end = ExchangeEnd(
            failure: ending.failure,
            done: ending.done,
            skipped: ending.skipped,
            requestID: ending.requestID
        )
        return caseResult(reader.answer, end)
    }

    var oddities: Oddities { reader.oddities }

    var content: String? { reader.answer.choices.first?.content }
}

@Suite struct AnswerReaderTests {
    @Test(arguments: Corpus.exchanges)
    func everyAnswerIsReadHoweverItIsCut(example: ExchangeCase) {
        for pieces in cuttings(example.body) { expect(example, pieces) }
    }

    private func expect(_ example: ExchangeCase, _ pieces: [[UInt8]]) {
        let reading = Reading(example, pieces)
        #expect(example.differences(from: reading.report) == [], "\(example.id)")
        #expect(reading.folded == reading.reader.answer)
        #expect(reading.events.map(\.number) == Array(reading.events.indices))
        #expect(reading.ending.done == nil || reading.ending.done == reading.reader.isDone)
    }
}

extension ExchangeCase: CustomTestStringConvertible {
    public var testDescription: String { id }
}
