internal import Glibc

/// A thread for work that waits in system calls, which Swift's own threads must not do.
enum OwnThread {
    static func run(_ work: @escaping @Sendable () -> Void) {
        var thread = pthread_t()
        let context = Unmanaged.passRetained(Work(work)).toOpaque()
        let problem = pthread_create(
            &thread,
            nil,
            { context in
                if let context { Unmanaged<Work>.fromOpaque(context).takeRetainedValue().work() }
                return nil
            },
            context
        )
        precondition(problem == 0, "the system gives no more threads")
        pthread_detach(thread)
    }

    /// What the work gave, without holding up the task's thread.
    static func result<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            run { continuation.resume(returning: work()) }
        }
    }

    private final class Work {
        let work: @Sendable () -> Void
        init(_ work: @escaping @Sendable () -> Void) { self.work = work }
    }
}
