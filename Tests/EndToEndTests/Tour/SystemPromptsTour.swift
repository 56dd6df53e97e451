import ChatCompletions
import Conversations
import Foundation
import SessionLibrary
import Testing

extension TourRow {
    /// Three system prompts on one question, kept under names and used again.
    static let systemPrompts = TourRow(name: "system-prompts") { tour in
        try await writesThree(tour)
        try await asksAll(tour)
        try await usesAnother(tour)
        try await forgetsOne(tour)
    }

    private static func writesThree(_ tour: Tour) async throws {
        try await tour.keys("M-y", shows: tour.either("ctrl-s keeps it", "ctrl-s 保存"))
        try await tour.types("You are terse. 一句话回答。", shows: "一句话回答。")
        try await tour.keys("C-s")
        try await tour.keys("M-K", shows: tour.either("type a name", "输入名字"))
        try await tour.types("terse", shows: "terse")
        try await tour.keys("Enter", shows: tour.either("saved as “terse”", "已存为「terse」"))
        try await tour.keys("M-c")
        try await tour.keys("M-y", "M-A")
        try await tour.types("像海盗一样说话。", shows: "像海盗一样说话。")
        try await tour.keys("C-s")
        try await tour.keys("M-K", shows: tour.either("type a name", "输入名字"))
        try await tour.types("海盗", shows: "海盗")
        try await tour.keys("Enter", shows: tour.either("saved as “海盗”", "已存为「海盗」"))
        try await tour.keys("M-c")
        try await tour.keys("M-y", "M-A")
        try await tour.types("You are a poet.", shows: "You are a poet.")
        try await tour.keys("C-s")
    }

    private static func asksAll(_ tour: Tour) async throws {
        try await tour.asks(tour.either("What is entropy?", "什么是熵？"))
        let session = try tour.desk.latestSession()
        let systems = try tour.desk.openLibrary().exchanges(of: session.id).map { exchange in
            let body = try JSONValue(parsing: #require(exchange.request).body)
            return body["messages"]?[0]?["content"]?.string ?? ""
        }
        #expect(
            systems.sorted()
                == ["You are a poet.", "You are terse. 一句话回答。", "像海盗一样说话。"])
    }

    private static func usesAnother(_ tour: Tour) async throws {
        // On a small screen the lanes do not stand side by side.
        if tour.stage.columns > 80 {
            try await tour.click("B practice", shows: "▶B")
        } else {
            try await tour.keys("M-Left", shows: "▶B")
        }
        try await tour.keys("M-Y", shows: "You are terse.")
        try await tour.click(
            "terse  You", shows: tour.either("prompt is “terse”", "已换成「terse」"))
        try await eventually("the lane has it") {
            try tour.desk.latestSession().lanes[1].system == "You are terse. 一句话回答。"
        }
        try await tour.keys("M-i")
        try await tour.keys("M-i")
    }

    private static func forgetsOne(_ tour: Tour) async throws {
        try await tour.keys("M-F", shows: "terse", "海盗")
        try await tour.types("海盗", shows: "像海盗一样说话。")
        try await tour.keys("Enter", shows: tour.either("“海盗” is forgotten", "已删除「海盗」"))
        try await tour.keys("M-a", shows: tour.either("Lane B is the conversation", "已采用 B 列"))
        #expect(try tour.desk.latestSession().lanes.count == 1)
    }
}
