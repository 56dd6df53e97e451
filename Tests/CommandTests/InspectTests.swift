import ChatCompletions
import Corpora
import Support
import Testing

struct InspectTests {
    /// Every case, some at a time.
    @Test func theBinaryReadsEventStreamsAsTheCorpusSays() async throws {
        #expect(Corpus.streams.count >= 100)
        try await withThrowingTaskGroup { group in
            for part in 0..<4 {
                group.addTask {
                    for place in Corpus.streams.indices where place % 4 == part {
                        try await check(Corpus.streams[place])
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    private func check(_ stream: JSONValue) async throws {
        let name = Comment(rawValue: stream["id"]?.string ?? "?")
        let input = bytes(stream["input_b64"])
        let run = try await CommandDesk().run(["inspect", "--json"], input: input)
        #expect(run.status == 0, name)
        let lines = try run.text.split(separator: "\n").map { try JSONValue(parsing: String($0)) }
        #expect(.array(Array(lines.dropLast())) == stream["expect"], name)
        let last = try #require(lines.last)
        #expect(last.members?.map(\.name) == ["retry", "last_event_id", "comments", "pending"])
        let ignored = stream["ignore"]?.array?.compactMap(\.string) ?? []
        if !ignored.contains("retry") { #expect(last["retry"] == stream["retry"], name) }
        #expect(last["last_event_id"] == stream["last_event_id"], name)
        #expect(last["comments"]?.array?.count == stream["comment_count"]?.int, name)
        #expect((last["pending"]?.isNull == true) == (stream["pending"]?.isNull == true), name)
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
