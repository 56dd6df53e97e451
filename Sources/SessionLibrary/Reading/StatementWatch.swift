import GRDB
import GRDBSQLite

/// Asked every now and then while SQLite is at work on a connection, and can end what runs there.
final class StatementWatch: Sendable {
    private let endsStatement: @Sendable () -> Bool

    /// - Parameter endsStatement: whether the statement that runs shall end. It is asked on the
    ///   thread that runs it, and must not wait.
    init(_ endsStatement: @escaping @Sendable () -> Bool) { self.endsStatement = endsStatement }

    /// The watch must outlive the connection, or be taken away with ``remove(from:)``.
    ///
    /// - Parameter steps: of SQLite's virtual machine, between two questions; a thousand take some
    ///   20 microseconds.
    func install(on db: Database, every steps: CInt = 1_000) {
        sqlite3_progress_handler(
            db.sqliteConnection, steps,
            { watch in
                guard let watch else { return 0 }
                return Unmanaged<StatementWatch>.fromOpaque(watch).takeUnretainedValue()
                    .endsStatement() ? 1 : 0
            }, Unmanaged.passUnretained(self).toOpaque())
    }

    static func remove(from db: Database) {
        sqlite3_progress_handler(db.sqliteConnection, 0, nil, nil)
    }
}
