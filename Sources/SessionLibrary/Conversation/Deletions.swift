import GRDB

/// Turns that were deleted and are kept as long as that can be taken back. No turn that is there
/// follows one of them, and no lane ends in one.
enum Deletions {
    /// What somebody has gone on from, or stands at, is there again, with all that came before it.
    /// Called with everything that is saved: whoever reads next would see a branch without its
    /// beginning.
    static func keepWhatIsGoneOnFrom(in session: String, _ db: Database) throws {
        try db.run(keeping, [session])
    }

    /// Whether there is anything that a process deleted.
    static func isAny(of owner: Int, _ db: Database) throws -> Bool {
        try db.number("SELECT 1 FROM turn WHERE deleted = ? LIMIT 1", [owner]) != nil
    }

    /// Erases what a process deleted, exchanges and bytes with it; what another one has deleted
    /// turns below goes with those.
    static func erase(those owner: Int, _ db: Database) throws {
        let sessions = try db.rows(
            "SELECT DISTINCT session FROM turn WHERE deleted = ?", [owner]
        ) { try $0.text("session") }
        for session in sessions { try keepWhatIsGoneOnFrom(in: session, db) }
        try db.run(handing, [owner])
        try db.run("DELETE FROM turn WHERE deleted = ?", [owner])
    }

    // The sign keeps SQLite to the index by parent: that of the deleted has all the others.
    private static let keeping = """
        UPDATE turn SET deleted = NULL WHERE session = ?1 AND deleted IS NOT NULL AND id IN (
            WITH RECURSIVE
                heads (id) AS (
                    SELECT head FROM session WHERE id = ?1
                    UNION SELECT head FROM lane WHERE session = ?1
                ),
                kept (id) AS (
                    SELECT id FROM turn AS gone
                    WHERE session = ?1 AND deleted IS NOT NULL AND (
                        id IN heads OR EXISTS (
                            SELECT 1 FROM turn
                            WHERE session = ?1 AND parent = gone.id AND +deleted IS NULL))
                    UNION SELECT before.id FROM kept
                    JOIN turn ON turn.session = ?1 AND turn.id = kept.id
                    JOIN turn AS before ON before.session = ?1 AND before.id = turn.parent
                    WHERE before.deleted IS NOT NULL
                )
            SELECT id FROM kept
        )
        """

    private static let handing = """
        WITH RECURSIVE held (session, id, owner) AS (
            SELECT session, parent, deleted FROM turn WHERE deleted <> ?1
            UNION SELECT turn.session, turn.parent, held.owner
            FROM held JOIN turn ON turn.session = held.session AND turn.id = held.id
            WHERE turn.deleted = ?1
        )
        UPDATE turn SET deleted = held.owner FROM held
        WHERE turn.deleted = ?1 AND turn.session = held.session AND turn.id = held.id
        """
}

extension Library {
    /// Erases what this process has deleted: from here on it cannot be taken back. Backups, and what
    /// the disk itself keeps, are out of reach.
    public func eraseDeleted() throws(LibraryProblem) {
        let isAny = try read { db in
            guard let owner = try Owner.current.number(db) else { return false }
            return try Deletions.isAny(of: owner, db)
        }
        guard isAny else { return }
        try write { db in
            if let owner = try Owner.current.number(db) { try Deletions.erase(those: owner, db) }
        }
    }
}
