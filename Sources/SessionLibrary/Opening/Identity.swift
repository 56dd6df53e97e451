import GRDB

/// What a file turns out to be, read before anything is written to it.
enum Identity: Equatable {
    /// An empty database, or one that another process is making or was killed while making.
    case new
    /// A library of this version.
    case current
    /// A library of an older version, to be migrated.
    case older(version: Int)
    /// A newer version's, which this one can read.
    case newer(version: Int)
    /// A newer version's, which only versions from `reader` on can read.
    case tooNew(version: Int, reader: Int)
    case foreign

    init(of db: Database) throws {
        let application = try db.number("PRAGMA application_id")
        let version = try db.number("PRAGMA user_version") ?? 0
        // GRDB's own table comes in a transaction before the others.
        let tables = try db.number(
            "SELECT count(*) FROM sqlite_master WHERE tbl_name <> 'grdb_migrations'")
        if application == 0, version == 0, tables == 0 {
            self = .new
        } else if application != Schema.applicationID {
            self = .foreign
        } else if version <= Schema.version {
            self = version == Schema.version ? .current : .older(version: version)
        } else {
            let reader = try Self.minimumReader(db) ?? version
            self =
                reader <= Schema.version
                ? .newer(version: version) : .tooNew(version: version, reader: reader)
        }
    }

    private static func minimumReader(_ db: Database) throws -> Int? {
        guard try db.tableExists("meta") else { return nil }
        return try db.row("SELECT value FROM meta WHERE name = 'min_reader'") { row in
            try Int(row.text("value"))
        } ?? nil
    }
}
