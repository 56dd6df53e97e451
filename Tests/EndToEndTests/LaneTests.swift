import ChatCompletions
import Conversations
import Support
import Testing

extension EndToEnd {
    @Suite struct Lanes {
        @Test func ofTwoLanesOneIsStoppedTheOtherAdoptedAndThereAfterARestart() async throws {
            let gate = Gate()
            let provider = try TestProvider(
                Script.answer(["first begins "], until: gate, then: ["first ends"]),
                Script.answer(["second begins "], until: gate, then: ["second ends"]))
            let screen = try await TmuxScreen(to: provider)
            try await screen.press("M-3", "0", "Enter", "M-c", "1", "Enter", "M-1")
            try await screen.until("two temperatures") { screen in
                screen.contains("temperature 0") && screen.contains("temperature 1")
            }
            try await screen.send("Which one?")
            // Both stand side by side while neither has ended.
            let text = try await screen.shows("first begins", "second begins")
            #expect(text.isAnswering)
            // Which lane came first over the network is chance: the right one is stopped.
            let (stopped, adopted) = try await provider.order()
            try await screen.press("M-s")
            try await screen.shows("■ stopped")
            await provider.clientClosed()
            gate.open()
            try await screen.shows("\(adopted) begins \(adopted) ends")
            try await screen.press("M-Left")
            try await screen.shows("finish stop")
            try await screen.press("M-a")
            try await screen.shows("Lane A is the conversation now.")
            try await screen.quit()

            let again = try await TmuxScreen(to: provider, in: screen.desk)
            let shown = try await again.shows("\(adopted) begins \(adopted) ends")
            #expect(!shown.contains("\(stopped) begins"))
            try await again.quit()
            let answers = try again.desk.latestSession().turns
                .filter { $0.message.role == .assistant }
            #expect(Set(answers.map(\.state)) == [.stopped, .done])
        }
    }
}

extension TestProvider {
    /// The answers of the right lane (temperature 1) and of the left one.
    fileprivate func order() async throws -> (right: String, left: String) {
        let first = try JSONValue(parsing: await request(1).body)["temperature"]?.double
        let second = try JSONValue(parsing: await request(2).body)["temperature"]?.double
        #expect(Set([first, second]) == [0, 1])
        return first == 1 ? ("first", "second") : ("second", "first")
    }
}
