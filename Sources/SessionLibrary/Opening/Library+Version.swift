import GRDB

extension Library {
    /// The version of SQLite that this process uses: `3.40.1`.
    ///
    /// - Throws: ``LibraryProblem`` when SQLite cannot be used at all.
    public static func sqliteVersion() throws(LibraryProblem) -> String {
        try temporary().read { db in
            try String.fetchOne(db, sql: "SELECT sqlite_version()") ?? ""
        }
    }
}
