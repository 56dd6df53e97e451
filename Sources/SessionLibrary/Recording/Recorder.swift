public import ChatCompletions
import GRDB

/// Writes exchanges into a library while they happen.
///
/// ```swift
/// let recorder = Recorder(library)
/// try await recorder.begin(exchange, session: session.id, turn: answer.id, settings: settings,
///     created: now)
/// for await event in events { try await recorder.record([event], of: exchange) }
/// ```
///
/// Events gather in memory and are committed together, those of all exchanges in one transaction:
/// at once after a request, a response's head or an end; during a stream after 250 ms or 4 KiB, at
/// most 20 times a second. What a commit has not taken yet stands in a spool beside the library: a
/// killed process loses nothing that ``record(_:of:)`` returned from. When the machine goes down,
/// the last quarter of a second of a stream may be missing, and nothing once it has returned from
/// `.ended`.
///
/// What cannot be saved, on a full disk for example, stays in memory. It is reported, and tried
/// again every second while it waits, and at once with the next end or ``flush()``.
public actor Recorder {
    private let library: Library
    private let clock: RecorderClock
    private let report: @Sendable (LibraryProblem?) -> Void
    private var recordings: [ExchangeID: Recording] = [:]
    private var rule = CommitRule()
    private let spool: Spool?
    private var running: Task<Void, Never>?
    private var timer: Task<Void, Never>?
    /// Why the last commit failed; `nil` when it went well.
    public private(set) var problem: LibraryProblem?

    /// A recorder for one library; one is enough for all exchanges of a process.
    ///
    /// - Parameter report: told of a problem when it arises, and `nil` when all is saved again. It
    ///   is called from the recorder and must not wait.
    public init(
        _ library: Library,
        report: @escaping @Sendable (LibraryProblem?) -> Void = { _ in }
    ) {
        self.init(library, clock: .continuous(), report: report)
    }

    package init(
        _ library: Library,
        clock: RecorderClock,
        report: @escaping @Sendable (LibraryProblem?) -> Void = { _ in }
    ) {
        self.library = library
        spool = library.isReadOnly ? nil : library.path.map { Spool(beside: $0) }
        self.clock = clock
        self.report = report
    }

    /// Says that a request is about to go out. It is on the disk when this returns.
    ///
    /// - Parameters:
    ///   - session: `nil` for an exchange outside of any session.
    ///   - turn: the answer's turn, saved before as `streaming`; it gets the first choice's text and
    ///     the exchange's end.
    /// - Throws: `refused` for an unknown session or turn or a known exchange, `readOnly`: then the
    ///   exchange is not recorded. After any other problem it is, in memory, until it can be saved;
    ///   the caller decides whether the request goes out.
    public func begin(
        _ exchange: ExchangeID,
        session: SessionID? = nil,
        turn: TurnID? = nil,
        settings: LaneSettings,
        created: Timestamp
    ) async throws(LibraryProblem) {
        let beginning = Beginning(
            exchange: exchange, session: session, turn: turn, settings: settings, created: created
        )
        do {
            try await library.write(inBackground: beginning.store)
            recordings[exchange] = Recording()
        } catch  where error.isPassing && !library.isReadOnly {
            recordings[exchange] = Recording(unsaved: beginning)
            rule.note(at: clock.now())
            ended(error)
            commitIfDue()
            throw error
        }
    }

    /// Takes what happened in an exchange, in order.
    ///
    /// Returns at once, save for a batch with `.ended`: that is on the disk when this returns.
    /// Events of an exchange that was not begun, or has ended, are ignored.
    ///
    /// - Throws: when the end could not be saved. It is kept and tried again.
    public func record(
        _ events: [ExchangeEvent],
        of exchange: ExchangeID
    ) async throws(LibraryProblem) {
        guard let recording = recordings[exchange] else { return }
        let first = recording.readCount
        recording.add(events)
        if !recording.hasEnded { spool?.keep(events, of: exchange, from: first) }
        rule.note(at: clock.now())
        if recording.hasEnded {
            try await commit { $0.recordings[exchange] == nil }
        } else {
            commitIfDue()
        }
    }

    /// Saves all that waits; it is on the disk when this returns.
    public func flush() async throws(LibraryProblem) {
        try await commit { $0.recordings.values.allSatisfy(\.isSaved) }
    }

    // MARK: Committing

    /// Commits now, after the commit that is under way, unless that has done it.
    private func commit(
        unless isDone: @Sendable (isolated Recorder) -> Bool
    ) async throws(LibraryProblem) {
        while let running {
            await running.value
            if isDone(self) { return }
        }
        if isDone(self) { return }
        commit()
        await commitUnderWay()
        if let problem, !isDone(self) { throw problem }
    }

    /// Waits for the commit that is under way, if one is; begins none.
    package func commitUnderWay() async { await running?.value }

    private func commitIfDue() {
        guard running == nil else { return }
        let due = rule.due(
            waitingBytes: recordings.values.reduce(0) { $0 + $1.waitingBytes },
            isUrgent: recordings.values.contains(where: \.isUrgent)
        )
        guard let due else { return }
        let rest = due - clock.now()
        if rest <= .zero { commit() } else { wake(after: rest) }
    }

    /// One timer at most: when it fires, what is due then is decided anew.
    private func wake(after rest: Duration) {
        guard timer == nil else { return }
        timer = Task {
            await clock.wait(rest)
            timer = nil
            commitIfDue()
        }
    }

    private func commit() {
        var portions: [(ExchangeID, Portion)] = []
        for (id, recording) in recordings where !recording.isSaved {
            portions.append((id, recording.takeUnsaved()))
        }
        spool?.commitBegins()
        rule.commits(at: clock.now())
        // A task of its own: the exchange's task may be cancelled, its record may not.
        running = Task { [portions] in
            await write(portions)
            running = nil
            commitIfDue()
        }
    }

    private func write(_ portions: [(ExchangeID, Portion)]) async {
        do {
            let refused = try await library.write(portions)
            for (id, portion) in portions where portion.closing != nil || refused[id] != nil {
                recordings[id] = nil
            }
            spool?.commitEnded()
            ended(refused.values.first)
        } catch {
            for (id, portion) in portions { recordings[id]?.putBack(portion) }
            ended(error)
        }
    }

    private func ended(_ new: LibraryProblem?) {
        rule.ended(well: new == nil || new?.kind == .refused, at: clock.now())
        guard new != problem else { return }
        problem = new
        report(new)
    }
}
