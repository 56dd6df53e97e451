import ChatCompletions
import Foundation
import SessionLibrary
import Support
import Testing
import Conversations

extension EndToEnd.Reliability {
    /// `kill -9` at any moment of an answer: what was seen is in the library.
    @Suite struct Kills {
        private static let words = Script.words(3_000)

        @Test(arguments: Scale.count(4, 100))
        func whatTheWorkbenchShowedIsKept(seed: Int) async throws {
            var dice = Dice(UInt64(seed))
            let provider = try TestProvider(Script.answer(Self.words))
            let screen = try await TmuxScreen(to: provider)
            try await screen.send("Count!")
            let enough = dice.number(1...2_500)
            let seen = try await screen.until("\(enough) events") { $0.eventCount >= enough }
            kill(try screen.fader, SIGKILL)
            try await screen.ends()
            let last = seen.matches(of: #/word-(\d+) /#).compactMap { Int($0.1) }.max() ?? 0
            try Self.expect(screen.desk, has: Self.words[..<last].joined())
        }

        @Test(arguments: Scale.count(6, 60))
        func whatSendPrintedIsKept(seed: Int) async throws {
            var dice = Dice(UInt64(1_000 + seed))
            let provider = try TestProvider(Script.answer(Self.words))
            let desk = try CommandDesk()
            let arguments = ["send"] + TmuxScreen.target(provider) + ["Count!"]
            let command = try desk.start(arguments)
            await command.printed("word-\(dice.number(1...2_500)) ")
            command.send(SIGKILL)
            let run = await command.end()
            try Self.expect(desk, has: run.text)
            #expect(try desk.spools.isEmpty)
        }

        private static func expect(_ desk: CommandDesk, has text: String) throws {
            let turn = try #require(try desk.latestSession().turns.last)
            #expect([.interrupted, .done].contains(turn.state))
            #expect(turn.message.content.hasPrefix(text))
            #expect(words.joined().hasPrefix(turn.message.content))
            #expect(try desk.openLibrary().findDamage().isEmpty)
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
