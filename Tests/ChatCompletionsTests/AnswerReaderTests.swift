import ChatCompletions
import Testing

/// An answer read to its end.
struct Reading {
    var reader: AnswerReader
    var events: [StreamEvent] = []
    var ending: AnswerReader.Ending
    /// What a screen makes of the events.
    var folded = Answer()

    init(_ example: ExchangeCase, _ pieces: [[UInt8]]) {
        self.init(
            streams: example.streams,
            status: example.status,
            headers: example.headers,
            pieces,
            transportFailure: example.transportFailure
        )
    }

    init(
        streams: Bool = true,
        status: Int = 200,
        headers: [Header] = [],
        _ pieces: [[UInt8]],
        transportFailure: Failure? = nil
    ) {
        reader = AnswerReader(
            streamRequested: streams,
            status: status,
            headers: headers,
            url: "http://127.0.0.1:1/v1/chat/completions"
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
        return AnswerReport.json(answer: reader.answer, end: end, head: nil)
    }

    var content: String? { reader.answer.choices.first?.content }
}

@Suite struct AnswerReaderTests {
    @Test(arguments: Corpus.exchanges)
    func everyAnswerIsReadHoweverItIsCut(example: ExchangeCase) {
        for pieces in cuttings(example.body) { expect(example, pieces) }
    }

    private func expect(_ example: ExchangeCase, _ pieces: [[UInt8]]) {
        let reading = Reading(example, pieces)
        let results = example.expectations.map { differences(reading, $0) }
        if !results.contains([]) { Issue.record("\(example.id): \(results)") }
        #expect(reading.folded == reading.reader.answer)
        #expect(reading.events.map(\.number) == Array(reading.events.indices))
        #expect(reading.ending.done == nil || reading.ending.done == reading.reader.isDone)
    }

    /// The members in which the result is not the expected one.
    private func differences(_ reading: Reading, _ expected: JSONValue) -> [String] {
        let actual = reading.report
        var wrong: [String] = []
        for member in expected.members ?? [] where member.name != "error" {
            let value = actual[member.name]
            if value ?? .null != member.value {
                wrong.append("\(member.name) \(value?.text ?? "-")")
            }
        }
        if actual["skipped"] != expected["skipped"] ?? 0 { wrong.append("skipped") }
        return wrong + errorDifferences(actual["error"] ?? .null, expected["error"] ?? .null)
    }

    private func errorDifferences(_ actual: JSONValue, _ expected: JSONValue) -> [String] {
        if expected.isNull || actual.isNull {
            return expected.isNull && actual.isNull ? [] : ["error \(actual.text)"]
        }
        return (expected.members ?? []).filter { member in
            let parts = member.value.array?.compactMap(\.string) ?? []
            let message = actual["message"]?.string ?? ""
            return switch member.name {
            case "message_contains": !parts.allSatisfy { message.contains($0) }
            case "message_excludes": parts.contains { message.contains($0) }
            default: actual[member.name] != member.value
            }
        }.map { "error.\($0.name) \(actual.text)" }
    }
}
