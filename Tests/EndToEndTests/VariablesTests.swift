import ChatCompletions
import Conversations
import SessionLibrary
import Support
import Testing

extension EndToEnd {
    /// A prompt with variables, from the keyboard to the wire and back from the library.
    @Suite struct Variables {
        private let template = "Explain {{topic}} to {{读者}}."

        @Test func aTemplateIsFilledSentAndBroughtBack() async throws {
            let provider = try TestProvider(Script.answer(["Yes."]), Script.answer(["Yes again."]))
            let desk = try CommandDesk()
            let screen = try await TmuxScreen(to: provider, in: desk)
            try await screen.type(template)
            try await screen.shows("topic ? · 读者 ? · alt-k sets")
            try await screen.press("Enter")
            try await screen.shows("no value yet", "sends as written")
            try await screen.type("entropy")
            try await screen.shows("entropy")
            let row = try await screen.facts("#{cursor_y}")
            try await screen.press("Enter")
            try await eventually("the next value") {
                try await screen.facts("#{cursor_y}") != row
            }
            try await screen.type("孩子")
            try await screen.shows("孩子")
            try await screen.press("Enter")
            try await screen.isAnswered()
            let body = try JSONValue(parsing: await provider.request().body)
            #expect(body["messages"]?[0]?["content"] == "Explain entropy to 孩子.")
            try await screen.quit()

            let again = try await TmuxScreen(to: provider, in: desk)
            try await again.shows("Explain entropy to 孩子.")
            try await again.press("M-2", "e")
            try await again.shows("› \(template)", "topic = entropy")
            try await again.press("M-k", "C-u")
            try await again.type("light")
            try await again.shows("light")
            try await again.press("C-s")
            try await again.shows("topic = light")
            try await again.press("Enter")
            try await again.shows("Yes again.")
            try await again.quit()
            let session = try desk.latestSession()
            let prompts = session.turns.filter { $0.message.role == .user }
            #expect(
                prompts.map(\.message.content) == [
                    "Explain entropy to 孩子.", "Explain light to 孩子.",
                ])
            #expect(prompts.compactMap(\.template) == Array(repeating: template, count: 2))
            #expect(session.variables == ["topic": "light", "读者": "孩子"])
        }

        /// What a command says is sent as it is; the system prompt is the session's.
        @Test func aCommandGoesOnWithTheSystemPromptFilled() async throws {
            let provider = try TestProvider(Script.answer(["Yes."]), Script.answer(["Yes."]))
            let desk = try CommandDesk()
            let target = TmuxScreen.target(provider)
            _ = try await desk.run(["send"] + target + ["--system", "You are {{role}}.", "Hi"])
            let library = try desk.openLibrary()
            var session = try desk.latestSession()
            session.variables = ["role": "a pirate"]
            try library.save(session)
            _ = try await desk.run("send", "--continue", "{{role}}?")
            let body = try JSONValue(parsing: await provider.request(2).body)
            #expect(body["messages"]?[0]?["content"] == "You are a pirate.")
            #expect(body["messages"]?.array?.last?["content"] == "{{role}}?")
            #expect(try desk.latestSession().system == "You are {{role}}.")
        }
    }
}
