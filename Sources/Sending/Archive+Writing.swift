package import ChatCompletions
package import Conversations
package import SessionLibrary

/// What is saved, in the order in which it was asked for.
extension Archive {
    /// Saves a session with these turns of it.
    ///
    /// - Parameter session: with the turns that these follow, where another program may have erased
    ///   them meanwhile: then they are saved again.
    /// - Throws: why they could not be saved. What may be saved later waits, as long as there is
    ///   room.
    package func save(_ session: Session, _ turns: [Turn]) async throws(LibraryProblem) {
        guard recorder != nil, !isHopeless else { return }
        guard backlog.append(problem == nil ? session : session.withoutTurns, turns) else {
            let crowded = (problem ?? LibraryProblem(.busy, "")).crowded
            trouble.set(crowded, of: .archive)
            throw crowded
        }
        // What waits already is tried soon enough.
        if let problem { throw problem }
        try await saveBacklog()
    }

    /// Saves in order until something has to wait. What is refused for good is left out.
    func saveBacklog() async throws(LibraryProblem) {
        guard let library else { return }
        var refusal: LibraryProblem?
        while let next = backlog.first {
            do throws(LibraryProblem) {
                try await library.save(next.session, next.turns)
            } catch {
                if error.isPassing, !library.isReadOnly {
                    wait(because: error)
                    throw error
                }
                refusal = error
                if let lasting = library.refusal { trouble.set(lasting, of: .archive) }
            }
            backlog.removeFirst()
        }
        if let refusal { throw refusal }
    }

    /// Says that a request is about to go out.
    package func begin(_ start: ExchangeStart, at time: Timestamp) async throws(LibraryProblem) {
        guard let recorder, !isHopeless else { return }
        if let problem {
            await recorder.beginLater(
                start.exchange, session: start.session, turn: start.turn,
                settings: start.settings, created: time, because: problem)
        } else {
            try await recorder.begin(
                start.exchange, session: start.session, turn: start.turn,
                settings: start.settings, created: time)
        }
    }

    /// Past the archive: while that waits for the library, answers go on.
    nonisolated func record(
        _ events: [ExchangeEvent], of exchange: ExchangeID
    ) async throws(LibraryProblem) {
        try await recorder?.record(events, of: exchange)
    }
}

extension Library {
    fileprivate func save(_ session: Session, _ turns: [Turn]) async throws(LibraryProblem) {
        do throws(LibraryProblem) {
            try await saveInBackground(session, turns: turns)
        } catch {
            guard error.kind == .refused, !session.turns.isEmpty else { throw error }
            try await saveInBackground(session, turns: session.turns + turns)
        }
    }
}

extension Session {
    /// For one that may have to wait, in memory.
    fileprivate var withoutTurns: Session {
        var session = self
        session.turns = []
        return session
    }
}
