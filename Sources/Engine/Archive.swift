package import ChatCompletions
package import Conversations
package import SessionLibrary
import Words
package import Workbench

/// The session library as the engine uses it: opened late, and never the reason that nothing works.
///
/// What cannot be saved for now, on a full disk or in a library that cannot be opened, is kept and
/// tried again every second, in order: turns here, what belongs to exchanges in the recorder.
package actor Archive {
    private let path: String?
    private var library: Library?
    private let recorder: Recorder?
    private let trouble: Trouble
    private var backlog = Backlog()
    private var waitingDraft: (draft: Draft?, time: Timestamp)?
    private var staleDrafts: [String] = []
    /// Why turns wait; `nil` when none do.
    private var problem: LibraryProblem?
    /// The library will never be opened; what there is to save is let go.
    private var isHopeless = false
    private var opened = Timestamp(milliseconds: 0)
    private var openedLate: @Sendable (Notice?) -> Void = { _ in }
    private var inspection: Task<Void, Never>?
    private var retry: Task<Void, Never>?
    private var isResting = false
    private var isClosing = false

    /// `nil` records nothing.
    package init(path: String?) {
        self.path = path
        let trouble = Trouble()
        self.trouble = trouble
        recorder = path.map { _ in Recorder { trouble.set($0, of: .recorder) } }
    }

    package var isOpen: Bool { library != nil }
    /// Why something is not saved.
    package nonisolated var unsaved: LibraryProblem? { trouble.current }

    // MARK: Opening

    /// With another program that holds the library: somebody waits for what comes next, and what
    /// could not be saved is tried again soon.
    private static let patience = 0.25
    /// How often it is tried at the end, after which what waits is lost.
    private static let lastTries = 3
    /// At a start: without the library there is little to be shown.
    private static let firstPatience = 1.0

    /// Opens the library. What cannot be opened is said, and the workbench goes on without; where
    /// that may change, it is tried again.
    ///
    /// - Parameters:
    ///   - report: told of what is not saved, and `nil` when all is.
    ///   - openedLate: called when trying again has helped.
    package func open(
        at now: Timestamp, report: @escaping @Sendable (LibraryProblem?) -> Void,
        openedLate: @escaping @Sendable (Notice?) -> Void = { _ in }
    ) async -> Notice? {
        trouble.onChange(report)
        opened = now
        self.openedLate = openedLate
        do throws(LibraryProblem) {
            return try await openLibrary(patience: Self.firstPatience)
        } catch {
            return goOnWithout(error)
        }
    }

    private func openLibrary(patience: Double) async throws(LibraryProblem) -> Notice? {
        guard let path, library == nil else { return nil }
        // Off the actor: it may take seconds.
        let opening = Task.detached { () -> Result<Library, LibraryProblem> in
            do throws(LibraryProblem) {
                return .success(
                    try Library.open(at: path, patience: patience, later: Self.patience))
            } catch {
                return .failure(error)
            }
        }
        let library = try await opening.value.get()
        self.library = library
        await recorder?.open(library)
        inspect(library)
        guard let refusal = library.refusal else { return nil }
        trouble.set(refusal, of: .archive)
        return Notice(.nothingIsSaved(refusal), isError: true)
    }

    /// Beside everything else; what is found stops the writing and is said.
    private func inspect(_ library: Library) {
        inspection = Task.detached(priority: .background) { [trouble, opened] in
            do throws(LibraryProblem) {
                try await library.inspect(at: opened) {
                    try? await Task.sleep(for: .milliseconds(10))
                }
            } catch {
                if error.kind == .damaged { trouble.set(error, of: .archive) }
            }
        }
    }

    private func goOnWithout(_ error: LibraryProblem) -> Notice {
        guard error.isPassing else {
            isHopeless = true
            backlog.removeAll()
            trouble.set(error, of: .archive)
            return Notice(.nothingIsSaved(error), isError: true)
        }
        wait(because: error)
        return Notice(.nothingIsSavedYet(error), isError: true)
    }

    // MARK: Writing

    package func save(_ session: Session, _ turns: [Turn]) async throws(LibraryProblem) {
        guard path != nil, !isHopeless else { return }
        backlog.append(session, turns)
        // What waits already is tried soon enough.
        if let problem { throw problem }
        try await saveBacklog()
    }

    /// Drafts are no part of a session: what cannot be kept is said, and the next one tried afresh.
    /// Only for another program they wait, the last one of them.
    package func keep(_ draft: Draft?, at time: Timestamp) throws(LibraryProblem) {
        waitingDraft = (draft, time)
        guard let library, !library.isReadOnly, problem == nil else { return }
        do throws(LibraryProblem) {
            try library.keep(draft, at: time)
            waitingDraft = nil
        } catch {
            guard error.kind == .busy else { throw error }
            wait(because: error)
        }
    }

    package func forgetDraft(_ id: String) {
        do throws(LibraryProblem) {
            try library?.forget(draft: id)
        } catch {
            guard error.kind == .busy else { return }
            staleDrafts.append(id)
            wait(because: error)
        }
    }

    private func catchUpWithDrafts() {
        let stale = staleDrafts
        staleDrafts = []
        for id in stale { forgetDraft(id) }
        if let (draft, time) = waitingDraft { try? keep(draft, at: time) }
    }

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
    package nonisolated func record(
        _ events: [ExchangeEvent], of exchange: ExchangeID
    ) async throws(LibraryProblem) {
        try await recorder?.record(events, of: exchange)
    }

    /// Why the record of an exchange is not whole, which it may seem to be on the screen.
    package nonisolated func loss(of exchange: ExchangeID) async -> Failure? {
        await recorder?.keepsWhole(exchange) == false ? .keptInPart : nil
    }

    /// Saves what can be saved; ``unsaved`` says what could not.
    package func close() async {
        isClosing = true
        // Only its sleep is cut short: what it writes is not.
        if isResting { retry?.cancel() }
        await retry?.value
        // What another program does to the library seldom takes longer.
        for _ in 0..<Self.lastTries where problem != nil { await catchUp() }
        inspection?.cancel()
        await recorder?.close()
        library = nil
    }

    // MARK: What could not be saved

    /// Saves in order until something has to wait. What is refused for good is left out.
    private func saveBacklog() async throws(LibraryProblem) {
        guard let library else { return }
        var refusal: LibraryProblem?
        while let next = backlog.first {
            do throws(LibraryProblem) {
                try await library.saveInBackground(next.session, turns: next.turns)
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

    private func wait(because error: LibraryProblem) {
        problem = error
        trouble.set(error, of: .archive)
        guard retry == nil, !isClosing else { return }
        retry = Task {
            while problem != nil, !isClosing {
                isResting = true
                try? await Task.sleep(for: .seconds(1))
                isResting = false
                if !isClosing { await catchUp() }
            }
            retry = nil
        }
    }

    private func catchUp() async {
        do throws(LibraryProblem) {
            let isLate = library == nil
            let notice = try await openLibrary(patience: Self.patience)
            if isLate { openedLate(notice) }
            try await saveBacklog()
        } catch {
            if library == nil { return didNotOpen(error) }
        }
        guard library != nil, backlog.isEmpty else { return }
        problem = nil
        catchUpWithDrafts()
        guard problem == nil else { return }
        trouble.set(nil, of: .archive)
        await recorder?.release()
    }

    /// Or not at all: somebody may have put another file there.
    private func didNotOpen(_ error: LibraryProblem) {
        if error.isPassing { return wait(because: error) }
        problem = nil
        openedLate(goOnWithout(error))
    }

    // MARK: Reading

    /// What is asked of a library that is not there is nothing; of one that could not be opened,
    /// an error.
    private func read<Value>(
        _ body: (Library) throws(LibraryProblem) -> Value?
    ) throws(LibraryProblem) -> Value? {
        if let library { return try body(library) }
        if let unsaved { throw unsaved }
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
            return try Self.session(newest.id, in: library)
        }
    }

    package func session(_ id: SessionID) throws(LibraryProblem) -> Session? {
        try read { library throws(LibraryProblem) in try Self.session(id, in: library) }
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

    /// A recorded exchange: its events again, made of its bytes as they were made the first time,
    /// and what it was sent with.
    func recorded(_ id: ExchangeID) throws(LibraryProblem) -> RecordedExchange? {
        try read { library throws(LibraryProblem) in
            try library.exchange(id).map { RecordedExchange($0) }
        }
    }

    /// The next reads of a recorded exchange.
    func reads(of id: ExchangeID, from number: Int) throws(LibraryProblem) -> [StoredRead] {
        try read { library throws(LibraryProblem) in
            try library.reads(of: id, from: number, limit: 64)
        } ?? []
    }
}
