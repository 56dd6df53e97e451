import ChatCompletions
import Corpora
import Testing

// What the tests of oddities are written with.

/// An event with these bytes of JSON.
func data(_ json: String) -> String { "data: \(json)\n\n" }

/// A chunk with a delta of these members.
func chunk(_ delta: String, finish: String? = nil, index: Int? = 0) -> String {
    let place = index.map { #""index":\#($0),"# } ?? ""
    let reason = finish.map { "\"\($0)\"" } ?? "null"
    return data(#"{"choices":[{\#(place)"delta":{\#(delta)},"finish_reason":\#(reason)}]}"#)
}

/// A chunk with a piece of text.
func text(_ content: String, finish: String? = nil) -> String {
    chunk(#""content":"\#(content)""#, finish: finish)
}

let done = "data: [DONE]\n\n"

/// Reads a body cut in every way, and says of each reading what the test wants to know.
func reading(
    _ body: String,
    streams: Bool = true,
    status: Int = 200,
    headers: [Header] = [],
    failing transport: Failure? = nil,
    _ check: (Reading) -> Void
) {
    reading(
        bytes: Array(body.utf8), streams: streams, status: status, headers: headers,
        failing: transport, check)
}

func reading(
    bytes body: [UInt8],
    streams: Bool = true,
    status: Int = 200,
    headers: [Header] = [],
    failing transport: Failure? = nil,
    _ check: (Reading) -> Void
) {
    for pieces in cuttings(body) {
        let reading = Reading(
            streams: streams, status: status, headers: headers, pieces, transportFailure: transport)
        #expect(reading.folded == reading.reader.answer)
        check(reading)
    }
}

extension Reading {
    var choice: Choice? { reader.answer.choices.first }
    var reasoning: String? { choice?.reasoning }
    var failure: Failure? { ending.failure }
    var calls: [ToolCall] { choice?.toolCalls ?? [] }
}
