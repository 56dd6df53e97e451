import ChatCompletions
public import Conversations
import GRDB

extension Library {
    /// A part of the list of sessions, the most recently changed first, without reading the rest.
    ///
    /// ```swift
    /// let window = try library.window(200..<250, where: SessionFilter(text: "weather"))
    /// ```
    ///
    /// - Throws: `cancelled` when the task is cancelled meanwhile.
    public func window(
        _ range: Range<Int>, where filter: SessionFilter = SessionFilter()
    ) throws(LibraryProblem) -> SessionWindow {
        try window(range, where: filter, by: .universal)
    }

    /// - Parameter clock: by which the times are told that the filter's words may name.
    package func window(
        _ range: Range<Int>, where filter: SessionFilter, by clock: LocalTime
    ) throws(LibraryProblem) -> SessionWindow {
        var listing = SessionListing(range, where: filter, by: clock, countsAll: !filter.isEmpty)
        try run(&listing)
        let count = filter.isEmpty ? try sessionCount() : listing.count
        return SessionWindow(listing.sessions, from: min(range.lowerBound, count), of: count)
    }

    /// The sessions, the most recently changed first.
    ///
    /// ```swift
    /// let first = try library.sessions(limit: 50)
    /// let next = try library.sessions(limit: 50, before: first.last)
    /// ```
    ///
    /// - Parameters:
    ///   - offset: how many are left out at the beginning.
    ///   - before: the last one of the previous page; `nil` for the first page.
    public func sessions(
        limit: Int,
        offset: Int = 0,
        before: SessionSummary? = nil,
        where filter: SessionFilter = SessionFilter()
    ) throws(LibraryProblem) -> [SessionSummary] {
        let start = max(0, offset)
        let range = start..<start + min(max(0, limit), .max - start)
        var listing = SessionListing(range, where: filter, after: before, countsAll: false)
        try run(&listing)
        return listing.sessions
    }

    /// How many sessions there are.
    public func sessionCount(
        where filter: SessionFilter = SessionFilter()
    ) throws(LibraryProblem) -> Int {
        if filter.isEmpty {
            return try read { db in try db.number("SELECT count(*) FROM session") ?? 0 }
        }
        var listing = SessionListing(0..<0, where: filter, countsAll: true)
        try run(&listing)
        return listing.count
    }

    /// A session with its turns, answers that are still arriving as far as they were committed.
    public func session(_ id: SessionID) throws(LibraryProblem) -> Session? {
        var reading = SessionReading(id)
        try run(&reading)
        return reading.session
    }

    /// Saves a session's title, settings, system prompt and head, and these turns with it, in one
    /// transaction. Without `turns` the turns that are there stay as they are.
    ///
    /// - Throws: `refused` when the head, or a turn's parent, is no turn of this session.
    public func save(
        _ session: Session,
        turns: [Turn] = []
    ) throws(LibraryProblem) {
        try write { db in
            try session.store(with: turns, db)
        }
    }

    /// Saves sessions with all their turns, in one transaction: all of them or none.
    package func save(_ sessions: [Session]) throws(LibraryProblem) {
        try write { db in
            for session in sessions { try session.store(with: session.turns, db) }
        }
    }

    /// Saves like ``save(_:turns:)``, unless an answer is still arriving in the session, for this
    /// process or another one: then nothing is saved.
    ///
    /// - Returns: whether it was saved.
    public func saveUnlessArriving(
        _ session: Session,
        turns: [Turn]
    ) throws(LibraryProblem) -> Bool {
        try write { db in
            guard try !Self.isArriving(in: session.id, db) else { return false }
            try session.store(with: turns, db)
            return true
        }
    }

    /// The turns of a session that another process, which lives, is writing.
    package func arrivingElsewhere(in session: SessionID) throws(LibraryProblem) -> Set<TurnID> {
        let own = Owner.current
        return try read { db in
            Set(
                try db.rows(
                    """
                    SELECT turn.id FROM turn JOIN owner ON turn.owner = owner.number
                    WHERE turn.session = ? AND (owner.pid, owner.started, owner.boot) <> (?, ?, ?)
                    """, [session.rawValue, own.pid, own.started, own.boot]
                ) { TurnID(rawValue: try $0.text("id")) })
        }
    }

    /// Answers whose process was killed since the library was opened become interrupted.
    package func takeOver() throws(LibraryProblem) {
        guard let path, try read(Recovery.isNeeded) else { return }
        let spools = Spools(beside: path)
        try write { db in try Recovery.run(db, spools) }
        spools.remove()
    }

    /// Saves like ``save(_:turns:)`` without blocking the calling task's thread.
    package func saveInBackground(
        _ session: Session, turns: [Turn]
    ) async throws(LibraryProblem) {
        try await write(inBackground: { db in
            try session.store(with: turns, db)
        })
    }

    /// Deletes a session with its turns, its exchanges and their bytes; the file's pages are
    /// overwritten. Backups, and what the disk itself keeps, are out of reach.
    public func delete(_ id: SessionID) throws(LibraryProblem) {
        try write { db in
            try db.run("DELETE FROM session WHERE id = ?", [id.rawValue])
        }
    }

    private static func isArriving(in session: SessionID, _ db: Database) throws -> Bool {
        let id = session.rawValue
        return try db.number(
            """
            SELECT EXISTS (SELECT 1 FROM turn WHERE session = ? AND owner IS NOT NULL)
                OR EXISTS (SELECT 1 FROM exchange WHERE session = ? AND owner IS NOT NULL)
            """,
            [id, id]
        ) == 1
    }
}
