public import ChatCompletions

/// A saved conversation: its settings and its tree of turns.
public struct Session: Sendable, Hashable, Identifiable {
    /// The name by which commands find it.
    public var id: SessionID
    /// What a list shows; usually from the first prompt.
    public var title: String
    /// When it was begun.
    public var created: Timestamp
    /// When something in it last changed.
    public var updated: Timestamp
    /// Where its next prompt goes.
    public var settings: LaneSettings
    /// The system prompt; empty when there is none.
    public var system: String
    /// In order of creation; `parent` makes the tree.
    public var turns: [Turn]
    /// The last turn of the branch that was open.
    public var head: TurnID?
    /// What began it. The library keeps what it was first saved with.
    public var source: SessionSource
    /// The values of its variables, by their names.
    public var variables: [String: String] = [:]
    /// The lanes that stand before its own, which `settings`, `system` and `head` tell of.
    public var lanesBefore: [SessionLane] = []
    /// The lanes that stand after its own.
    public var lanesAfter: [SessionLane] = []

    /// A session with its settings and turns.
    public init(
        id: SessionID,
        title: String,
        created: Timestamp,
        updated: Timestamp,
        settings: LaneSettings,
        system: String = "",
        turns: [Turn] = [],
        head: TurnID? = nil,
        source: SessionSource = .workbench
    ) {
        self.id = id
        self.title = title
        self.created = created
        self.updated = updated
        self.settings = settings
        self.system = system
        self.turns = turns
        self.head = head
        self.source = source
    }
}

extension Session {
    /// The title of a session by its first prompt: that one's first line that says something,
    /// shortened.
    ///
    /// ```swift
    /// Session.title(from: "Why\tis  it dark?\nAt night, I mean.")   // Why is it dark?
    /// ```
    public static func title(from prompt: String) -> String {
        let line = prompt.split(whereSeparator: \.isNewline).first ?? ""
        let words = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.count > 60 ? words.prefix(59) + "…" : words
    }
}
