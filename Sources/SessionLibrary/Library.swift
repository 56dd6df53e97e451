import ChatCompletions
import GRDB

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
    /// True when the library can be read but not changed; ``notice`` says why.
    public let isReadOnly: Bool
    /// What the user should know about this library: one sentence, or `nil`.
    public let notice: String?
    private let queue: DatabaseQueue

    init(_ queue: DatabaseQueue, path: String?, notice: String? = nil) {
        self.queue = queue
        self.path = path
        self.notice = notice
        isReadOnly = notice != nil
    }

    // MARK: Reading and writing

    func read<Value>(_ body: (Database) throws -> Value) throws(LibraryProblem) -> Value {
        do {
            return try queue.read(body)
        } catch {
            throw LibraryProblem(error, path: path)
        }
    }

    /// Runs `body` in one transaction; it is on the disk when this returns.
    func write<Value>(_ body: (Database) throws -> Value) throws(LibraryProblem) -> Value {
        try expectWritable()
        do {
            return try queue.write(body)
        } catch {
            throw LibraryProblem(error, path: path)
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
            throw LibraryProblem(error, path: path)
        }
    }

    private func expectWritable() throws(LibraryProblem) {
        if let notice { throw LibraryProblem(.readOnly, notice, path: path) }
    }

    /// Looks for damage: SQLite's findings, none when all is well. It reads the whole file.
    public func findDamage() throws(LibraryProblem) -> [String] {
        let findings = try read { db in
            try db.rows("PRAGMA quick_check") { try $0.text() }
        }
        return findings == ["ok"] ? [] : findings
    }
}
