import Foundation
import Support
import Testing

extension EndToEnd.Reliability {
    /// `kill -9` at any moment of writing: what stood there for two seconds is there again. A draft is
    /// kept every half second, and a commit that is killed leaves the one before.
    @Suite struct Drafts {
        enum Way: CaseIterable, Sendable { case typing, editing, ownEditor }

        @Test(arguments: Scale.count(1, 20), Way.allCases)
        func whatWasWrittenIsThereAgain(seed: Int, way: Way) async throws {
            var dice = Dice(UInt64(seed))
            let screen = try await TmuxScreen(environment: ["VISUAL": Self.editor])
            if way == .editing {
                try await screen.send("the first prompt")
                try await screen.isAnswered()
                try await screen.press("M-2", "K", "K", "e")
                try await screen.shows("› the first prompt")
            }
            let enough = dice.number(1...60)
            let seen =
                try await way == .ownEditor
                ? edit(screen, to: enough) : type(in: screen, to: enough)
            kill(try screen.fader, SIGKILL)
            try await screen.ends()
            let again = try await TmuxScreen(in: screen.desk)
            try await again.until("word-\(seen)") { Self.words(in: $0) >= seen }
            let text = try await again.text
            #expect(text.contains("What you were writing is back"))
            #expect(way != .editing || text.contains("the first prompt word-1 "))
        }

        /// Saves word after word.
        private static let editor =
            "sh -c 'n=0; while :; do n=$((n+1)); printf \"word-%d \" $n >> $1; echo saved $n;"
            + " sleep 0.02; done' x"

        private static func words(in text: String) -> Int {
            text.matches(of: #/word-(\d+)/#).compactMap { Int($0.1) }.max() ?? 0
        }

        /// Returns the last word that stood there for two seconds when the time has come.
        private func type(in screen: TmuxScreen, to enough: Int) async throws -> Int {
            var times: [ContinuousClock.Instant] = []
            while times.count < enough || times[0] + .seconds(2.2) > .now {
                let number = times.count + 1
                try await screen.type(" word-\(number)")
                try await screen.until("word-\(number)") { Self.words(in: $0) >= number }
                times.append(.now)
            }
            return times.count { $0 + .seconds(2) < .now }
        }

        /// Returns the last word that was surely saved.
        private func edit(_ screen: TmuxScreen, to enough: Int) async throws -> Int {
            try await screen.type("half a thought ")
            try await screen.shows("› half a thought")
            try await screen.press("C-x")
            let text = try await screen.until("\(enough) words") { Self.saved(in: $0) >= enough }
            return Self.saved(in: text)
        }

        private static func saved(in text: String) -> Int {
            text.matches(of: #/saved (\d+)\n/#).compactMap { Int($0.1) }.max() ?? 0
        }
    }
}
