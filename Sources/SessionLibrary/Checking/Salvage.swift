import GRDB
import GRDBSQLite

/// What was read of a damaged library's table.
public struct SalvagedTable: Sendable, Hashable {
    /// The table's name.
    public var table: String
    /// Rows that are in the new library.
    public var saved = 0
    /// Rows that could not be read, or that no library may hold; at most so many, since nobody knows
    /// what was where nothing can be read.
    public var lost = 0
}

extension Library {
    /// Reads a library row by row into a new one, around what is damaged.
    ///
    /// What belongs to a row that was lost stays: a turn's session gets an empty title, an answer
    /// after a lost turn stands at the beginning.
    ///
    /// - Throws: `unreachable` when there is a file at `target`; what keeps `source` from being read
    ///   at all.
    public static func recover(
        from source: String, to target: String
    ) throws(LibraryProblem) -> [SalvagedTable] {
        let old = try openToLook(at: source)
        try Place.makeNew(target)
        do {
            return try Salvage.copy(from: old.queue, to: open(at: target).queue)
        } catch {
            Place.remove(target)
            throw LibraryProblem(error, path: source)
        }
    }
}

/// Copies rows, those that can be read, table by table.
private enum Salvage {
    static func copy(
        from old: DatabaseQueue, to new: DatabaseQueue
    ) throws -> [SalvagedTable] {
        try new.writeWithoutTransaction { target in
            // Rows come before those that they belong to.
            try target.execute(sql: "PRAGMA foreign_keys = OFF")
            var report: [SalvagedTable] = []
            try target.inTransaction(.immediate) {
                report = try old.unsafeRead { source in
                    try tables(of: source, target).map { try salvage($0, source, target) }
                }
                try target.execute(sql: mending)
                if case .older(..<3) = try old.unsafeRead(Identity.init) {
                    try target.execute(sql: Schema.filling)
                }
                return .commit
            }
            try target.execute(sql: "PRAGMA foreign_keys = ON")
            return report
        }
    }

    /// Those that both have: an older version's library lacks what was added later.
    private static func tables(of source: Database, _ target: Database) throws -> [String] {
        let known = try Damage.tables(source)
        guard known.contains("session") else {
            throw LibraryProblem(.damaged, .noTable("session"))
        }
        return try Damage.tables(target).filter {
            known.contains($0) && $0 != "grdb_migrations"
        }
    }

    private static func salvage(
        _ table: String, _ source: Database, _ target: Database
    ) throws -> SalvagedTable {
        guard table == "meta" else {
            var salvage = try TableSalvage<Int>(table, by: "number", source, target)
            return try salvage.run()
        }
        // Who may read the new library, and when it was looked through, it says by itself.
        var salvage = try TableSalvage<String>(
            table, by: "name", where: "name NOT IN ('min_reader', 'inspected')", source, target)
        return try salvage.run()
    }

    /// What refers to rows that were lost. An answer without its owner becomes interrupted when the
    /// library is opened next.
    private static let mending = """
        INSERT INTO session (id, title, created, updated, provider, model, parameters, system)
            SELECT session, '', min(created), max(created), '', '', '{}', '' FROM
                (SELECT session, created FROM turn UNION ALL SELECT session, created FROM exchange)
            WHERE session IS NOT NULL AND session NOT IN (SELECT id FROM session) GROUP BY session;
        INSERT OR IGNORE INTO owner (number, pid, started, boot)
            SELECT owner, 1, owner, 'lost' FROM
                (SELECT owner FROM turn UNION SELECT owner FROM exchange
                    UNION SELECT deleted FROM turn)
            WHERE owner IS NOT NULL AND owner NOT IN (SELECT number FROM owner);
        UPDATE turn SET parent = NULL WHERE parent IS NOT NULL
            AND (session, parent) NOT IN (SELECT session, id FROM turn);
        UPDATE session SET head = (SELECT id FROM turn WHERE turn.session = session.id
                ORDER BY number DESC LIMIT 1)
            WHERE head IS NOT NULL AND (id, head) NOT IN (SELECT session, id FROM turn);
        DELETE FROM lane WHERE session NOT IN (SELECT id FROM session);
        UPDATE lane SET head = NULL WHERE head IS NOT NULL
            AND (session, head) NOT IN (SELECT session, id FROM turn);
        UPDATE exchange SET turn = NULL WHERE turn IS NOT NULL
            AND (session, turn) NOT IN (SELECT session, id FROM turn);
        DELETE FROM wire WHERE exchange NOT IN (SELECT number FROM exchange);
        DELETE FROM piece WHERE exchange NOT IN (SELECT number FROM exchange);
        """
}

/// One table, from both ends towards what is damaged, and through that row by row.
private struct TableSalvage<Key: Comparable & DatabaseValueConvertible> {
    private let source: Database
    private let key: String
    private let select: String
    private let insert: Statement
    private var result: SalvagedTable

