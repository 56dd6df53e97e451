public import ChatCompletions
public import Conversations
import GRDB

/// Drafts stand in `meta`, one for each process that has one: two workbenches never write over each
/// other's, and one whose process has ended is there for the next.
extension Library {
    /// Keeps this process's draft in place of the one before; `nil` keeps none.
    public func keep(_ draft: Draft?, at time: Timestamp) throws(LibraryProblem) {
        let name = Self.draftName(of: .current)
        try write { db in
            guard let draft else { return try Self.forget(name, db) }
            try db.run(
                """
                INSERT INTO meta VALUES (?, CAST(? AS TEXT))
                ON CONFLICT (name) DO UPDATE SET value = excluded.value
                """, [name, Binding.text(Self.form(draft, time).text)])
        }
    }

    /// The drafts of programs that have ended, the newest first.
    public func drafts() throws(LibraryProblem) -> [KeptDraft] {
        let found = try read { db in
            try db.rows("SELECT name, value FROM meta WHERE substr(name, 1, 6) = 'draft '") {
                (name: try $0.text("name"), json: try $0.json("value"))
            }
        }
        return found.compactMap { name, json in
            guard let owner = Self.owner(of: name), !owner.isAlive else { return nil }
            return Self.draft(named: name, json)
        }.sorted { $0.updated.milliseconds > $1.updated.milliseconds }
    }

    /// Forgets a draft that has been taken over.
    public func forget(draft id: String) throws(LibraryProblem) {
        try write { db in try Self.forget(id, db) }
    }

    private static func forget(_ name: String, _ db: Database) throws {
        try db.run("DELETE FROM meta WHERE name = ? AND substr(name, 1, 6) = 'draft '", [name])
    }

    // MARK: As a row

    private static func draftName(of owner: Owner) -> String {
        "draft \(owner.pid) \(owner.started) \(owner.boot)"
    }

    private static func owner(of name: String) -> Owner? {
        let words = name.split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 4, let pid = Int(words[1]), let started = Int(words[2]) else {
            return nil
        }
        return Owner(pid: pid, started: started, boot: String(words[3]))
    }

    private static func form(_ draft: Draft, _ time: Timestamp) -> JSONValue {
        Form.object([
            "session": draft.session.map { JSONValue.string($0.rawValue) },
            "prompt": .string(draft.prompt),
            "system": draft.system.map(JSONValue.string),
            "updated": .integer(Int(time.milliseconds)),
        ])
    }

    private static func draft(named name: String, _ json: JSONValue) -> KeptDraft {
        let draft = Draft(
            session: json["session"]?.string.map { SessionID(rawValue: $0) },
            prompt: json["prompt"]?.string ?? "", system: json["system"]?.string)
        let updated = Timestamp(milliseconds: Int64(json["updated"]?.int ?? 0))
        return KeptDraft(id: name, updated: updated, draft: draft)
    }
}
