import ChatCompletions
import Foundation
import Support
import Testing

struct InspectTests {
    /// The first case of each kind; the decoder's own tests run them all.
    @Test(arguments: try eventStreams())
    func theBinaryReadsEventStreamsAsTheCorpusSays(stream: JSONValue) async throws {
        let input = try #require(stream["input_b64"]?.string.flatMap { Data(base64Encoded: $0) })
        let run = try await CommandDesk().run(["inspect", "--json"], input: Array(input))
        #expect(run.status == 0)
        let lines = try run.text.split(separator: "\n").map { try JSONValue(parsing: String($0)) }
        #expect(.array(Array(lines.dropLast())) == stream["expect"])
        let last = try #require(lines.last)
        #expect(last.members?.map(\.name) == ["retry", "last_event_id", "comments", "pending"])
        #expect(last["retry"] == stream["retry"])
        #expect(last["last_event_id"] == stream["last_event_id"])
        #expect(last["comments"]?.array?.count == stream["comment_count"]?.int)
        #expect((last["pending"]?.isNull == true) == (stream["pending"]?.isNull == true))
    }

    @Test func eventsAreShownAsTheyArrive() async throws {
        let run = try await CommandDesk().run(
            "inspect", "-",
            input: ": hi\n\nevent: ping\nid: 7\ndata: a\ndata: b\n\nretry: 20\ndata: x"
        )
        let lines = run.text.split(separator: "\n").map { $0.dropFirst(11) }
        #expect(lines.dropLast() == [": hi", "ping #7  a⏎b", "retry  20 ms", "unfinished  x"])
        #expect(run.text.hasSuffix("1 event, 1 comment, last id 7, retry 20 ms\n"))
    }
}

private func eventStreams() throws -> [JSONValue] {
    let corpus = repository("Tests/ChatCompletionsTests/Corpora/sse-open.jsonl")
    let lines = try String(contentsOf: corpus, encoding: .utf8).split(separator: "\n")
    let streams = try lines.map { try JSONValue(parsing: String($0)) }
    let kinds = Set(streams.compactMap { $0["kind"]?.string }).sorted()
    return kinds.compactMap { kind in streams.first { $0["kind"]?.string == kind } }
}
