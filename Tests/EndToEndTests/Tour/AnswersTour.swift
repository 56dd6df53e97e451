import ChatCompletions
import Conversations
import Foundation
import Support
import Testing

extension TourRow {
    /// Answers stopped and continued, with several choices, in lanes that go and come back; prompts
    /// that are long.
    static let answers = TourRow(
        name: "answers",
        scripts: { gates in
            [
                Script.answer(["```swift\nlet a = 1\nlet b"], until: gates[0]),
                Script.answer([" = 2\n```\n\nDone."]), choices, Script.answer(["Long. 很长。"]),
                Script.answer(["In every lane. 每一列。"]),
            ]
        }
    ) { tour in
        try await continues(tour)
        try await chooses(tour)
        try await folds(tour)
        try await bringsBackALane(tour)
    }

    /// In one piece, so that there is no time between two.
    private static let choices: [TestStep] = [
        .streamHead,
        .chunk(
            Chunk.content("first 第一个", choice: 0) + Chunk.content("second 第二个", choice: 1)
                + Chunk.finish(choice: 1) + Chunk.finish() + Chunk.done), .lastChunk,
    ]

    private static func continues(_ tour: Tour) async throws {
        try await tour.screen.type("Two lines?")
        try await tour.screen.shows("› Two lines?")
        try await tour.keys("Enter", shows: "let b")
        try await tour.keys("Escape", shows: tour.either("■ stopped", "■ 已停止"))
        try await tour.keys(
            "M-2", "c", asks: true, shows: "Done.", tour.either("continued", "续写"))
        try await tour.keys("y")
        try await tour.holds("```swift\nlet a = 1\nlet b = 2\n```\n\nDone.")
        #expect(try tour.messagesSent().last == ["assistant", "```swift\nlet a = 1\nlet b"])
    }

    private static func chooses(_ tour: Tour) async throws {
        let choice = tour.either("choice", "候选")
        try await tour.asks("Which one?", shows: "\(choice) ‹1› 2", "first 第一个")
        try await tour.keys("M-o", shows: "\(choice) 1 ‹2›", "second 第二个")
        try await eventually("the second choice is saved") { try chosen(tour) == 1 }
        try await tour.click("\(choice) 1", atEnd: true, shows: "\(choice) ‹1› 2", "first 第一个")
        try await eventually("the first choice is saved") { try chosen(tour) == 0 }
    }

    private static func chosen(_ tour: Tour) throws -> Int? {
        try tour.desk.latestSession().turns.last { $0.message.role == .assistant }?.choiceIndex
    }

    private static func folds(_ tour: Tour) async throws {
        let prompt = (1...20).map { "line 第 \($0) 行" }.joined(separator: "\n")
        let more = tour.either("… 12 more lines", "… 还有 12 行")
        try await tour.keys("M-1")
        try await tour.pastes(prompt, as: "20 lines", shows: "line 第 20 行")
        try await tour.keys("Enter", asks: true, shows: "Long. 很长。", more)
        #expect(try tour.messagesSent().last == ["user", prompt])
        try await tour.click(more, shows: "line 第 12 行", hides: [more])
        try await tour.keys("M-2", "Space", shows: more)
    }

    private static func bringsBackALane(_ tour: Tour) async throws {
        try await tour.keys("M-c")
        try await tour.asks("Both?", shows: "In every lane.")
        try await tour.keys("M-x", "M-2")
        #expect(try tour.desk.latestSession().lanes.count == 1)
        try await tour.keys("u", shows: tour.either("Taken back: removing a lane", "已撤销：移除列"))
        try await eventually("two lanes") { try tour.desk.latestSession().lanes.count == 2 }
    }
}
