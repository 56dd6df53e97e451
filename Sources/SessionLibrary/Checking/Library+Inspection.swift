package import ChatCompletions
import GRDB

extension Library {
    /// Looks for damage: SQLite's findings, none when all is well. It reads the whole file.
    public func findDamage() throws(LibraryProblem) -> [String] {
        try read { db in try Damage.findings(db, "PRAGMA integrity_check(20)") }
    }

    /// Looks through a large library, a step at a time, unless that was done within a day. Between
    /// two steps others write.
    ///
    /// - Parameter rest: waits between two steps.
    /// - Throws: `damaged`, and from then on nothing is written.
    package func inspect(
        at now: Timestamp, rest: @Sendable () async -> Void
    ) async throws(LibraryProblem) {
        guard !isReadOnly, try isInspectionDue(at: now) else { return }
        for table in try read(Damage.tables) {
            if table == Damage.bulk {
                try await inspectBulk(rest)
            } else {
                try step { db in try Damage.expectNone(in: table, db) }
            }
            await rest()
        }
        // What belongs to no table. All was read just now, and is in the system's memory.
        try step(Damage.expectNone)
        try await write(inBackground: { db in
            try db.run(
                "INSERT OR REPLACE INTO meta VALUES ('inspected', ?)", ["\(now.milliseconds)"])
        })
    }

    private static let day: Int64 = 86_400_000

    private func isInspectionDue(at now: Timestamp) throws(LibraryProblem) -> Bool {
        try read { db in
            guard try Damage.size(db) > Damage.smallSize else { return false }
            let last = try db.row("SELECT value FROM meta WHERE name = 'inspected'") { row in
                try Int64(row.text()) ?? 0
            }
            return now.milliseconds - (last ?? 0) >= Self.day
        }
    }

    private func inspectBulk(_ rest: @Sendable () async -> Void) async throws(LibraryProblem) {
        var last: Int? = 0
        while let from = last {
            last = try step { db in
                let rows = try Row.fetchAll(
                    db, sql: "SELECT * FROM wire WHERE number > ? ORDER BY number LIMIT 16",
                    arguments: [from])
                return rows.last?["number"]
            }
            await rest()
        }
    }

    private func step<Value>(_ body: (Database) throws -> Value) throws(LibraryProblem) -> Value {
        do throws(LibraryProblem) {
            return try read(body)
        } catch {
            if error.kind == .damaged { stopWriting(error) }
            throw error
        }
    }
}
