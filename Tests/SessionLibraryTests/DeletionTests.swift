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

    /// Another program, that had them in memory: until the first one ends, too, nobody may read a
    /// branch without its beginning.
    @Test func whatAnotherGoesOnFromIsThereAtOnce() throws {
        let directory = try Directory()
        let library = try Library.open(at: directory.library)
        let another = try Library.open(at: directory.library)
        try deleted(library)
        var session = Session.sample("s")
        session.head = TurnID(rawValue: "q4")
        try another.save(session, turns: [.question("q4", after: "q2", "four")])
        #expect(try said(library) == ["one", "two", "four"])
        try another.save(.question("q5", after: "q3", "five"), in: .s)
        #expect(try said(library) == ["one", "two", "three", "four", "five"])
    }

    @Test func whereAnotherStandsIsThereAtOnce() throws {
        let directory = try Directory()
        let library = try Library.open(at: directory.library)
        let another = try Library.open(at: directory.library)
        try deleted(library)
        var session = Session.sample("s")
        session.head = TurnID(rawValue: "q3")
        try another.save(session)
        #expect(try said(library) == ["one", "two", "three"])
        #expect(try library.session(.s)?.head == session.head)
    }

    @Test(arguments: ["q2", "q3"]) func whatTwoHaveDeletedGoesWithTheLastOfThem(turn: String) throws
    {
        let library = try Library.temporary()
        try deleted(library)
        let other = try library.write { db in
            try db.run("INSERT INTO owner (pid, started, boot) VALUES (1, 0, 'another')")
            let owner = Int(db.lastInsertedRowID)
            try db.run("UPDATE turn SET deleted = ? WHERE id = ?", [owner, turn])
            return owner
        }
        try library.eraseDeleted()
        #expect(try said(library) == ["one"])
        try library.write { try Deletions.erase(those: other, $0) }
        #expect(try library.read { try $0.number("SELECT count(*) FROM turn") } == 1)
    }

    /// One that is in the middle of a change does not keep a program from ending.
    @Test func nothingIsWrittenWhereNothingWasDeleted() throws {
        let directory = try Directory()
        let library = try Library.open(at: directory.library, patience: 0.1, later: 0.1)
        try library.prepareExchange()
        try DatabaseQueue(path: directory.library).inTransaction(.immediate) { _ in
            try library.eraseDeleted()
            return .rollback
        }
    }

    // MARK: While it is read

    /// What is read when something comes back between two parts of it: what had been passed by is
    /// there.
    private func read(while change: (Library) throws -> Void) throws -> [String]? {
        let library = try Library.temporary()
        try deleted(library)
        try library.save(.question("q5", after: "q1", "five"), in: .s)
        var reading = SessionReading(.s)
        #expect(try !step(&reading, library))
        try change(library)
        while try !step(&reading, library) {}
        return reading.session?.turns.map(\.message.content)
    }

    private func step(_ reading: inout SessionReading, _ library: Library) throws -> Bool {
        let now = reading
        return reading.take(try library.read { try now.part($0, rows: 2) })
    }

    @Test func whatIsGoneOnFromMeanwhileIsReadToo() throws {
        let read = try read { try $0.save(.question("q4", after: "q2", "four"), in: .s) }
        #expect(read == ["one", "two", "five", "four"])
    }

    @Test func whereALaneComesToStandMeanwhileIsReadToo() throws {
        let read = try read { library in
            var session = Session.sample("s")
            session.head = TurnID(rawValue: "q3")
            try library.save(session)
        }
        #expect(read == ["one", "two", "three", "five"])
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
