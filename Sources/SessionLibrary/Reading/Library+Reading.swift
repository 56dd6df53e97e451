import Dispatch
import GRDB

extension Library {
    /// Runs what blocks away from the calling task's thread: what takes long goes in steps, between
    /// which commits go first, and ends after its step when the task is cancelled.
    ///
    /// ```swift
    /// let window = try await library.inBackground { library throws(LibraryProblem) in
    ///     try library.window(0..<50)
    /// }
    /// ```
    ///
    /// One thing is read at a time, in the order in which it was asked for.
    ///
    /// - Throws: what `body` throws; `cancelled` for a cancelled task.
    public func inBackground<Value: Sendable>(
        _ body: @escaping @Sendable (Library) throws(LibraryProblem) -> Value
    ) async throws(LibraryProblem) -> Value {
        let task = Task(executorPreference: Background.executor) {
            () -> Result<Value, LibraryProblem> in
            do throws(LibraryProblem) {
                try Self.expectWanted()
                return .success(try body(self))
            } catch {
                return .failure(error)
            }
        }
        let result = await withTaskCancellationHandler {
            await task.value
        } onCancel: {
            task.cancel()
        }
        return try result.get()
    }

    /// One transaction of a few milliseconds. A commit that waits goes first, as often as it takes
    /// a second of commits; what is read then is read to its end.
    func read<Value>(_ body: (Database) throws -> Value) throws(LibraryProblem) -> Value {
        do {
            let reader = try reader()
            for _ in 0..<Self.disturbances {
                letCommitsGoFirst()
                if case .done(let value, _) = try reader.step(within: nil, body) { return value }
            }
            return try reader.read(body)
        } catch {
            throw noted(error)
        }
    }

    /// Reads once: false when a commit came between.
    func readUndisturbed(_ body: (Database) throws -> Void) throws(LibraryProblem) -> Bool {
        do {
            letCommitsGoFirst()
            if case .done = try reader().step(within: nil, body) { return true }
            return false
        } catch {
            throw noted(error)
        }
    }

    /// At the most commits in a second (`CommitRule`).
    private static let disturbances = 20

    /// Reads in steps until all is read.
    func run<Read: SteppedRead>(_ read: inout Read) throws(LibraryProblem) {
        var pace = Pace(Read.firstRows)
        do {
            let reader = try reader()
            var isDone = false
            while !isDone {
                try Self.expectWanted()
                letCommitsGoFirst()
                let step = try reader.step(within: pace.limit) { db in
                    try read.part(db, rows: pace.rows)
                }
                switch step {
                case .done(let part, let time):
                    pace.took(time)
                    isDone = try read.take(part)
                case .tooLong: pace.ranOut()
                case .disturbed: break
                }
            }
        } catch {
            throw noted(error)
        }
    }

    /// What waits in the writer's queue is done when something is done in it.
    private func letCommitsGoFirst() {
        if !commits.isEmpty { queue.writeWithoutTransaction { _ in } }
    }

    static func expectWanted() throws(LibraryProblem) {
        if Task.isCancelled { throw LibraryProblem(.cancelled, "") }
    }
}

/// A thread for what blocks, beside those that tasks share.
private final class Background: TaskExecutor {
    static let executor = Background()
    private let queue = DispatchQueue(label: "SessionLibrary.reading")

    func enqueue(_ job: consuming ExecutorJob) {
        let unowned = UnownedJob(job)
        queue.async { unowned.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
