import ChatCompletions
import Conversations
import SessionLibrary
import Support
import Testing

extension EndToEnd {
    @Suite struct Floods {
        @Test func keysAreAnsweredInAFloodOfChunksAndEveryByteIsKept() async throws {
            let words = Script.words(100_000)
            let provider = try TestProvider(Script.answer(words))
            let screen = try await TmuxScreen(to: provider)
            try await screen.send("Flood!")
            try await screen.type("still here")
            let early = try await screen.shows("› still here")
            #expect(early.isAnswering)
            try await screen.until("the end") { !$0.isAnswering && $0.contains("[DONE]") }
            let text = try await screen.shows("word-100000", "100002 events")
            #expect(text.contains("finish stop"))
            let memory = try Processes.peakMemory(of: screen.fader)
            #expect(memory < 150)
            try await screen.press("C-q", "y")
            try await screen.ends()
            #expect(try screen.desk.latestSession().turns.last?.message.content == words.joined())
            let sent = words.map { Chunk.content($0) }.joined() + Chunk.finish() + Chunk.done
            let exchange = try screen.desk.onlyExchange()
            let kept = try screen.desk.openLibrary().bodyBytes(of: exchange.id)
            #expect(kept == Array(sent.utf8))
        }
    }
}
