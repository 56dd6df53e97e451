import Conversations
import Foundation
import Testing

extension TourRow {
    /// `{{variables}}`, found, filled, changed, and sent as they are written.
    static let variables = TourRow(name: "variables") { tour in
        try await fills(tour)
        try await changes(tour)
        try await sendsAsWritten(tour)
    }

    private static let template = "Explain {{topic}} to {{读者}}."

    private static func fills(_ tour: Tour) async throws {
        try await tour.types(template, shows: "topic ? · 读者 ?")
        try await tour.keys("Enter", shows: tour.either("no value yet", "还没填"))
        try await tour.types("entropy", shows: "entropy")
        try await tour.keys("Tab")
        try await tour.types("孩子", shows: "孩子")
        try await tour.click("entropy")
        try await tour.keys("Tab", "M-Enter")
        try await tour.types("和 parents", shows: "和 parents")
        try await tour.keys("C-s", asks: true)
        #expect(
            try tour.messagesSent() == [["user", "Explain entropy to 孩子\n和 parents."]])
        let session = try tour.desk.latestSession()
        #expect(session.variables == ["topic": "entropy", "读者": "孩子\n和 parents"])
        #expect(session.turns.first?.template == template)
    }

    private static func changes(_ tour: Tour) async throws {
        try await tour.keys("M-2", "K", "K", "e", shows: "› \(template)", "topic = entropy")
        try await tour.keys("M-k", shows: tour.either("Variables", "变量"))
        try await tour.keys("C-u")
        try await tour.types("light", shows: "light")
        try await tour.keys("C-s", shows: "topic = light")
        try await tour.keys("Enter", asks: true)
        #expect(try tour.messagesSent() == [["user", "Explain light to 孩子\n和 parents."]])
    }

    private static func sendsAsWritten(_ tour: Tour) async throws {
        try await tour.types("{{user.name}}, \\{{topic}}", shows: "user.name ?")
        try await tour.keys("Enter", shows: tour.either("sends as written", "原样发送"))
        try await tour.keys("C-t", asks: true)
        #expect(try tour.messagesSent().last == ["user", "{{user.name}}, \\{{topic}}"])
    }
}
