package import ChatCompletions
package import SessionLibrary
package import Workbench

/// The session library as the engine uses it: opened late, and never the reason that nothing works.
package actor Archive {
    private let path: String?
    private var library: Library?
    private var recorder: Recorder?

    /// `nil` records nothing.
    package init(path: String?) {
        self.path = path
    }

    /// For a library that is open already.
    package init(_ library: Library) {
        path = library.path
        self.library = library
    }

    /// Opens the library. What cannot be opened is said, and the workbench goes on without.
    package func open(
        report: @escaping @Sendable (LibraryProblem?) -> Void
    ) -> Notice? {
        do throws(LibraryProblem) {
            if library == nil, let path { library = try Library.open(at: path) }
            recorder = library.map { Recorder($0, report: report) }
            return library?.notice.map { Notice($0, isError: true) }
        } catch {
            report(error)
            return Notice("Nothing is saved: " + error.sentence, isError: true)
        }
    }

    // MARK: Writing

    package func save(_ session: Session, _ turns: [Turn]) throws(LibraryProblem) {
        try library?.save(session, turns: turns)
    }

    package func begin(_ start: ExchangeStart, at time: Timestamp) async throws(LibraryProblem) {
        try await recorder?.begin(
            start.exchange, session: start.session, turn: start.turn, settings: start.settings,
            created: time)
    }

    package func record(
        _ events: [ExchangeEvent], of exchange: ExchangeID
    ) async throws(LibraryProblem) {
        try await recorder?.record(events, of: exchange)
    }

    package func close() async {
        try? await recorder?.flush()
        recorder = nil
        library = nil
    }

    // MARK: Reading

    package func sessions() -> [SessionSummary] {
        (try? library?.sessions(limit: 500)) ?? []
    }

    package func latest() -> Session? {
        guard let newest = try? library?.sessions(limit: 1).first else { return nil }
        return session(newest.id)
    }

    package func session(_ id: SessionID) -> Session? {
        (try? library?.session(id)) ?? nil
    }

    /// A recorded exchange's events again, made of its bytes as they were made the first time.
    package func traffic(of id: ExchangeID) -> [ExchangeEvent] {
        guard let library, let stored = try? library.exchange(id) else { return [] }
        let reads = (try? library.reads(of: id)) ?? []
        return RecordedExchange(stored).events(reads)
    }
}
