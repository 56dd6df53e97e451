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
        "UPDATE turn SET choice = -1",
        "UPDATE turn SET message = 'text'",
        "UPDATE turn SET attachments = '[]'",
        "UPDATE session SET place = -1",
        "INSERT INTO lane (session, place, provider, model, parameters, system) VALUES ('t', 0, '', '', '{}', '')",
        "INSERT INTO lane (session, place, provider, model, parameters, system, head) VALUES ('s', 0, '', '', '{}', '', 'nobody')",
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
}

/// A file of `Golden`.
func fixture(_ name: String, _ ending: String) throws -> [UInt8] {
    let file = try #require(
        Bundle.module.url(forResource: "Golden/" + name, withExtension: ending))
    return Array(try Data(contentsOf: file))
}
