import Foundation
import Support
import Testing

extension EndToEnd {
    /// Text that is selected with a real mouse's reports, and what arrives where.
    @Suite struct Copying {
        private static let paragraph = (1...30).map { "word-\($0)" }.joined(separator: " ")

        private func answered(_ text: String) async throws -> TmuxScreen {
            let provider = try TestProvider(Script.answer([text]))
            let screen = try await TmuxScreen(
                to: provider, environment: ["FADER_API_KEY": Canary.key])
            try await screen.send("Why?")
            try await screen.isAnswered()
            return screen
        }

        @Test func whatTheMouseSelectsIsInTheClipboardAndInAFile() async throws {
            let screen = try await answered("\(Self.paragraph)\n\n用一句话解释它。")
            let (from, to) = try await (screen.place(of: "word-1 "), screen.place(of: "word-30"))
            try await screen.mouse(.press, row: from.row, column: from.column)
            try await screen.mouse(.drag, row: to.row, column: to.column)
            try await screen.mouse(.drag, row: to.row, column: to.column + 6)
            try await screen.mouse(.release, row: to.row, column: to.column + 6)
            try await screen.shows("\(Self.paragraph.count) characters: clipboard, and ~/")
            #expect(try await screen.clipboard == Self.paragraph)
            let file = screen.desk.home.appending(path: ".local/state/fader/copied.txt")
            #expect(try String(contentsOf: file, encoding: .utf8) == Self.paragraph)
            let mode = try FileManager.default.attributesOfItem(atPath: file.path)[
                .posixPermissions]
            #expect(mode as? Int == 0o600)
            let place = try await screen.place(of: "解释")
            try await screen.doubleClick(row: place.row, column: place.column + 1)
            try await screen.shows("2 characters: clipboard")
            #expect(try await screen.clipboard == "解释")
            try await screen.quit()
        }

        @Test func whatKeysSelectIsCopied() async throws {
            let screen = try await answered("one two three\n\nfour")
            try await screen.press("M-2", "v", "w")
            try await screen.shows("esc let go")
            try await screen.press("y")
            try await screen.shows("7 characters: clipboard")
            #expect(try await screen.clipboard == "one two")
            try await screen.press("V", "j", "Enter")
            try await screen.shows("3 lines, 19 characters: clipboard")
            #expect(try await screen.clipboard == "one two three\n\nfour")
            try await screen.quit()
        }

        /// A request that was copied is the one that was sent, byte for byte, and the key is the
        /// environment's.
        @Test(arguments: [("curl", "/bin/sh"), ("python", "/usr/bin/env python3 -")])
        func aRequestThatWasCopiedSendsTheSame(form: String, program: String) async throws {
            let desk = try CommandDesk()
            let answer = "It's \"so\", 温度\n\\ 👩‍👩‍👧‍👦 $HOME `x`"
            let provider = try TestProvider(Script.answer([answer]))
            let screen = try await TmuxScreen(
                to: provider, in: desk, environment: ["FADER_API_KEY": Canary.key])
            try await screen.send("Say it's \"so\" \\ 温度 $HOME 'x' {} 100%")
            try await screen.isAnswered()
            try await screen.press("M-2", "M-C")
            try await screen.shows("Copy as")
            try await screen.type(form)
            try await screen.press("Enter")
            try await screen.shows("characters: clipboard")
            let text = try await screen.clipboard
            #expect(!Canary.isIn(text))
            #expect(text.contains("FADER_API_KEY"))
            #expect(try desk.filesWithCanary() == [])
            let words = program.split(separator: " ").map(String.init)
            let run = try await RunningCommand(
                words[0], Array(words.dropFirst()), input: Array((text + "\n").utf8),
                environment: desk.environment.merging(["FADER_API_KEY": Canary.key]) { $1 }
            ).end()
            #expect(run.status == 0, "\(run.errors)\n\(text)")
            let (first, second) = await (provider.request(1), provider.request(2))
            #expect(second.line == first.line)
            #expect(second.body == first.body)
            for name in ["Authorization", "Content-Type", "Accept", "User-Agent"] {
                #expect(second.value(of: name) == first.value(of: name), "\(name)")
            }
            #expect(first.value(of: "Authorization") == "Bearer \(Canary.key)")
            #expect(run.text.contains(form == "python" ? answer : "\\\"so\\\""))
            try await screen.quit()
        }
    }
}
