public import ChatCompletions
public import Conversations
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
/// at once after a request, a response's head or an end; during a stream after a second or 64 KiB,
/// at most 20 times a second. What a commit has not taken yet stands in a spool beside the library: a
/// killed process loses nothing that ``record(_:of:)`` returned from. When the machine goes down,
/// the last second of a stream may be missing, and nothing once it has returned from
/// `.ended`.
///
/// What cannot be saved, on a full disk for example, stays in memory. It is reported, and tried
/// again every second while it waits, and at once with the next end or ``flush()``. Memory takes
/// 32 MiB of it; what comes beyond is not kept, which ``problem`` goes on to say, and its exchanges
/// are recorded as interrupted.
public actor Recorder {
    private var library: Library?
    private let clock: RecorderClock
    private let report: @Sendable (LibraryProblem?) -> Void
    private var recordings: [ExchangeID: Recording] = [:]
    private var rule = CommitRule()
    private var spool: Spool?
    private var running: Task<Void, Never>?
    private var timer: Task<Void, Never>?
    /// Why the last commit failed; `nil` when it went well.
    private var failure: LibraryProblem?
    /// Why what is held is held.
    private var obstacle: LibraryProblem?
    /// The exchanges whose record ends before they did.
    private var cut: Set<ExchangeID> = []
    private var reported: LibraryProblem?
    /// More wants to wait than memory may hold.
    private var isCrowded = false
    /// Bytes of bodies that may wait while nothing can be saved.
    private static let mostWaiting = 32 << 20
    /// Beyond this much the commit that is under way is waited for.
    private static let muchWaiting = 4 << 20

    /// Why something is not saved, or was not; `nil` when all is.
    public var problem: LibraryProblem? {
        failure ?? (cut.isEmpty ? nil : LibraryProblem(.incomplete, .muchWaited))
    }

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
        spool = Self.spool(beside: library)
        self.clock = clock
        self.report = report
    }

    /// A recorder for a library that cannot be opened yet: until ``open(_:)`` all stays in memory.
    package init(report: @escaping @Sendable (LibraryProblem?) -> Void) {
        clock = .continuous()
        self.report = report
    }

    /// The library is there. What was held goes into it with ``release()``.
    package func open(_ library: Library) {
        self.library = library
        spool = Self.spool(beside: library)
        if library.isReadOnly { recordings = [:] }
    }

    private static func spool(beside library: Library) -> Spool? {
        library.isReadOnly ? nil : library.path.map { Spool(beside: $0) }
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
        guard let library else {
            obstacle = LibraryProblem(.unreachable, .notOpenYet)
            return recordings[exchange] = Recording(unsaved: beginning, isHeld: true)
        }
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

    /// The same for an exchange whose turn could not be saved yet: it is held until ``release()``.
    ///
    /// - Parameter obstacle: why it could not.
    package func beginLater(
        _ exchange: ExchangeID, session: SessionID?, turn: TurnID?, settings: LaneSettings,
        created: Timestamp, because obstacle: LibraryProblem
    ) {
        self.obstacle = obstacle
        let beginning = Beginning(
            exchange: exchange, session: session, turn: turn, settings: settings, created: created
        )
        recordings[exchange] = Recording(unsaved: beginning, isHeld: true)
    }

    /// What was held may be saved now.
    package func release() {
        obstacle = nil
        for recording in recordings.values { recording.release() }
        rule.note(at: clock.now())
        commitIfDue()
    }

    /// Takes what happened in an exchange, in order.
    ///
    /// Returns at once, save for a batch with `.ended`: that is on the disk when this returns. One
    /// that brings more than a commit under way has taken waits for that.
    /// Events of an exchange that was not begun, or has ended, are ignored.
    ///
    /// - Throws: when the end could not be saved. It is kept and tried again.
    public func record(
        _ events: [ExchangeEvent],
        of exchange: ExchangeID
    ) async throws(LibraryProblem) {
        if waitingBytes > Self.muchWaiting { await running?.value }
        guard let recording = recordings[exchange] else { return }
        let first = recording.readCount
        recording.add(events, hasRoom: hasRoom(for: recording))
        if recording.isCut { cut.insert(exchange) }
        if !recording.hasEnded, !recording.isCut {
            spool?.keep(events, of: exchange, from: first)
        }
        if recording.isHeld { return }
        rule.note(at: clock.now())
        if recording.hasEnded {
            try await commit { $0.recordings[exchange] == nil }
        } else {
            commitIfDue()
        }
    }

    /// Saves all that waits; it is on the disk when this returns.
    public func flush() async throws(LibraryProblem) {
        try await commit { !$0.recordings.values.contains(where: \.isDue) }
    }

    /// Saves all that waits, and takes the spool away when nothing is left in it. What could not be
    /// saved stands in ``problem``.
    public func close() async {
        try? await flush()
        spool = nil
    }

    /// Whether the record of an exchange has, or will have, all that came.
    package func keepsWhole(_ exchange: ExchangeID) -> Bool { !cut.contains(exchange) }

    private var waitingBytes: Int { recordings.values.reduce(0) { $0 + $1.waitingBytes } }

    /// What can be saved soon always has room.
    private func hasRoom(for recording: Recording) -> Bool {
        guard failure != nil || recording.isHeld else { return true }
        if waitingBytes < Self.mostWaiting { return true }
        isCrowded = true
        tell()
        return false
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
        if let failure, !isDone(self) { throw failure }
    }

    /// Waits for the commit that is under way, if one is; begins none.
    package func commitUnderWay() async { await running?.value }

    private func commitIfDue() {
        guard running == nil else { return }
        let due = rule.due(
            waitingBytes: waitingBytes,
            isUrgent: recordings.values.contains { $0.isUrgent && !$0.isHeld }
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
        for (id, recording) in recordings where recording.isDue {
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
            let refused = try await library?.write(portions) ?? [:]
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
        failure = new
        if new == nil { isCrowded = false }
        tell()
    }

    private func tell() {
        let new = isCrowded ? (failure ?? obstacle)?.crowded : problem
        guard new != reported else { return }
        reported = new
        report(new)
    }
}
