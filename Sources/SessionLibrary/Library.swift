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
    let queue: DatabaseQueue
    private let barrier: Mutex<LibraryProblem?>

    /// - Parameter barrier: why nothing may be written.
    init(_ queue: DatabaseQueue, path: String?, barrier: LibraryProblem? = nil) {
        self.queue = queue
        self.path = path
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

    func read<Value>(_ body: (Database) throws -> Value) throws(LibraryProblem) -> Value {
        do {
            return try queue.read(body)
        } catch {
            throw noted(error)
        }
    }

    /// Runs `body` in one transaction; it is on the disk when this returns.
    func write<Value>(_ body: (Database) throws -> Value) throws(LibraryProblem) -> Value {
        try expectWritable()
        do {
            return try queue.write(body)
        } catch {
            throw noted(error)
        }
    }

    /// The same without blocking the calling task's thread.
    func write<Value: Sendable>(
        inBackground body: @Sendable (Database) throws -> Value
    ) async throws(LibraryProblem) -> Value {
        try expectWritable()
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
    private func noted(_ error: any Error) -> LibraryProblem {
        let problem = LibraryProblem(error, path: path)
        if problem.isOfTheFile { stopWriting(problem) }
        return problem
    }
}
