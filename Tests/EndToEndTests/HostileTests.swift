import ChatCompletions
import Conversations
import Foundation
import SessionLibrary
import Support
import Testing

extension EndToEnd {
    @Suite struct HostileText {
        /// Titles, the clipboard, colours, the cursor, reports, a device string, C1, bidi, tags.
        private static let attack = """
            start \u{1B}]0;owned\u{7} \u{1B}kowned\u{1B}\\ \u{1B}]52;c;b3duZWQ=\u{7} \u{1B}[2J\u{1B}[31m
            \u{9D}52;c;b3duZWQ=\u{9C} \u{9B}2J \u{1B}Ptmux;\u{1B}\u{1B}]0;owned\u{7}\u{1B}\\ \u{1B}[6n
            \u{202E}evil\u{202C} \u{E0041} back\u{8}\u{8} over\rprint \u{1B}c end
            """

        /// Else the other test would say nothing.
        @Test func aTerminalWouldObeyIt() async throws {
            let desk = try CommandDesk()
            try Data(Self.attack.utf8).write(to: desk.home.appending(path: "attack"))
            let screen = try await TmuxScreen("cat $HOME/attack; exec cat", in: desk)
            try await eventually("the clipboard") {
                try await screen.tmux("list-buffers").contains("owned")
            }
            #expect(try await screen.facts(Self.titles).contains("owned"))
        }

        private static let titles = "#{window_name} #{pane_title}"

        @Test func whatAModelSaysIsShownAndNotObeyed() async throws {
            let provider = try TestProvider(Script.answer([Self.attack]))
            let screen = try await TmuxScreen(to: provider)
            let titles = try await screen.facts(Self.titles)
            try await screen.send("Attack!")
            try await screen.shows(
                "start ^[]0;owned^G", "^[]52;c;b3duZWQ=^G", "<9D>52;c;b3duZWQ=<9C>", "<9B>2J",
                "<U+202E>evil<U+202C>", "<U+E0041>", "back^H^H", "^[c end", "finish stop")
            // In every tab of the traffic, too.
            try await screen.press("M-4", "M-z")
            for tab in ["[DONE]", "POST ", "HTTP/1.1 200"] {
                let text = try await screen.shows(tab)
                #expect(
                    !text.unicodeScalars.contains {
                        "\u{1B}\u{9B}\u{9D}\u{202E}".unicodeScalars.contains($0)
                    })
                try await screen.press("Right")
            }
            #expect(try await screen.facts(Self.titles) == titles)
            #expect(try await screen.tmux("list-buffers") == "")
            try await screen.quit()
            #expect(try screen.desk.latestSession().turns.last?.message.content == Self.attack)
        }

        /// What a command prints of it on a terminal, in whichever form, is text there too.
        @Test(arguments: [
            ["send", "Hi"], ["send", "--raw", "Hi"], ["send", "--raw", "--retries", "1", "Hi"],
            ["send", "--json", "Hi"], ["models"], ["models", "--json"], ["providers", "check"],
        ])
        func whatACommandPrintsIsNotObeyed(command: [String]) async throws {
            let text = JSONValue.string(Self.attack).text
            let choice = #"{"index":0,"message":{"content":\#(text)},"finish_reason":"stop"}"#
            // Not escaped, as a server may well send it; no JSON then.
            let isRaw = command.contains("--raw")
            let raw = isRaw ? Self.attack.replacing("\n", with: " ") : ""
            let body = #"{"data":[{"id":\#(text)}],"choices":[\#(choice)],"x":"\#(raw)"}"#
            let status = command.contains("--retries") ? 500 : 200
            let provider = try TestProvider(TestStep.answer(status, body))
            let line = TmuxScreen.line(command + TmuxScreen.target(provider))
            let screen = try await TmuxScreen("\(line); echo THE END; exec cat", in: CommandDesk())
            let shown = try await screen.shows("THE END")
            if command.first != "providers" {
                #expect(shown.contains("^[") || shown.contains("\\u001b"))
            }
            let titles = try await screen.facts(Self.titles)
            #expect(!titles.contains("owned"), "\(titles)")
            #expect(try await screen.tmux("list-buffers") == "")
        }
    }
}
