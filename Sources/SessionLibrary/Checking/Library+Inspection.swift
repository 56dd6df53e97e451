package import ChatCompletions
import GRDB

extension Library {
    /// Looks for damage: SQLite's findings, none when all is well. It reads the whole file.
    public func findDamage() throws(LibraryProblem) -> [String] {
        try read { db in try Damage.findings(db, "PRAGMA integrity_check(20)") }
    }

    /// Looks through a large library, a step at a time, unless that was done within a day. Between
    /// two steps others write, and what is checked when a commit comes is checked again after it.
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
                try await check(rest) { db in try Damage.expectNone(in: table, db) }
            }
            await rest()
        }
        // What belongs to no table. All was read just now, and is in the system's memory.
        try await check(rest, Damage.expectNone)
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
                try Int64(row.text("value")) ?? 0
            }
            return now.milliseconds - (last ?? 0) >= Self.day
        }
    }

    private func inspectBulk(_ rest: @Sendable () async -> Void) async throws(LibraryProblem) {
        var last: Int? = 0
        while let from = last {
            try Self.expectWanted()
            last = try stoppingAtDamage { () throws(LibraryProblem) in
                try read { db in
                    try Row.fetchAll(
                        db, sql: "SELECT * FROM wire WHERE number > ? ORDER BY number LIMIT 16",
                        arguments: [from]
                    ).last?["number"]
                }
            }
            await rest()
        }
    }

    /// Checks what cannot be checked in parts. While commits keep coming it rests longer and longer.
    private func check(
        _ rest: @Sendable () async -> Void, _ check: (Database) throws -> Void
    ) async throws(LibraryProblem) {
        var rests = 1
        while try !stoppingAtDamage({ () throws(LibraryProblem) in try readUndisturbed(check) }) {
            for _ in 0..<rests { await rest() }
            try Self.expectWanted()
            rests = min(rests * 2, Self.mostRests)
        }
    }

    private static let mostRests = 256

    private func stoppingAtDamage<Value>(
        _ body: () throws(LibraryProblem) -> Value
    ) throws(LibraryProblem) -> Value {
        do throws(LibraryProblem) {
            return try body()
        } catch {
            if error.kind == .damaged { stopWriting(error) }
            throw error
        }
    }
}
