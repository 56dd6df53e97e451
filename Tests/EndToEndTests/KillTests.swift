import ChatCompletions
import Conversations
import Foundation
import SessionLibrary
import Support
import Testing

extension EndToEnd {
    @Suite struct Killing {
        @Test func whatWasOnTheScreenIsThereAfterKillMinusNine() async throws {
            let words = Script.words(40)
            let gate = Gate()
            let script = Script.answer(Array(words[..<20]), until: gate, then: Array(words[20...]))
            let provider = try TestProvider(
                script.dropLast(Script.end.count) + [.pause(until: Gate())])
            let screen = try await TmuxScreen(to: provider)
            try await screen.send("Count!")
            try await screen.shows("word-20")
            try await eventually("the first half in the library") {
                try screen.desk.latestSession().turns.last?.message.content.contains("word-20 ")
                    == true
            }
            gate.open()
            try await screen.shows("word-40")
            kill(try screen.fader, SIGKILL)
            try await screen.ends()
            await provider.clientClosed()

            let again = try await TmuxScreen(to: provider, in: screen.desk)
            let text = try await again.shows("Count!", "■ interrupted", "ctrl-r asks again")
            try await again.quit()
            let turns = try again.desk.latestSession().turns
            #expect(turns.map(\.state) == [.done, .interrupted])
            #expect(turns.last?.message.content == words.joined())
            #expect(text.contains("word-40"))
        }

        @Test func aKillInAFloodLosesNothingThatWasOnTheScreen() async throws {
            let words = Script.words(100_000)
            let provider = try TestProvider(Script.answer(words))
            let screen = try await TmuxScreen(to: provider)
            try await screen.send("Flood!")
            let seen = try await screen.until("a good part") { $0.eventCount > 5_000 }
            kill(try screen.fader, SIGKILL)
            try await screen.ends()
            let last = try #require(seen.matches(of: #/word-(\d+)/#).compactMap { Int($0.1) }.max())
            let turn = try #require(try screen.desk.latestSession().turns.last)
            #expect(turn.state == .interrupted)
            let kept = turn.message.content
            #expect(kept.hasPrefix(words[..<last].joined()))
            #expect(words.joined().hasPrefix(kept))
        }
    }
}
