import ChatCompletions
import Conversations
import Foundation
import Testing

extension TourRow {
    /// What the practice provider shows of the desk, and its knobs by mouse and keys.
    static let practice = TourRow(name: "practice") { tour in
        try await answers(tour)
        try await isTurned(tour)
        try await isCutAndContinued(tour)
        try await thinks(tour)
    }

    private static func answers(_ tour: Tour) async throws {
        try await tour.asks(tour.either("Hello!", "你好！"))
        try await tour.asks(tour.either("A table of settings", "参数的表格"))
        try await tour.asks(tour.either("Print a greeting", "打印一句问候的程序"))
    }

    private static func isTurned(_ tour: Tour) async throws {
        try await tour.keys("M-3", shows: "temperature")
        let knob = try await tour.screen.place(of: "○")
        try await tour.drag(knob, to: (knob.row, knob.column - 2), shows: ["●"])
        try await tour.keys("j", "j", "1", "2", "Enter", shows: "  12 ")
    }

    private static func isCutAndContinued(_ tour: Tour) async throws {
        try await tour.asks(tour.either("Tell me of rain.", "讲讲下雨。"))
        let request = try tour.requestSent()
        #expect(request["max_tokens"] == 12)
        let temperature = try #require(request["temperature"]?.double)
        #expect(temperature > 0 && temperature < 0.8)
        let cut = try #require(try tour.messagesOfAnswers().last)
        try await tour.keys("M-2", "c", asks: true, shows: tour.either("continued", "续写"))
        #expect(try tour.messagesSent().last == ["assistant", cut])
        try await tour.keys("M-3", "BSpace")
    }

    private static func thinks(_ tour: Tour) async throws {
        try await tour.keys("C-g", shows: "practice-bigram")
        try await tour.types("thinking", shows: "practice-thinking")
        try await tour.keys("Enter")
        try await tour.asks(tour.either("Why?", "为什么？"), shows: "▸")
        try await tour.keys("M-2", "M-t", "M-z")
        try await tour.keys("g")
        try await tour.keys("?", shows: tour.either("type to narrow", "输入即筛选"))
    }
}
