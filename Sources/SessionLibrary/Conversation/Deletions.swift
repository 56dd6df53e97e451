import GRDB

/// Turns that were deleted and are kept as long as that can be taken back.
enum Deletions {
    /// Erases what a process deleted, exchanges and bytes with it, but for what somebody has gone on
    /// from in the meantime, which is there again.
    static func erase(those owner: Int, _ db: Database) throws {
        try db.run(keeping, [owner])
        try db.run("DELETE FROM turn WHERE deleted = ?", [owner])
    }

    private static let keeping = """
        UPDATE turn SET deleted = NULL WHERE deleted = ?1 AND (session, id) IN (
            WITH RECURSIVE
                here (session) AS (SELECT DISTINCT session FROM turn WHERE deleted = ?1),
                kept (session, id) AS (
                    SELECT session, parent FROM turn
                    WHERE session IN (SELECT session FROM here) AND parent IS NOT NULL
                        AND deleted IS NOT ?1
                    UNION SELECT id, head FROM session
                    WHERE id IN (SELECT session FROM here) AND head IS NOT NULL
                    UNION SELECT session, head FROM lane
                    WHERE session IN (SELECT session FROM here) AND head IS NOT NULL
                    UNION SELECT turn.session, turn.parent
                    FROM kept JOIN turn ON turn.session = kept.session AND turn.id = kept.id
                    WHERE turn.parent IS NOT NULL
                )
            SELECT session, id FROM kept
        )
        """
}

extension Library {
    /// Erases what this process has deleted: from here on it cannot be taken back. Backups, and what
    /// the disk itself keeps, are out of reach.
    public func eraseDeleted() throws(LibraryProblem) {
        guard try read({ try Owner.current.number($0) }) != nil else { return }
        try write { db in
            if let owner = try Owner.current.number(db) { try Deletions.erase(those: owner, db) }
        }
    }
}
