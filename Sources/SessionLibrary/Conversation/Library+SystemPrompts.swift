public import Conversations
import GRDB

/// System prompts stand in `meta`, under `system` and their names: they belong to no session.
extension Library {
    /// Those that are kept, by their names.
    public func systemPrompts() throws(LibraryProblem) -> [NamedPrompt] {
        try read { db in
            try db.rows(
                """
                SELECT substr(name, \(Self.prefix.count + 1)) AS name, value FROM meta
                WHERE substr(name, 1, \(Self.prefix.count)) = '\(Self.prefix)' ORDER BY name
                """
            ) { NamedPrompt(name: try $0.text("name"), text: try $0.text("value")) }
        }
    }

    /// Keeps one, in place of the one that has its name.
    public func keep(_ prompt: NamedPrompt) throws(LibraryProblem) {
        try write { db in
            try db.run(
                """
                INSERT INTO meta VALUES (CAST(? AS TEXT), CAST(? AS TEXT))
                ON CONFLICT (name) DO UPDATE SET value = excluded.value
                """, [Binding.text(Self.prefix + prompt.name), Binding.text(prompt.text)])
        }
    }

    /// Forgets the one of this name, if there is one. Sessions that it was used in keep its text.
    public func forget(systemPrompt name: String) throws(LibraryProblem) {
        try write { db in
            try db.run(
                "DELETE FROM meta WHERE name = CAST(? AS TEXT)", [Binding.text(Self.prefix + name)])
        }
    }

    private static let prefix = "system "
}
