import ChatCompletions
import GRDB
import Synchronization
public import Words

/// Sessions, their turns, and every byte of their exchanges, in one SQLite file.
///
/// ```swift
/// let library = try Library.open(at: "/home/me/.local/share/fader/library.sqlite")
/// for summary in try library.sessions(limit: 20) { print(summary.title) }
/// ```
///
/// A call returns when the change is on the disk: it survives a killed process and, on a disk that
/// honours `fsync`, a power cut. Calls block, for up to five seconds while another process writes;
/// make them where that does no harm. Several processes may use one library at once. What arrives
/// from a provider is written by a ``Recorder``.
///
/// Every method throws a ``LibraryProblem``.
public final class Library: Sendable {
    /// Where the file lies; `nil` for a temporary library.
    public let path: String?
    /// The connection that changes are made on, one after the other.
    let queue: DatabaseQueue
    let commits = WaitingCommits()
    private let readers: Mutex<Reader?>
    /// With another process, in seconds.
    private let patience = Mutex(Library.patience)
    private let barrier: Mutex<LibraryProblem?>

    /// - Parameter barrier: why nothing may be written.
    init(_ queue: DatabaseQueue, path: String?, barrier: LibraryProblem? = nil) {
        self.queue = queue
        self.path = path
        readers = Mutex(nil)
        self.barrier = Mutex(barrier)
    }

    /// True when the library can be read but not changed; ``notice`` says why. Damage that is found
    /// makes it so.
    public var isReadOnly: Bool { refusal != nil }
    /// What the user should know about this library: one sentence, or `nil`.
    public var notice: Phrase? { refusal?.detail }
    /// What every change is refused with; `nil` when changes are welcome.
    public var refusal: LibraryProblem? { barrier.withLock { $0 } }

    /// From here on nothing is written: what is damaged would only become worse.
    func stopWriting(_ problem: LibraryProblem) {
        barrier.withLock { barrier in
            if barrier == nil { barrier = problem }
        }
    }

    // MARK: Reading and writing

    /// Made when something is read for the first time.
    ///
    /// Where nothing is written, and in memory, there is one connection. Elsewhere the reader's may
    /// write by its mode, though it never does: what a process left that was killed during a commit
    /// has to be taken back by whoever reads next.
    func reader() throws -> Reader {
        try readers.withLock { reader in
            if let reader { return reader }
            let made = try Reader(readingQueue(), yieldingTo: commits)
            reader = made
            return made
        }
    }

    private func readingQueue() throws -> DatabaseQueue {
        guard let path, !queue.configuration.readonly else { return queue }
        let configuration = Connection.configuration(patience: patience.withLock { $0 })
        // In the writer's turn: one commit after the other would keep it from the file for ever.
        return try queue.writeWithoutTransaction { _ in
            try DatabaseQueue(path: path, configuration: configuration)
        }
    }

    /// How long another process is waited for from now on: for its writing, and, by who begins to
    /// read after this, for reading.
    func wait(atMost patience: Double) throws {
        self.patience.withLock { $0 = patience }
        try queue.writeWithoutTransaction { db in
            _ = try db.number("PRAGMA busy_timeout = \(Int(patience * 1000))")
        }
    }

    /// Runs `body` in one transaction; it is on the disk when this returns.
    func write<Value>(_ body: (Database) throws -> Value) throws(LibraryProblem) -> Value {
        try change { try $0.write(body) }
    }

    /// Runs what changes the file; who reads makes room for it.
    func change<Value>(_ body: (DatabaseQueue) throws -> Value) throws(LibraryProblem) -> Value {
        try expectWritable()
        commits.begin()
        defer { commits.end() }
        do {
            return try body(queue)
        } catch {
            throw noted(error)
        }
    }

    /// The same without blocking the calling task's thread.
    func write<Value: Sendable>(
        inBackground body: @Sendable (Database) throws -> Value
    ) async throws(LibraryProblem) -> Value {
        try expectWritable()
        commits.begin()
        defer { commits.end() }
        do {
            return try await queue.write(body)
        } catch {
            throw noted(error)
        }
    }

    func expectWritable() throws(LibraryProblem) {
        if let refusal { throw refusal }
    }

    /// Damage that SQLite meets is the last thing that is written to.
    func noted(_ error: any Error) -> LibraryProblem {
        let problem = LibraryProblem(error, path: path)
        if problem.isOfTheFile { stopWriting(problem) }
        return problem
    }
}
