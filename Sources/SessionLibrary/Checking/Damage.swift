import ChatCompletions
import GRDB

/// Looking for damage with SQLite's own check, in whole or in parts.
enum Damage {
    /// Up to this size a library is looked through whole whenever it is opened: about 40 ms.
    static let smallSize = 32 << 20

    /// Throws `damaged` for what a write could make worse.
    static func expectNoneWhereWritten(_ db: Database) throws {
        if try size(db) <= smallSize { return try expectNone(db) }
        for table in try tables(db) where table != bulk { try expectNone(in: table, db) }
        // Its last pages are the ones that grow.
        try read(from: db, "SELECT * FROM wire ORDER BY number DESC LIMIT 16")
        try read(from: db, "SELECT exchange, first FROM wire ORDER BY 1 DESC, 2 DESC LIMIT 16")
    }

    /// The table that holds nearly all of a large library.
    static let bulk = "wire"

    static func size(_ db: Database) throws -> Int {
        let pages = try db.number("PRAGMA page_count") ?? 0
        return pages * (try db.number("PRAGMA page_size") ?? 0)
    }

    /// The tables that lie in pages of their own, those of a search index too.
    static func tables(_ db: Database) throws -> [String] {
        try db.rows(
            """
            SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0
                AND name NOT LIKE 'sqlite_%' ORDER BY name
            """
        ) { try $0.text("name") }
    }

    /// The whole file.
    static func expectNone(_ db: Database) throws {
        try expectGood(db, "PRAGMA integrity_check(1)")
    }

    static func expectNone(in table: String, _ db: Database) throws {
        try expectGood(db, "PRAGMA quick_check('\(table)')")
    }

    /// Reads rows whole; what cannot be read throws.
    static func read(from db: Database, _ sql: String) throws {
        _ = try Row.fetchAll(db, sql: sql)
    }

    private static func expectGood(_ db: Database, _ check: String) throws {
        guard let finding = try findings(db, check).first else { return }
        throw LibraryProblem(.damaged, finding)
    }

    /// SQLite's findings, without those that only say that there are no others.
    static func findings(_ db: Database, _ check: String) throws -> [String] {
        try String.fetchAll(db, sql: check).filter { $0 != "ok" }.map { finding in
            // "*** in database main ***" stands on a line of its own.
            finding.split(separator: "\n").last.map(String.init) ?? finding
        }
    }
}
