public import ChatCompletions

/// What was written and not sent yet.
public struct Draft: Sendable, Hashable {
    /// The session that it was written in; `nil` for one that has not begun.
    public var session: SessionID?
    /// The prompt.
    public var prompt: String
    /// A system prompt that was being edited; `nil` when none was.
    public var system: String?

    /// A draft of a session.
    public init(session: SessionID? = nil, prompt: String = "", system: String? = nil) {
        self.session = session
        self.prompt = prompt
        self.system = system
    }
}

/// A draft that outlived its program.
public struct KeptDraft: Sendable, Hashable, Identifiable {
    /// The name by which it is forgotten.
    public var id: String
    /// When it was kept.
    public var updated: Timestamp
    /// What was written.
    public var draft: Draft

    /// A draft as it was kept.
    public init(id: String, updated: Timestamp, draft: Draft) {
        self.id = id
        self.updated = updated
        self.draft = draft
    }
}