    init(
        _ table: String, by key: String, where condition: String = "true", _ source: Database,
        _ target: Database
    ) throws {
        let known = try Self.columns(of: table, source)
        let columns = try Self.columns(of: table, target).filter(known.contains)
        guard !columns.isEmpty else { throw LibraryProblem(.damaged, .noTable(table)) }
        let names = columns.joined(separator: ", ")
        let places = columns.map { _ in "?" }.joined(separator: ", ")
        self.source = source
        self.key = key
        // Without an index: that may be what is damaged.
        select = "SELECT \(names) FROM main.\(table) NOT INDEXED WHERE \(condition)"
        insert = try target.makeStatement(
            sql: "INSERT INTO \(table) (\(names)) VALUES (\(places))")
        // They are bound row by row.
        insert.setUncheckedArguments([])
        result = SalvagedTable(table: table)
    }

    private static func columns(of table: String, _ db: Database) throws -> [String] {
        // Not of a view that shows an older version's library.
        let sql = "SELECT name FROM pragma_table_info(?, 'main')"
        return try String.fetchAll(db, sql: sql, arguments: [table])
    }

    /// Where the reading from both ends stopped; `nil` when nothing stopped it.
    private mutating func readFromBothEnds() throws -> (low: Key?, high: Key?)? {
        let low = try readOn(" ORDER BY \(key)")
        guard !low.isWhole else { return nil }
        let high = try readOn(" ORDER BY \(key) DESC", downTo: low.last)
        return high.isWhole ? nil : (low.last, high.last)
    }

    /// Reads on until something cannot be read.
    private mutating func readOn(
        _ order: String, downTo limit: Key? = nil
    ) throws -> (last: Key?, isWhole: Bool) {
        var last: Key?
        do {
            let rows = try source.makeStatement(sql: select + order)
            let cursor = try Row.fetchCursor(rows)
            while let row = try cursor.next() {
                guard let place = Key.fromDatabaseValue(row[key]) else { continue }
                if let limit, place <= limit { return (last, true) }
                last = place
                try save(rows)
            }
            return (last, true)
        } catch let error as DatabaseError where error.isOfTheSource {
            return (last, false)
        }
    }

    /// A damaged value may be one that the new library refuses.
    ///
    /// Values are handed over as SQLite has them: GRDB would end texts at their first NUL, and make
    /// NULL of empty bytes.
    private mutating func save(_ row: Statement) throws {
        sqlite3_reset(insert.sqliteStatement)
        for column in 0..<sqlite3_column_count(row.sqliteStatement) {
            sqlite3_bind_value(
                insert.sqliteStatement, column + 1,
                sqlite3_column_value(row.sqliteStatement, column))
        }
        do {
            try insert.execute()
            result.saved += 1
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
            result.lost += 1
        }
    }
}

extension TableSalvage where Key == String {
    /// Nobody can guess the names of what lies between; one row, or more.
    mutating func run() throws -> SalvagedTable {
        if try readFromBothEnds() != nil { result.lost += 1 }
        return result
    }
}

extension TableSalvage where Key == Int {
    mutating func run() throws -> SalvagedTable {
        guard let ends = try readFromBothEnds() else { return result }
        try readEach(from: ends.low ?? 0, to: try ends.high ?? lastNumber())
        return result
    }

    /// The number that was given last, where the library keeps it.
    private func lastNumber() throws -> Int? {
        let sql = "SELECT seq + 1 FROM sqlite_sequence WHERE name = ?"
        return try? Int.fetchOne(source, sql: sql, arguments: [result.table])
    }

    /// Numbers come one after the other; where nothing is known of the end, it is where none has
    /// been read for long.
    private mutating func readEach(from start: Int, to end: Int?) throws {
        var number = end.map { max(start, $0 - Self.widest) } ?? start
        var unread = 0
        while number + 1 < end ?? .max, end != nil || unread < Self.longest {
            number += 1
            unread = try readOne(number) ? 0 : unread + 1
        }
    }

    /// A gap wider than this is none that rows were lost in.
    private static var widest: Int { 1_000_000 }
    private static var longest: Int { 1_000 }

    /// False when there was no such row, or none that could be read.
    private mutating func readOne(_ number: Int) throws -> Bool {
        do {
            let rows = try source.cachedStatement(sql: select + " AND number = ?")
            let cursor = try Row.fetchCursor(rows, arguments: [number])
            guard try cursor.next() != nil else { return false }
            try save(rows)
            return true
        } catch let error as DatabaseError where error.isOfTheSource {
            result.lost += 1
            return false
        }
    }
}

extension DatabaseError {
    fileprivate var isOfTheSource: Bool {
        [.SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_IOERR, .SQLITE_ERROR].contains(resultCode)
    }
}
