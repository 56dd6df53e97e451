import GRDB

/// How SQLite is set up, and why.
enum Connection {
    static func configuration(
        readOnly: Bool = false, patience: Double = Library.patience
    ) -> Configuration {
        var configuration = Configuration()
        configuration.label = "SessionLibrary"
        configuration.readonly = readOnly
        configuration.foreignKeysEnabled = true
        // GRDB begins every write with BEGIN IMMEDIATE, so waiting helps: nobody upgrades a lock.
        configuration.busyMode = .timeout(patience)
        configuration.prepareDatabase { db in
            if readOnly { try db.execute(sql: tolerance) }
            try db.execute(sql: settings)
        }
        return configuration
    }

    /// A file that is shorter than it says, or names a table wrongly, is read all the same, as far as
    /// it goes. Nothing is written by it.
    private static let tolerance = "PRAGMA writable_schema = ON"

    /// None of these writes to the file: it may turn out to be somebody else's.
    private static let settings = """
        PRAGMA trusted_schema = OFF;
        PRAGMA cell_size_check = ON;
        PRAGMA mmap_size = 0;
        PRAGMA secure_delete = ON;
        PRAGMA temp_store = MEMORY;
        PRAGMA synchronous = EXTRA;
        """

    /// The rollback journal, not WAL: SQLite before 3.51.3 can damage a WAL database that two
    /// processes write (sqlite.org/wal.html, "The WAL-Reset Bug"), and two workbenches are usual.
    static let journal = "PRAGMA journal_mode = DELETE"
}
