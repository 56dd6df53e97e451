import ChatCompletions
import Conversations
import SessionLibrary
import Support
import Testing

extension EndToEnd {
    @Suite struct Answers {
        @Test func aChineseAndAnEnglishPromptAreAnsweredWhileTheEventsScroll() async throws {
            let screen = try await TmuxScreen()
            var shown = ""
            var counts: Set<String> = []
            for prompt in ["用一句话解释 top_p。", "What is nucleus sampling?"] {
                try await screen.send(prompt)
                shown += try await screen.until("the answer to \(prompt)") { screen in
                    if screen.isAnswering { counts.insert("\(prompt) \(screen.eventCount)") }
                    return screen.contains("› type a prompt") && !screen.isAnswering
                        && screen.contains("finish stop") && screen.contains("[DONE]")
                }
            }
            // How many of them are seen depends on how busy the machine is.
            #expect(counts.count > 2)
            try await screen.quit()
            let turns = try screen.desk.latestSession().turns
            #expect(turns.map(\.message.role) == [.user, .assistant, .user, .assistant])
            #expect(turns.allSatisfy { $0.state == .done })
            #expect(turns.map(\.message.content)[0] == "用一句话解释 top_p。")
            for turn in turns {
                // The first words, without signs of Markdown.
                let words = turn.message.content.drop { !$0.isLetter }.prefix { $0.isLetter }
                #expect(shown.contains(words.prefix(12)))
            }
        }

        @Test func theRequestPaneShowsExactlyTheJSONThatTheServerReceived() async throws {
            let provider = try TestProvider(Script.answer(["Yes."]))
            let screen = try await TmuxScreen(to: provider)
            try await screen.send("Is 这个 \"quoted\" \\ whole?")
            try await screen.isAnswered()
            try await screen.press("M-4", "Right", "M-z")
            let shown = try await screen.shows("POST ", "\"messages\"").unframed
            let received = await provider.request()
            let json = try #require(shown.firstRange(of: "{\n"))
            let end = try #require(shown.firstRange(of: "\n}"))
            let value = try JSONValue(parsing: Array(shown[json.lowerBound..<end.upperBound].utf8))
            #expect(value == (try JSONValue(parsing: received.body)))
            #expect(value["messages"]?[0]?["content"] == "Is 这个 \"quoted\" \\ whole?")
            for header in received.headers where !header.hasPrefix("Host:") {
                #expect(shown.contains(header))
            }
            try await screen.quit()
            let exchange = try screen.desk.onlyExchange()
            #expect(exchange.request?.body == received.body)
        }
    }
}

extension String {
    /// The text of a screen with one pane on it, without the pane's border.
    var unframed: String {
        split(separator: "\n").filter { $0.hasPrefix("│") && $0.hasSuffix("│") }
            .map { line in
                let text = line.dropFirst(2).dropLast()
                return String(text.reversed().drop { $0 == " " }.reversed())
            }
            .joined(separator: "\n")
    }
}
