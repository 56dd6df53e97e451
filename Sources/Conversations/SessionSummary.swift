public import ChatCompletions

/// A session as a list shows it.
public struct SessionSummary: Sendable, Hashable, Identifiable {
    /// The name by which commands find it.
    public var id: SessionID
    /// Its title.
    public var title: String
    /// When it was begun.
    public var created: Timestamp
    /// When something in it last changed.
    public var updated: Timestamp
    /// How many turns it has, forks included.
    public var turnCount: Int
    /// What began it.
    public var source: SessionSource

    /// A session's line in a list.
    public init(
        id: SessionID,
        title: String,
        created: Timestamp,
        updated: Timestamp,
        turnCount: Int,
        source: SessionSource = .workbench
    ) {
        self.id = id
        self.title = title
        self.created = created
        self.updated = updated
        self.turnCount = turnCount
        self.source = source
    }
}
