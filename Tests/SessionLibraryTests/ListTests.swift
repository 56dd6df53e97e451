import ChatCompletions
import Conversations
import GRDB
import Testing

@testable import SessionLibrary

/// Of a long list only what is looked at is read.
@Suite struct ListTests {
    @Test func aWindowHasItsPartOfTheListAndItsLength() throws {
        let library = try Library.temporary()
        try library.fill(sessions: 1_000)
        let window = try library.window(0..<3)
        #expect(window.sessions.map(\.id.rawValue) == ["s999", "s998", "s997"])
        #expect(window.count == 1_000)
        let middle = try library.window(500..<502)
        #expect(middle.sessions.map(\.id.rawValue) == ["s499", "s498"])
        #expect(middle.range == 500..<502)
        let end = try library.window(998..<1_010)
        #expect(end.sessions.map(\.id.rawValue) == ["s1", "s0"])
        #expect(end.range == 998..<1_000)
        #expect(try library.window(2_000..<2_010).range == 1_000..<1_000)
    }

    @Test func wordsAreFoundInTitlesWhateverTheirCase() throws {
        let library = try Library.temporary()
        for (number, title) in [
            "Weather in Zürich", "北京的天气", "weather, again", "ÜBER weather", "\u{0}Weather",
        ].enumerated() {
            var session = Session.sample("s\(number)", updated: Int64(number))
            session.title = title
            try library.save(session)
        }
        func titles(_ text: String) throws -> [String] {
            try library.window(0..<9, where: SessionFilter(text: text)).sessions.map(\.title)
        }
        #expect(
            try titles("WEATHER") == [
                "\u{0}Weather", "ÜBER weather", "weather, again", "Weather in Zürich",
            ])
        #expect(try titles("in weather") == ["weather, again", "Weather in Zürich"])
        #expect(try titles("über") == ["ÜBER weather"])
        #expect(try titles("天气") == ["北京的天气"])
        #expect(try titles("天气 北京") == ["北京的天气"])
        #expect(try titles("s2") == ["weather, again"])
        #expect(try titles("snow") == [])
        #expect(try titles("  ").count == 5)
    }

    @Test func promptsAreTheNewestOnesEachOnce() throws {
        let library = try Library.temporary()
        try library.fill(sessions: 2)
        for (number, prompt) in ["old", "温度", " \n", "why?", "温度", "last"].enumerated() {
            let session = SessionID(rawValue: "s\(number % 2)")
            for (role, text) in [(Role.user, prompt), (.assistant, "an answer")] {
                let turn = Turn(
                    id: TurnID(rawValue: "\(role.rawValue)\(number)"), parent: nil,
                    message: Message(role, text), created: Timestamp(milliseconds: Int64(number)))
                try library.save(turn, in: session)
            }
        }
        #expect(try library.prompts(limit: 100) == ["last", "温度", "why?", "old"])
        #expect(try library.prompts(limit: 2) == ["last", "温度"])
        #expect(try library.prompts(limit: 100, bytes: 5) == ["last", "温度"])
    }

    @Test func promptsAreAsTheyWereWritten() throws {
        let library = try Library.temporary()
        try library.save(.sample("s"))
        var turn = Turn.question("q", "Explain 熵.")
        turn.template = "Explain {{topic}}."
        try library.save(turn, in: .s)
        #expect(try library.prompts(limit: 9) == ["Explain {{topic}}."])
    }

    /// All that the list shows, as it shows it.
    @Test func wordsAreFoundInTimesAndSourcesToo() throws {
        let library = try Library.temporary()
        for (number, source) in [SessionSource.workbench, .send].enumerated() {
            let updated = 1_763_704_020_000 + Int64(number) * 3_600_000
            var session = Session.sample("s\(number)", updated: updated)
            session.title = "Weather"
            session.source = source
            try library.save(session)
        }
        let clock = LocalTime { _ in 7_200 }
        func found(_ text: String) throws -> [String] {
            try library.window(0..<9, where: SessionFilter(text: text), by: clock)
                .sessions.map(\.id.rawValue)
        }
        #expect(try found("07:47") == ["s0"])
        #expect(try found("2025-11-21 weather") == ["s1", "s0"])
        #expect(try found("08:47 SEND s1") == ["s1"])
        #expect(try found("send 07:47") == [])
        #expect(try found("workbench") == [])
    }

    @Test func aFilteredWindowCountsWhatIsLetThrough() throws {
        let library = try Library.temporary()
        try library.fill(sessions: 1_000)
        var window = try library.window(10..<12, where: SessionFilter(text: "title 99"))
        #expect(window.count == 19)
        #expect(window.sessions.map(\.title) == ["Title 899", "Title 799"])
        window = try library.window(0..<2, where: SessionFilter(model: "odd", text: "title 99"))
        #expect(window.count == 14)
        #expect(window.sessions.map(\.title) == ["Title 999", "Title 997"])
    }

    /// The first window is one step, however long the list is.
    @Test(arguments: [100, 10_000]) func aWindowReadsNoFurtherThanItsEnd(count: Int) throws {
        let library = try Library.temporary()
        try library.fill(sessions: count)
        var listing = SessionListing(0..<40, where: SessionFilter(), countsAll: false)
        let part = try library.read { db in try listing.part(db, rows: 64) }
        let isAll = listing.take(part)
        #expect(isAll)
        #expect(listing.sessions.count == 40)
    }

    /// A list with a filter is looked through in its index, a session in its turns' order.
    @Test(arguments: [
        (
            "SELECT number, provider, model, source FROM session ORDER BY updated DESC, id DESC",
            "COVERING INDEX session_in_list"
        ),
        (
            "SELECT * FROM turn WHERE session = 's' AND deleted IS NULL AND number > 1 ORDER BY number",
            "INDEX turn_by_session (session=? AND deleted=? AND rowid>?)"
        ),
    ]) func nothingIsSortedOrReadWhole(sql: String, plan: String) throws {
        let library = try Library.temporary()
        let found = try library.read { db in
            try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + sql).map { $0["detail"] as String }
        }
        #expect(found.count == 1)
        #expect(found.first?.contains(plan) == true, "\(found)")
    }
}

extension Library {
    /// Sessions `s0`, `s1`, …, the last one changed last, every other one with the model `odd`.
    func fill(sessions count: Int) throws {
        try write { db in
            for number in 0..<count {
                try db.run(
                    """
                    INSERT INTO session
                        (id, title, created, updated, provider, model, parameters, system)
                    VALUES (?, ?, 1, ?, 'practice', ?, '{}', '')
                    """,
                    [
                        "s\(number)", "Title \(number)", number,
                        number % 2 == 1 ? "odd" : "even",
                    ])
            }
        }
    }
}
