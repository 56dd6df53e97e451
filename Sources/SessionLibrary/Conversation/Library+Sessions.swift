import ChatCompletions
public import Conversations
import GRDB

extension Library {
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
        try read { db in
            try db.rows(
                """
                SELECT id, title, created, updated,
                    (SELECT count(*) FROM turn WHERE turn.session = session.id), source
                FROM session
                WHERE (updated, id) < (?, ?) AND \(SessionFilter.condition)
                ORDER BY updated DESC, id DESC
                LIMIT ? OFFSET ?
                """,
                // Blobs sort after all texts, so that an id need not be invented.
                [
                    before?.updated.milliseconds ?? .max,
                    before?.id.rawValue ?? Binding.bytes([0]),
                ] + filter.bindings + [max(0, limit), max(0, offset)]
            ) { row in
                SessionSummary(
                    id: SessionID(rawValue: try row.text()),
                    title: try row.text(),
                    created: try row.time(),
                    updated: try row.time(),
                    turnCount: try row.count(),
                    source: SessionSource(rawValue: try row.text())
                )
            }
        }
    }

    /// How many sessions there are.
    public func sessionCount(
        where filter: SessionFilter = SessionFilter()
    ) throws(LibraryProblem) -> Int {
        try read { db in
            try db.row(
                "SELECT count(*) FROM session WHERE \(SessionFilter.condition)", filter.bindings
            ) { try $0.integer() } ?? 0
        }
    }

    /// A session with its turns, answers that are still arriving as far as they were committed.
    public func session(_ id: SessionID) throws(LibraryProblem) -> Session? {
        try read { db in
            guard var session = try Self.bareSession(id, db) else { return nil }
            session.turns = try Turn.all(of: id, db)
            return session
        }
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
            try Self.store(session, db)
            for turn in turns { try turn.store(in: session.id, db) }
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
            try Self.store(session, db)
            for turn in turns { try turn.store(in: session.id, db) }
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
                ) { TurnID(rawValue: try $0.text()) })
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
            try Self.store(session, db)
            for turn in turns { try turn.store(in: session.id, db) }
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
        return try db.row(
            """
            SELECT EXISTS (SELECT 1 FROM turn WHERE session = ? AND state = 'streaming')
                OR EXISTS (SELECT 1 FROM exchange WHERE session = ? AND state = 'streaming')
            """,
            [id, id]
        ) { try $0.integer() } == 1
    }

    private static func bareSession(_ id: SessionID, _ db: Database) throws -> Session? {
        try db.row(
            """
            SELECT title, created, updated, provider, base_url, model, parameters, system, head,
                source
            FROM session WHERE id = ?
            """,
            [id.rawValue]
        ) { row in
            Session(
                id: id,
                title: try row.text(),
                created: try row.time(),
                updated: try row.time(),
                settings: try LaneSettings(&row),
                system: try row.text(),
                head: try row.textIfAny().map(TurnID.init),
                source: SessionSource(rawValue: try row.text())
            )
        }
    }

    private static func store(_ session: Session, _ db: Database) throws {
        try db.run(
            """
            INSERT INTO session
                (id, title, created, updated, provider, base_url, model, parameters, system, head,
                source)
            VALUES (?, CAST(? AS TEXT), ?, ?, CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT),
                ?, CAST(? AS TEXT), ?, ?)
            ON CONFLICT (id) DO UPDATE SET
                title = excluded.title, created = excluded.created, updated = excluded.updated,
                provider = excluded.provider, base_url = excluded.base_url,
                model = excluded.model, parameters = excluded.parameters,
                system = excluded.system, head = excluded.head
            """,
            [
                session.id.rawValue, Binding.text(session.title),
                session.created.milliseconds, session.updated.milliseconds,
            ] + session.settings.bindings + [
                Binding.text(session.system), session.head?.rawValue, session.source.rawValue,
            ]
        )
    }
}
