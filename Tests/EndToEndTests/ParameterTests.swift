import ChatCompletions
import Conversations
import Support
import Testing

extension EndToEnd {
    @Suite struct TurningKnobs {
        @Test func theTemperatureIsSentAsKeysAndMouseHaveSetIt() async throws {
            let provider = try TestProvider(Script.answer(["Yes."]))
            let screen = try await TmuxScreen(to: provider)
            try await screen.press("M-3")
            for _ in 0..<8 { try await screen.press("S-Left") }
            try await screen.until("zero") { $0.temperature == 0 }
            try await screen.press("M-1")
            try await screen.send("cold")
            try await screen.isAnswered()
            try await screen.dragTemperature()
            try await screen.until("two") { $0.temperature == 2 }
            try await screen.press("M-1")
            try await screen.send("hot")
            let bodies = [await provider.request(1), await provider.request(2)].map(\.body)
            let sent = try bodies.map { try JSONValue(parsing: $0)["temperature"]?.double }
            #expect(sent == [0, 2])
        }

        @Test func theTemperatureChangesWhatThePracticeModelSays() async throws {
            let screen = try await TmuxScreen()
            try await screen.press("M-3", "0", "Enter", "j", "j", "3", "0", "Enter", "M-1")
            try await screen.until("zero") { $0.temperature == 0 }
            try await screen.send("Tell me about the weather.")
            try await screen.isAnswered("finish ")
            try await screen.askAgain()
            try await screen.dragTemperature()
            try await screen.until("two") { $0.temperature == 2 }
            try await screen.askAgain()
            try await screen.quit()
            let answers = try screen.desk.latestSession().turns
                .filter { $0.message.role == .assistant }.map(\.message.content)
            try #require(answers.count == 3)
            #expect(answers[0] == answers[1])
            #expect(answers[0] != answers[2])
        }
    }
}

extension TmuxScreen {
    /// From the slider's left end to its right one, a column after the other.
    fileprivate func dragTemperature() async throws {
        let lines = try await text.split(separator: "\n", omittingEmptySubsequences: false)
        let row = try #require(lines.firstIndex { $0.contains("│ temperature ") })
        let track = lines[row].enumerated().filter { "─━●○".contains($0.element) }.map(\.offset)
        let (first, last) = (try #require(track.first), try #require(track.last))
        try await mouse(.press, row: row, column: first)
        try await until("the left end") { $0.temperature == 0 }
        for column in first...last { try await mouse(.drag, row: row, column: column) }
        try await mouse(.release, row: row, column: last)
    }

    fileprivate func askAgain() async throws {
        let count = try await answerCount
        try await press("C-r")
        try await eventually("another answer") { try await answerCount == count + 1 }
        try await isAnswered("finish ")
    }

    private var answerCount: Int {
        get async throws {
            try desk.latestSession().turns.count { $0.message.role == .assistant }
        }
    }
}

extension String {
    /// What the first slider is set to; `nil` while it is not sent.
    fileprivate var temperature: Double? {
        (firstMatch(of: #/temperature[ ━─●]+ (\d\.\d+) /#)?.1).flatMap { Double($0) }
    }
}
