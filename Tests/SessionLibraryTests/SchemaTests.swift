import ChatCompletions
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
        #expect(schema.joined(separator: ";\n\n") + ";\n" == (try golden()))
    }

    @Test func aLibraryMadeFromTheGoldenSchemaOpens() throws {
        let directory = try Directory()
        try DatabaseQueue(path: directory.library).write { db in
            try db.execute(sql: golden().replacing(/CREATE TABLE sqlite_sequence[^;]*;/, with: ""))
            try db.execute(
                sql: """
                    PRAGMA application_id = 1180787813;
                    PRAGMA user_version = 1;
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
        "DELETE FROM owner",
    ])
    func theSchemaDefendsItself(sql: String) throws {
        let library = try Library.temporary()
        try library.prepareExchange()
        #expect(throws: LibraryProblem.self) { try library.write { try $0.execute(sql: sql) } }
    }

    private func golden() throws -> String {
        let file = try #require(
            Bundle.module.url(forResource: "Golden/schema-1", withExtension: "sql"))
        return try String(contentsOf: file, encoding: .utf8)
    }
}
