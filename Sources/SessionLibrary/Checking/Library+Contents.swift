import GRDB

/// How many rows a table has.
public struct TableCount: Sendable, Hashable {
    /// The table's name.
    public var table: String
    /// `nil` when they could not be counted.
    public var rows: Int?
}

extension Library {
    /// What each table holds.
    public func tableCounts() throws(LibraryProblem) -> [TableCount] {
        try read { db in
            try Damage.tables(db).filter { $0 != "grdb_migrations" }.map { table in
                let sql = "SELECT count(*) FROM main.\(table)"
                return TableCount(table: table, rows: try? db.number(sql))
            }
        }
    }

    /// How large the file is, in bytes, and how much of it is free.
    public func size() throws(LibraryProblem) -> (bytes: Int, free: Int) {
        try read { db in
            let free = try db.number("PRAGMA freelist_count") ?? 0
            let page = try db.number("PRAGMA page_size") ?? 0
            return (try Damage.size(db), free * page)
        }
    }

    /// Copies the library as it is now into a new file, while others write.
    ///
    /// - Throws: `unreachable` when there is a file already.
    public func backUp(to path: String) throws(LibraryProblem) {
        try Place.makeNew(path)
        do {
            try queue.writeWithoutTransaction { db in
                try db.execute(sql: "VACUUM INTO ?", arguments: [path])
            }
        } catch {
            Place.remove(path)
            throw LibraryProblem(error, path: path)
        }
    }

    /// Gives the file's free space back to the disk.
    public func compact() throws(LibraryProblem) {
        try change { queue in
            try queue.writeWithoutTransaction { db in
                // The copy that is made meanwhile may be larger than the memory.
                try db.execute(sql: "PRAGMA temp_store = FILE; VACUUM; PRAGMA temp_store = MEMORY")
            }
        }
    }
}
