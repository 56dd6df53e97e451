import GRDB
import Synchronization

/// The connection beside the writer's, on which everything is read that is not part of a change.
///
/// With a rollback journal a commit waits until nobody reads. So whoever reads has the file for one
/// step, and gives it up in the middle of one when a commit of this process waits. Between two
/// steps another process gets its turn.
final class Reader: Sendable {
    /// What became of a step.
    enum Step<Value> {
        case done(Value, took: Duration)
        /// Its time was up.
        case tooLong
        /// A commit waits; the step is to be done again after it.
        case disturbed
    }

    private let queue: DatabaseQueue
    private let commits: WaitingCommits
    private let watch: StatementWatch
    private let deadline: Deadline

    /// - Parameter queue: a connection of its own, or one that nothing is read on beside this.
    init(_ queue: DatabaseQueue, yieldingTo commits: WaitingCommits) {
        let deadline = Deadline()
        let watch = StatementWatch { deadline.isArmed && (!commits.isEmpty || deadline.isOver) }
        self.queue = queue
        self.commits = commits
        self.watch = watch
        self.deadline = deadline
        queue.writeWithoutTransaction { watch.install(on: $0) }
    }

    deinit { queue.writeWithoutTransaction { StatementWatch.remove(from: $0) } }

    /// Reads in one transaction, which ends early when its time is up or a commit waits.
    ///
    /// - Parameter limit: `nil` for what cannot be done in parts.
    func step<Value>(
        within limit: Duration?, _ body: (Database) throws -> Value
    ) throws -> Step<Value> {
        let (wasFree, begun) = (commits.isEmpty, commits.begun)
        do {
            return try queue.read { db in
                let start = ContinuousClock.now
                deadline.arm(limit.map { start + $0 })
                defer { deadline.disarm() }
                let value = try body(db)
                return .done(value, took: start.duration(to: .now))
            }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_INTERRUPT {
            return commits.isEmpty && limit != nil ? .tooLong : .disturbed
        } catch let error as DatabaseError
            where error.resultCode == .SQLITE_BUSY && (!wasFree || commits.begun != begun)
        {
            // A commit of this process that the disk takes long for is no other program's.
            return .disturbed
        }
    }

    /// Reads to the end, whoever waits.
    func read<Value>(_ body: (Database) throws -> Value) throws -> Value { try queue.read(body) }
}

/// When a step has to end; asked while it runs.
private final class Deadline: Sendable {
    private let state = Mutex<(isArmed: Bool, end: ContinuousClock.Instant?)>((false, nil))

    var isArmed: Bool { state.withLock { $0.isArmed } }

    var isOver: Bool {
        guard let end = state.withLock({ $0.end }) else { return false }
        return ContinuousClock.now > end
    }

    func arm(_ end: ContinuousClock.Instant?) { state.withLock { $0 = (true, end) } }
    func disarm() { state.withLock { $0 = (false, nil) } }
}
