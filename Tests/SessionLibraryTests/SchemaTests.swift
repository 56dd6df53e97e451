import ChatCompletions
import Conversations
import Foundation
import GRDB
import Testing

@testable import SessionLibrary

@Suite struct SchemaTests {
    /// A released schema never changes: a change is a new migration and a new file in `Golden`.
    @Test func theSchemaIsTheGoldenOne() throws {
        let library = try Library.temporary()
        let schema = try library.read { db in
            try String.fetchAll(
                db, sql: "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid"
            )
        }
        let text = schema.joined(separator: ";\n\n") + ";\n"
        #expect(text == (try golden(Schema.version)))
    }

    @Test(arguments: 1...Schema.version)
    func aLibraryMadeFromAGoldenSchemaOpens(version: Int) throws {
        let directory = try Directory()
        try DatabaseQueue(path: directory.library).write { db in
            try db.execute(
                sql: golden(version).replacing(/CREATE TABLE sqlite_sequence[^;]*;/, with: ""))
            for migration in Schema.migrator.migrations.prefix(version) {
                try db.execute(
                    sql: "INSERT INTO grdb_migrations VALUES (?)", arguments: [migration])
            }
            try db.execute(
                sql: """
                    INSERT INTO meta VALUES ('min_reader', '1');
                    PRAGMA application_id = 1180787813;
                    PRAGMA user_version = \(version);
                    """
            )
        }
        let library = try Library.open(at: directory.library)
        try library.prepareExchange()
        #expect(try library.session(.s)?.turns.count == 2)
    }

    /// `schema-1.sqlite` was written by the last program of version 1.
    @Test func aLibraryOfVersion1IsBroughtUpToDate() throws {
        let directory = try Directory()
        try write(fixture("schema-1", "sqlite"), to: directory.library)
        let library = try Library.open(at: directory.library)
        let version = try library.read { try Int.fetchOne($0, sql: "PRAGMA user_version") }
        #expect(version == Schema.version)
        try expectSessionsOfVersion1(in: library)
        var session = try #require(try library.session(SessionID(rawValue: "wyfoxttkju")))
        var turn = session.turns[1]
        turn.isLeftOut = true
        try library.save(session, turns: [turn])
        session = try #require(try library.session(session.id))
        #expect(session.turns.map(\.isLeftOut) == [false, true])
        try library.save(.sample("s"))
        #expect(try Library.open(at: directory.library).sessionCount() == 4)
    }

    /// One on a disk that may not be written is read all the same.
    @Test func aLibraryOfVersion1IsReadWhereItMayNotBeWritten() throws {
        let directory = try Directory()
        let before = try fixture("schema-1", "sqlite")
        try write(before, to: directory.library)
        do {
            let library = try Library.openForReading(
                directory.library, LibraryProblem(.readOnly, "its file may not be written"))
            #expect(library.isReadOnly)
            try expectSessionsOfVersion1(in: library)
        }
        #expect(bytes(of: directory.library) == before)
    }

    private func expectSessionsOfVersion1(in library: Library) throws {
        let list = try library.sessions(limit: 9)
        #expect(list.map(\.title) == ["unreachable", "why?", "什么是熵？"])
        #expect(list.map(\.turnCount) == [2, 2, 2])
        #expect(list.allSatisfy { $0.source == .workbench })
        let session = try #require(try library.session(SessionID(rawValue: "wyfoxttkju")))
        #expect(session.system == "Be brief.")
        #expect(session.settings.parameters["temperature"] == 0.4)
        #expect(session.turns.map(\.isLeftOut) == [false, false])
        let exchange = try #require(session.turns[1].exchange)
        #expect(try library.exchange(exchange)?.state == .done)
        #expect(try !library.bodyBytes(of: exchange).isEmpty)
    }

    @Test(arguments: [
        "INSERT INTO owner (pid, started, boot) VALUES (0, 1, '')",
        "UPDATE turn SET state = 'lost'",
        "UPDATE turn SET state = 'streaming', owner = NULL",
        "UPDATE turn SET parent = id",
        "UPDATE turn SET parent = 'nobody'",
        "UPDATE turn SET tool_calls = 'none'",
        "UPDATE turn SET content = x'00'",
        "UPDATE session SET head = 'nobody'",
        "UPDATE session SET created = 'today'",
        "UPDATE session SET source = ''",
        "UPDATE turn SET left_out = 2",
        "DELETE FROM owner",
    ])
    func theSchemaDefendsItself(sql: String) throws {
        let library = try Library.temporary()
        try library.prepareExchange()
        #expect(throws: LibraryProblem.self) { try library.write { try $0.execute(sql: sql) } }
    }

    private func golden(_ version: Int) throws -> String {
        String(decoding: try fixture("schema-\(version)", "sql"), as: UTF8.self)
    }

    private func fixture(_ name: String, _ ending: String) throws -> [UInt8] {
        let file = try #require(
            Bundle.module.url(forResource: "Golden/" + name, withExtension: ending))
        return Array(try Data(contentsOf: file))
    }
}
