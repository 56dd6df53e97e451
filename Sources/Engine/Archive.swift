package import ChatCompletions
package import SessionLibrary
package import Workbench

/// The session library as the engine uses it: opened late, and never the reason that nothing works.
package actor Archive {
    private let path: String?
    private var library: Library?
    private var recorder: Recorder?
    private var report: @Sendable (LibraryProblem?) -> Void = { _ in }
    private var backlog = Backlog()
    private var retry: Task<Void, Never>?
    private var retryIsDue = false
    /// Why the library is not open.
    private var unopened: LibraryProblem?

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
        self.report = report
        do throws(LibraryProblem) {
            if library == nil, let path { library = try Library.open(at: path) }
            recorder = library.map { Recorder($0, report: report) }
            return library?.notice.map { Notice($0, isError: true) }
        } catch {
            unopened = error
            report(error)
            return Notice("Nothing is saved: " + error.sentence, isError: true)
        }
    }

    // MARK: Writing

    /// What cannot be saved for now, on a full disk for example, is kept and tried again every
    /// second; what belongs to it waits behind it.
    package func save(_ session: Session, _ turns: [Turn]) throws(LibraryProblem) {
        guard let library else { return }
        backlog.saves.append((session, turns))
        try saveBacklog(in: library)
    }

    /// Drafts are no part of a session: what cannot be kept is said, and the next one tried afresh.
    package func keep(_ draft: Draft?, at time: Timestamp) throws(LibraryProblem) {
        guard let library, !library.isReadOnly else { return }
        try library.keep(draft, at: time)
    }

    package func forgetDraft(_ id: String) {
        try? library?.forget(draft: id)
    }

    package func begin(_ start: ExchangeStart, at time: Timestamp) async throws(LibraryProblem) {
        guard backlog.saves.isEmpty else {
            return backlog.exchanges.append(.init(start: start, created: time))
        }
        try await beginRecording(start, at: time)
    }

    private func beginRecording(
        _ start: ExchangeStart, at time: Timestamp
    ) async throws(LibraryProblem) {
        try await recorder?.begin(
            start.exchange, session: start.session, turn: start.turn, settings: start.settings,
            created: time)
    }

    package func record(
        _ events: [ExchangeEvent], of exchange: ExchangeID
    ) async throws(LibraryProblem) {
        if backlog.add(events, to: exchange) { return }
        try await recorder?.record(events, of: exchange)
    }

    package func close() async {
        // Only its sleep is cut short: what it writes is not.
        if retryIsDue { retry?.cancel() }
        await retry?.value
        await catchUp()
        try? await recorder?.flush()
        recorder = nil
        library = nil
    }

    // MARK: What could not be saved

    /// Saves in order until something has to wait. What is refused for good is left out.
    private func saveBacklog(in library: Library) throws(LibraryProblem) {
        var refusal: LibraryProblem?
        while let next = backlog.saves.first {
            do throws(LibraryProblem) {
                try library.save(next.session, turns: next.turns)
            } catch {
                if error.isPassing, !library.isReadOnly {
                    retryLater()
                    throw error
                }
                refusal = error
            }
            backlog.saves.removeFirst()
        }
        if let refusal { throw refusal }
    }

    private func retryLater() {
        guard !retryIsDue else { return }
        retryIsDue = true
        retry = Task {
            try? await Task.sleep(for: .seconds(1))
            retryIsDue = false
            if !Task.isCancelled { await catchUp() }
        }
    }

    private func catchUp() async {
        guard let library, !backlog.saves.isEmpty else { return }
        try? saveBacklog(in: library)
        guard backlog.saves.isEmpty else { return }
        while let late = backlog.exchanges.first {
            try? await beginRecording(late.start, at: late.created)
            while let events = backlog.takeEvents() {
                try? await recorder?.record(events, of: late.start.exchange)
            }
        }
        // Otherwise the recorder says so itself.
        if await recorder?.problem == nil { report(nil) }
    }

    // MARK: Reading

    package var isOpen: Bool { library != nil }

    /// What is asked of a library that is not there is nothing; of one that could not be opened,
    /// an error.
    private func read<Value>(
        _ body: (Library) throws(LibraryProblem) -> Value?
    ) throws(LibraryProblem) -> Value? {
        if let library { return try body(library) }
        if let unopened { throw unopened }
        return nil
    }

    /// All sessions, the most recently changed first; `nil` when none are kept.
    package func sessions() throws(LibraryProblem) -> [SessionSummary]? {
        try read { library throws(LibraryProblem) in try library.sessions(limit: .max) }
    }

    /// What programs that have ended left written and not sent, the newest first.
    package func drafts() throws(LibraryProblem) -> [KeptDraft] {
        try read { library throws(LibraryProblem) in try library.drafts() } ?? []
    }

    /// The workbench's own one that was changed last: what commands made is in the list.
    package func latest() throws(LibraryProblem) -> Session? {
        try read { library throws(LibraryProblem) in
            let own = SessionFilter(source: .workbench)
            guard let newest = try library.sessions(limit: 1, where: own).first else { return nil }
            return try library.session(newest.id)
        }
    }

    package func session(_ id: SessionID) throws(LibraryProblem) -> Session? {
        try read { library throws(LibraryProblem) in try library.session(id) }
    }

    /// A recorded exchange's events again, made of its bytes as they were made the first time, and
    /// what it was sent with.
    package func traffic(
        of id: ExchangeID
    ) throws(LibraryProblem) -> (events: [ExchangeEvent], settings: LaneSettings)? {
        try read { library throws(LibraryProblem) in
            guard let stored = try library.exchange(id) else { return nil }
            return (RecordedExchange(stored).events(try library.reads(of: id)), stored.settings)
        }
    }
}
