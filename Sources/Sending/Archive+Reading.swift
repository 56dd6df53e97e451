package import ChatCompletions
package import Conversations
package import SessionLibrary

/// What is asked of a library that is not there is nothing; of one that could not be opened, an
/// error.
extension Archive {
    private func read<Value: Sendable>(
        _ body: @escaping @Sendable (Library) throws(LibraryProblem) -> Value?
    ) async throws(LibraryProblem) -> Value? {
        if let library { return try await library.inBackground(body) }
        if let unsaved { throw unsaved }
        return nil
    }

    /// A part of the list of sessions, the most recently changed first; `nil` when none are kept.
    package func window(
        _ range: Range<Int>, where filter: SessionFilter, by clock: LocalTime
    ) async throws(LibraryProblem) -> SessionWindow? {
        try await read { library throws(LibraryProblem) in
            try library.window(range, where: filter, by: clock)
        }
    }

    /// What was asked in all sessions, the newest first.
    package func prompts() async throws(LibraryProblem) -> [String] {
        try await read { library throws(LibraryProblem) in try library.prompts(limit: 2_000) } ?? []
    }

    /// The system prompts that are kept under names.
    package func systemPrompts() async throws(LibraryProblem) -> [NamedPrompt] {
        try await read { library throws(LibraryProblem) in try library.systemPrompts() } ?? []
    }

    /// What programs that have ended left written and not sent, the newest first.
    package func drafts() async throws(LibraryProblem) -> [KeptDraft] {
        try await read { library throws(LibraryProblem) in try library.drafts() } ?? []
    }

    /// The workbench's own one that was changed last: what commands made is in the list.
    package func latest() async throws(LibraryProblem) -> Session? {
        try await read { library throws(LibraryProblem) in
            let own = SessionFilter(source: .workbench)
            guard let newest = try library.sessions(limit: 1, where: own).first else { return nil }
            return try Self.session(newest.id, in: library)
        }
    }

    package func session(_ id: SessionID) async throws(LibraryProblem) -> Session? {
        try await read { library throws(LibraryProblem) in try Self.session(id, in: library) }
    }

    /// A session in which another program is at work says so; what a dead one left is taken over.
    private static func session(
        _ id: SessionID, in library: Library
    ) throws(LibraryProblem) -> Session? {
        guard let saved = try library.session(id) else { return nil }
        guard saved.turns.contains(where: { $0.state == .streaming }) else { return saved }
        try? library.takeOver()
        let others = try library.arrivingElsewhere(in: id)
        guard var session = try library.session(id) else { return nil }
        for place in session.turns.indices where others.contains(session.turns[place].id) {
            session.turns[place].failure = .arrivingElsewhere
        }
        return session
    }

    /// All choices of those of a session's answers that have several, by their exchanges.
    package func choices(
        of session: SessionID
    ) async throws(LibraryProblem) -> [ExchangeID: [Choice]] {
        try await read { library throws(LibraryProblem) in
            try library.choices(of: session)
        } ?? [:]
    }

    /// A recorded exchange without its bytes.
    package func exchange(_ id: ExchangeID) async throws(LibraryProblem) -> StoredExchange? {
        try await read { library throws(LibraryProblem) in try library.exchange(id) }
    }

    /// The next reads of a recorded exchange.
    package func reads(
        of id: ExchangeID, from number: Int
    ) async throws(LibraryProblem) -> [StoredRead] {
        try await read { library throws(LibraryProblem) in
            try library.reads(of: id, from: number, limit: 64)
        } ?? []
    }
}
