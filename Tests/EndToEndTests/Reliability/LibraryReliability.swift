import ChatCompletions
import Conversations
import Foundation
import SessionLibrary
import Support
import Testing

extension EndToEnd.Reliability {
    /// A library that is full, locked, damaged, or none.
    @Suite struct Libraries {
        @Test(arguments: Scale.count(3, 50))
        func aFullDiskCostsNoAnswerAndIsSaid(seed: Int) async throws {
            var dice = Dice(UInt64(seed))
            let counting = try Counting(to: 2_000)
            let desk = counting.desk
            _ = try await desk.run("sessions", "list")
            // In blocks of 512 bytes; the library of this answer has some 600.
            let run = try await Self.start(counting, blocks: dice.number(190...450)).end()
            #expect(run.text == counting.text)
            #expect(run.status == 1)
            #expect(run.errors.contains("This answer is not in the library."), "\(run.errors)")
            #expect(try desk.openLibrary().findDamage().isEmpty)
            #expect(try await desk.run(counting.command).status == 0)
            #expect(try desk.latestSession().turns.last?.message.content == counting.text)
        }

        @Test func aSignalOnAFullDiskSaysWhatIsLost() async throws {
            let counting = try Counting(to: 2_000, until: Gate())
            let command = try Self.start(counting, blocks: 200)
            await command.printed("word-2000 ")
            command.send(SIGTERM)
            let run = await command.end()
            #expect(run.status == 128 + SIGTERM)
            #expect(run.errors.contains("This answer is not in the library."), "\(run.errors)")
            #expect(try counting.desk.openLibrary().findDamage().isEmpty)
        }

        @Test func aLockedLibraryIsOpenedLater() async throws {
            let provider = try TestProvider(Script.answer(["all ", "of it"]))
            let desk = try CommandDesk()
            try FileManager.default.createDirectory(
                at: desk.library.deletingLastPathComponent(), withIntermediateDirectories: true)
            let lock = try FileLock(desk.library.path)
            let screen = try await TmuxScreen(to: provider, in: desk)
            try await screen.send("Why?")
            try await screen.shows("all of it", "✗ not saved", "finish stop")
            lock.release()
            try await screen.until("the saving") { !$0.contains("✗ not saved") }
            #expect(try desk.latestSession().turns.map(\.message.content) == ["Why?", "all of it"])
            try await screen.quit()
        }

        @Test(arguments: Scale.count(20, 150))
        func nothingIsWrittenIntoADamagedLibrary(seed: Int) async throws {
            let provider = try TestProvider(Script.answer(["fine"]))
            let desk = try CommandDesk()
            for prompt in ["one", "two"] {
                _ = try await desk.run(["send"] + TmuxScreen.target(provider) + [prompt])
            }
            guard let damaged = try Self.damage(desk, seed) else { return }
            let run = try await desk.run(["send"] + TmuxScreen.target(provider) + ["three"])
            #expect(run.status == 2)
            #expect(run.output.isEmpty)
            #expect(
                run.errors.contains("is damaged") || run.errors.contains("is no session library"),
                "\(run.errors)")
            #expect(try Data(contentsOf: desk.library) == damaged)
        }

        // MARK: -

        /// With files limited in their size, as a full disk limits them.
        private static func start(_ counting: Counting, blocks: Int) throws -> RunningCommand {
            let line = TmuxScreen.line(counting.command)
            return try RunningCommand(
                "/bin/sh", ["-c", "trap '' XFSZ; ulimit -f \(blocks); exec \(line)"],
                environment: counting.desk.environment)
        }

        /// Changes bytes of the library; `nil` where SQLite finds nothing wrong with them.
        private static func damage(_ desk: CommandDesk, _ seed: Int) throws -> Data? {
            var dice = Dice(UInt64(seed))
            var bytes = try Data(contentsOf: desk.library)
            let start = dice.number(100...bytes.count - 1)
            for place in start..<min(start + dice.pick([1, 8, 100, 4_096]), bytes.count) {
                bytes[place] = UInt8(dice.number(0...255))
            }
            try bytes.write(to: desk.library)
            let findings = try? Library.openToLook(at: desk.library.path).findDamage()
            return findings?.isEmpty == true ? nil : bytes
        }
    }
}
