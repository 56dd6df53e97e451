import ChatCompletions
import Conversations
import Support
import Testing

extension EndToEnd {
    @Suite struct Histories {
        @Test func aPromptThatWasStoppedIsSentAloneTheNextTime() async throws {
            let provider = try TestProvider(
                [.streamHead, .pause(until: Gate())], Script.answer(["Because."]))
            let screen = try await TmuxScreen(to: provider)
            try await screen.send("为什么?")
            _ = await provider.request()
            try await screen.press("Escape")
            try await screen.shows("you · not sent: no answer", "› 为什么?")
            try await screen.press("Enter")
            try await screen.isAnswered()
            let body = try JSONValue(parsing: await provider.request(2).body)
            #expect(body["messages"] == [["role": "user", "content": "为什么?"]])
            try await screen.quit()
            let turns = try screen.desk.latestSession().turns
            #expect(turns.map(\.message.content) == ["为什么?", "", "为什么?", "Because."])
        }

        @Test func whatIsLeftOutByHandStaysSo() async throws {
            let provider = try TestProvider(Script.answer(["ok"]))
            let desk = try CommandDesk()
            let screen = try await TmuxScreen(to: provider, in: desk)
            try await screen.send("one")
            try await screen.isAnswered()
            try await screen.press("M-2", "x")
            try await screen.shows("you · not sent: left out")
            try await screen.quit()
            let again = try await TmuxScreen(to: provider, in: desk)
            try await again.shows("you · not sent: left out")
            try await again.send("two")
            try await again.isAnswered()
            let body = try JSONValue(parsing: await provider.request(2).body)
            #expect(body["messages"] == [["role": "user", "content": "two"]])
        }
    }
}
