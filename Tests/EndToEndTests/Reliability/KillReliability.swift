import ChatCompletions
import Conversations
import Foundation
import SessionLibrary
import Support
import Testing

extension EndToEnd.Reliability {
    /// `kill -9` at any moment of an answer: what was seen is in the library.
    @Suite struct Kills {
        @Test(arguments: Scale.count(4, 100))
        func whatTheWorkbenchShowedIsKept(seed: Int) async throws {
            var dice = Dice(UInt64(seed))
            let counting = try Counting(to: 3_000)
            let screen = try await TmuxScreen(to: counting.provider, in: counting.desk)
            try await screen.send("Count!")
            let enough = dice.number(1...2_500)
            let seen = try await screen.until("\(enough) events") { $0.eventCount >= enough }
            kill(try screen.fader, SIGKILL)
            try await screen.ends()
            let last = seen.matches(of: #/word-(\d+) /#).compactMap { Int($0.1) }.max() ?? 0
            try Self.expect(counting, has: counting.words[..<last].joined())
        }

        @Test(arguments: Scale.count(6, 60))
        func whatSendPrintedIsKept(seed: Int) async throws {
            var dice = Dice(UInt64(1_000 + seed))
            let counting = try Counting(to: 3_000)
            let command = try counting.desk.start(counting.command)
            await command.printed("word-\(dice.number(1...2_500)) ")
            command.send(SIGKILL)
            let run = await command.end()
            try Self.expect(counting, has: run.text)
            #expect(try counting.desk.spools.isEmpty)
        }

        private static func expect(_ counting: Counting, has text: String) throws {
            let turn = try #require(try counting.desk.latestSession().turns.last)
            #expect([.interrupted, .done].contains(turn.state))
            #expect(turn.message.content.hasPrefix(text))
            #expect(counting.text.hasPrefix(turn.message.content))
            #expect(try counting.desk.openLibrary().findDamage().isEmpty)
        }
    }
}

extension CommandDesk {
    /// The spools beside the library.
    var spools: [String] {
        get throws {
            let folder = library.deletingLastPathComponent().path
            return try FileManager.default.contentsOfDirectory(atPath: folder)
                .filter { $0.contains("-spool-") }
        }
    }
}
