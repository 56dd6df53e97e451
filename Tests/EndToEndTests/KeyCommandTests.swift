import Foundation
import Support
import Testing

extension EndToEnd {
    /// A program that is asked for a key and does not come back.
    @Suite struct KeyCommands {
        private let desk: CommandDesk

        init() throws {
            desk = try CommandDesk()
            try desk.writeConfiguration(
                """
                [providers.here]
                base_url = "https://here.example/v1"
                model = "tiny"
                key_command = ["sh", "-c", "echo $$ > \(desk.home.path)/group; sleep 1000 & sleep 1000"]
                """)
        }

        private func open() async throws -> TmuxScreen {
            try await TmuxScreen("--provider", "here", in: desk)
        }

        /// Its group, once it hangs.
        private func group() async throws -> pid_t {
            var group: pid_t?
            try await eventually("the command") {
                group = try? pid_t(desk.text(of: "group").filter(\.isNumber))
                return group.map { Processes.all(inGroup: $0).count >= 2 } ?? false
            }
            return try #require(group)
        }

        private func isGone(_ group: pid_t) async throws {
            try await eventually("its end") { Processes.all(inGroup: group).isEmpty }
        }

        /// Long before its ten seconds are over: the answer is stopped, it has not failed.
        @Test func escLeavesIt() async throws {
            let screen = try await open()
            try await screen.send("hello")
            let group = try await group()
            try await screen.press("Escape")
            let shown = try await screen.shows("■ stopped")
            #expect(!shown.contains("did not end within"))
            try await isGone(group)
            try await screen.quit()
        }

        @Test func quittingLeavesNothingOfIt() async throws {
            let screen = try await open()
            try await screen.send("hello")
            let group = try await group()
            try await screen.press("C-q")
            try await screen.shows("y or enter quits")
            try await screen.press("y")
            try await screen.ends()
            try await isGone(group)
        }

        @Test func aListOfModelsThatNobodyWaitsForAnyMoreLeavesNothingOfIt() async throws {
            let screen = try await open()
            try await screen.press("C-g")
            let group = try await group()
            try await screen.press("Escape")
            try await screen.until("the list is closed") { !$0.contains("Model · ") }
            try await screen.quit()
            try await isGone(group)
        }
    }
}
