import ChatCompletions
import Conversations
import GRDB
import Testing

@testable import SessionLibrary

/// Turns that were deleted, until they are erased.
@Suite struct DeletionTests {
    /// `q1` to `q3`, one after the other; the last two are deleted.
    private func deleted(_ library: Library) throws {
        var turns = [
            Turn.question("q1", after: nil, "one"), .question("q2", after: "q1", "two"),
            .question("q3", after: "q2", "three"),
        ]
        var session = Session.sample("s")
        session.head = TurnID(rawValue: "q1")
        try library.save(session, turns: turns)
        for place in 1...2 { turns[place].isDeleted = true }
        try library.save(session, turns: Array(turns[1...]))
    }

    private func said(_ library: Library) throws -> [String]? {
        try library.session(.s)?.turns.map(\.message.content)
    }

    @Test func nobodyShowsThem() throws {
        let library = try Library.temporary()
        try deleted(library)
        #expect(try said(library) == ["one"])
        #expect(try library.sessions(limit: 1).first?.turnCount == 1)
        #expect(try library.prompts(limit: 10) == ["one"])
    }

    @Test func onlyWhoDeletedThemErasesThem() throws {
        let library = try Library.temporary()
        try deleted(library)
        try library.write { try $0.execute(sql: "UPDATE owner SET started = started + 1") }
        try library.eraseDeleted()
        #expect(try library.read { try $0.number("SELECT count(*) FROM turn") } == 3)
        try library.write { try $0.execute(sql: "UPDATE owner SET started = started - 1") }
        try library.eraseDeleted()
        #expect(try library.read { try $0.number("SELECT count(*) FROM turn") } == 1)
    }

    @Test func whatSomebodyWentOnFromIsThereAgain() throws {
        let library = try Library.temporary()
        try deleted(library)
        try library.save(.question("q4", after: "q2", "four"), in: .s)
        try library.eraseDeleted()
        #expect(try said(library) == ["one", "two", "four"])
    }

    @Test func whereALaneStandsIsThereAgain() throws {
        let library = try Library.temporary()
        try deleted(library)
        var session = Session.sample("s")
        session.head = TurnID(rawValue: "q1")
        session.lanesAfter = [SessionLane(settings: .sample, head: TurnID(rawValue: "q3"))]
        try library.save(session)
        try library.eraseDeleted()
        #expect(try said(library) == ["one", "two", "three"])
    }

    @Test func savingThemAsTheyWereTakesItBack() throws {
        let library = try Library.temporary()
        try deleted(library)
        try library.save(.question("q2", after: "q1", "two"), in: .s)
        try library.eraseDeleted()
        #expect(try said(library) == ["one", "two"])
    }
}
