import Conversations
import Foundation
import SessionLibrary
import Testing

extension TourRow {
    /// Turns chosen, asked otherwise, left out, deleted, forked.
    static let turns = TourRow(name: "turns") { tour in
        try await edits(tour)
        try await asksAgain(tour)
        try await leavesOut(tour)
        try await deletes(tour)
        try await forks(tour)
    }

    /// The second of three prompts, and on from there.
    private static func edits(_ tour: Tour) async throws {
        let you = tour.either("you", "你")
        try await tour.asks(tour.either("What is top_p?", "什么是 top_p？"))
        try await tour.asks(tour.either("And temperature?", "温度呢？"))
        try await tour.asks(tour.either("Tell me of the sea.", "讲讲大海。"))
        try await tour.keys("M-2", "K", "K", "K", "K", shows: "▶\(you)")
        try await tour.keys("e", shows: tour.either("› And temperature?", "› 温度呢？"))
        try await tour.types(
            tour.either(" In one word.", "用一个词说。"), shows: tour.either("word.", "词说。"))
        try await tour.keys("Enter", asks: true, shows: "\(you) ‹2/2›")
        #expect(
            try tour.messagesSent().last
                == ["user", tour.either("And temperature? In one word.", "温度呢？用一个词说。")])
        try await tour.asks(tour.either("And then?", "然后呢？"))
        #expect(try tour.messagesSent().count == 5)
        #expect(try tour.desk.latestSession().turns.count == 10)
    }

    private static func asksAgain(_ tour: Tour) async throws {
        let you = tour.either("you", "你")
        try await tour.keys("M-2", "K", "K", "K", "K", "<", shows: "\(you) ‹1/2›")
        try await tour.keys(">", shows: "\(you) ‹2/2›")
        try await tour.keys("J", "r", asks: true, shows: "‹2/2› · practice")
        try await tour.keys("<", shows: "‹1/2› · practice")
        try await tour.keys("C-r", asks: true, shows: "‹2/2› · practice")
    }

    private static func leavesOut(_ tour: Tour) async throws {
        let leftOut = tour.either("not sent: left out", "不再发送")
        try await tour.keys("K", "K", "x", shows: leftOut)
        try await tour.asks(tour.either("What was that?", "那是什么？"))
        let last = tour.either("And then?", "然后呢？")
        #expect(try !tour.messagesSent().contains(["user", last]))
        #expect(try tour.messagesSent().count == 5)
        try await tour.keys("M-2", "X", hides: [leftOut])
    }

    private static func deletes(_ tour: Tour) async throws {
        let count = try tour.desk.latestSession().turns.count
        try await tour.keys("K", "K", "d", shows: tour.either("2 turns deleted", "已删除 2 轮"))
        try await eventually("two turns fewer") {
            try tour.desk.latestSession().turns.count == count - 2
        }
        try await tour.keys("u", shows: tour.either("Taken back: deleting", "已撤销：删除"))
        try await eventually("all turns") { try tour.desk.latestSession().turns.count == count }
        try await tour.keys("U", shows: tour.either("Done again: deleting", "已重做：删除"))
        try await tour.keys("u", shows: tour.either("Taken back: deleting", "已撤销：删除"))
        try await eventually("all turns") { try tour.desk.latestSession().turns.count == count }
    }

    private static func forks(_ tour: Tour) async throws {
        let first = try tour.desk.latestSession()
        try await tour.keys("g")
        try await tour.click(
            tour.either("What is top_p?", "什么是 top_p？"), shows: "▶\(tour.either("you", "你"))")
        try await tour.keys("J", "f", shows: tour.either("A new session, with 2 turns", "带着 2 轮"))
        try await eventually("the new session") {
            try tour.desk.latestSession().id != first.id
        }
        #expect(try tour.desk.latestSession().turns.count == 2)
        try await tour.keys("C-o", shows: tour.either("type to narrow", "输入即筛选"))
        try await tour.keys("Down", "Enter", hides: [tour.either("type to narrow", "输入即筛选")])
        #expect(try tour.desk.openLibrary().sessions(limit: 9).count == 2)
    }
}
