import ChatCompletions
import Conversations
import Foundation
import SessionLibrary
import Support
import Testing

extension EndToEnd {
    @Suite struct Deleting {
        private func contains(_ text: String, _ desk: CommandDesk) throws -> Bool {
            try Data(desk.allBytes()).range(of: Data(text.utf8)) != nil
        }

        /// Two prompts with their answers, and the second deleted: what it said is nowhere else.
        private func deletedTurn(
            _ provider: TestProvider, in desk: CommandDesk
        ) async throws -> TmuxScreen {
            let screen = try await TmuxScreen(to: provider, ["--new"], in: desk)
            for prompt in ["first", "zebra question"] {
                try await screen.send(prompt)
                try await screen.isAnswered()
            }
            try await screen.press("M-2", "K", "K", "d")
            try await screen.shows("2 turns deleted. u takes that back.")
            try await eventually("the deletion in the library, and no draft") {
                try desk.latestSession().turns.count == 2 && !contains("\"prompt\":\"zebra", desk)
            }
            return screen
        }

        private func provider() throws -> TestProvider {
            try TestProvider(Script.answer(["kept"]), Script.answer(["zebra ", "answer"]))
        }

        @Test func whatWasDeletedIsInNoFileOnceTheProgramHasEnded() async throws {
            let desk = try CommandDesk()
            let screen = try await deletedTurn(provider(), in: desk)
            #expect(try contains("zebra question", desk))
            try await screen.quit()
            #expect(try !contains("zebra", desk))
            #expect(try contains("kept", desk))
            #expect(try desk.latestSession().turns.map(\.message.content) == ["first", "kept"])
        }

        @Test func afterAKillTheNextStartErasesIt() async throws {
            let desk = try CommandDesk()
            let screen = try await deletedTurn(provider(), in: desk)
            kill(try screen.fader, SIGKILL)
            try await screen.ends()
            #expect(try contains("zebra answer", desk))
            let again = try await TmuxScreen(to: provider(), in: desk)
            let text = try await again.shows("kept")
            #expect(!text.contains("zebra"))
            try await eventually("nothing of it") { try !contains("zebra", desk) }
            try await again.quit()
            #expect(try desk.latestSession().turns.count == 2)
            #expect(try desk.openLibrary().findDamage().isEmpty)
        }

        @Test func whoGoesOnFromItInAnotherWorkbenchKeepsIt() async throws {
            let desk = try CommandDesk()
            let server = try provider()
            let screen = try await TmuxScreen(to: server, ["--new"], in: desk)
            for prompt in ["first", "second"] {
                try await screen.send(prompt)
                try await screen.isAnswered()
            }
            let other = try await TmuxScreen(to: server, in: desk)
            try await other.shows("zebra answer")
            try await screen.press("M-2", "K", "K", "d")
            try await screen.shows("2 turns deleted.")
            try await screen.quit()
            #expect(try !contains("zebra", desk))
            try await other.send("third")
            let text = try await other.isAnswered()
            #expect(!text.contains("not saved"))
            try await other.quit()
            #expect(
                try desk.latestSession().turns.map(\.message.content)
                    == ["first", "kept", "second", "zebra answer", "third", "zebra answer"])
            #expect(try desk.openLibrary().findDamage().isEmpty)
        }

        private func wholeAnswers(in desk: CommandDesk) throws -> [TurnID?] {
            try desk.latestSession().turns.filter {
                $0.message.role == .assistant && $0.state == .done
            }.map(\.id)
        }

        @Test func aLaneThatWasRemovedWhileItAnsweredComesBackWithWhatCame() async throws {
            let gate = Gate()
            let provider = try TestProvider(
                Script.answer(["left"]), Script.answer(["right "], until: gate, then: ["end"]))
            let desk = try CommandDesk()
            let screen = try await TmuxScreen(to: provider, ["--new"], in: desk)
            try await screen.press("M-c")
            try await screen.send("both")
            try await screen.shows("left", "right")
            // Whichever asked first has its answer; the other one is to go.
            try await eventually("one whole answer") { try wholeAnswers(in: desk).count == 1 }
            let right = try desk.latestSession().lanes[1].head
            if try wholeAnswers(in: desk) == [right] { try await screen.press("M-Left") }
            try await screen.press("M-x", "M-2", "u")
            try await screen.shows("Taken back: removing a lane. U does it again.")
            gate.open()
            try await screen.quit()
            let states = try desk.latestSession().turns.map(\.state)
            #expect(!states.contains(.streaming))
            #expect(try desk.latestSession().lanes.count == 2)
        }
    }

    @Suite struct Continuing {
        /// At temperature 0 the practice model says what it would have said.
        @Test func theAnswerGoesOnWhereItWasCut() async throws {
            let screen = try await TmuxScreen()
            try await screen.press("M-3", "0", "Enter", "j", "j", "1", "2", "Enter", "M-1")
            try await screen.send("Tell me about the weather.")
            try await screen.isAnswered("finish length")
            try await screen.press("M-2", "c")
            try await screen.shows("assistant · continued")
            try await screen.isAnswered("finish length")
            try await screen.press("M-3", "2", "4", "Enter", "M-2", "K", "K", "K", "r")
            try await screen.shows("assistant ‹2/2› · practice")
            try await screen.isAnswered("finish length")
            try await screen.quit()
            let turns = try screen.desk.latestSession().turns
            let said = turns.filter { $0.message.role == .assistant }.map(\.message.content)
            try #require(said.count == 3)
            #expect(!said[0].isEmpty && !said[1].isEmpty)
            #expect(said[2] == said[0] + said[1])
        }
    }
}
