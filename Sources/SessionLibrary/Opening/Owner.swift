import ChatCompletions
import GRDB
import Glibc

/// A process that has answers arriving or a text in an editor, or that may take a deletion back.
/// Process ids are used again; with the start time and the boot they are not.
package struct Owner: Hashable, Sendable {
    package var pid: Int
    /// In clock ticks since boot (proc(5), `/proc/PID/stat`, field 22).
    package var started: Int
    package var boot: String

    package init(pid: Int, started: Int, boot: String) {
        (self.pid, self.started, self.boot) = (pid, started, boot)
    }

    /// This process.
    package static let current = Owner(
        pid: Int(getpid()),
        started: startTime(of: Int(getpid())) ?? 0,
        boot: bootID
    )

    package var isAlive: Bool {
        boot == Self.bootID && Self.startTime(of: pid) == started
    }

    private static let bootID =
        contents(of: "/proc/sys/kernel/random/boot_id")
        .map { $0.filter { !$0.isWhitespace } } ?? ""

    private static func startTime(of pid: Int) -> Int? {
        // The second field is the program's name in parentheses, and may hold anything.
        guard let stat = contents(of: "/proc/\(pid)/stat"), let end = stat.lastIndex(of: ")") else {
            return nil
        }
        let fields = stat[end...].split(separator: " ")
        // One that has ended is listed until its parent asks for it, which may be never.
        guard fields.count > 20, !["Z", "X"].contains(fields[1]) else { return nil }
        return Int(fields[20])
    }

    private static func contents(of path: String) -> String? {
        guard let file = fopen(path, "re") else { return nil }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = fread(&bytes, 1, bytes.count, file)
        return String(decoding: bytes[..<count], as: UTF8.self)
    }
}

extension Owner {
    /// The number of this process among the owners. Called before anything is marked as arriving.
    ///
    /// It is asked for every time: owners of nothing are cleared away by whoever registers next.
    static func register(_ db: Database) throws -> Int {
        if let number = try current.number(db) { return number }
        try db.run("DELETE FROM owner WHERE NOT number IN (\(busy))")
        try db.run(
            "INSERT INTO owner (pid, started, boot) VALUES (?, ?, ?)",
            [current.pid, current.started, current.boot]
        )
        return Int(db.lastInsertedRowID)
    }

    func number(_ db: Database) throws -> Int? {
        try db.number(
            "SELECT number FROM owner WHERE pid = ? AND started = ? AND boot = ?",
            [pid, started, boot])
    }

    /// The owners that have something arriving, or something deleted.
    private static let busy = """
        SELECT owner FROM exchange WHERE owner IS NOT NULL
        UNION SELECT owner FROM turn WHERE owner IS NOT NULL
        UNION SELECT deleted FROM turn WHERE deleted IS NOT NULL
        """

    /// The numbers of the owners whose process ended without an end of these.
    static func dead(_ db: Database) throws -> [Int] {
        let owners = try db.rows(
            "SELECT number, pid, started, boot FROM owner WHERE number IN (\(busy))"
        ) { row in
            (
                number: try row.integer("number"),
                owner: Owner(
                    pid: try row.integer("pid"), started: try row.integer("started"),
                    boot: try row.text("boot")
                )
            )
        }
        return owners.filter { !$0.owner.isAlive }.map(\.number)
    }
}
