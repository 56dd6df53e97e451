import SessionLibrary
import Synchronization

/// Why something is not saved, as the archive and its recorder each know it. What changes is
/// reported.
final class Trouble: Sendable {
    enum Source { case archive, recorder }

    private struct State {
        var problems: [Source: LibraryProblem] = [:]
        var report: @Sendable (LibraryProblem?) -> Void = { _ in }

        var current: LibraryProblem? { problems[.recorder] ?? problems[.archive] }
    }

    private let state = Mutex(State())

    var current: LibraryProblem? { state.withLock { $0.current } }

    /// Whom to tell from now on, and at once where there is something to tell.
    func onChange(_ report: @escaping @Sendable (LibraryProblem?) -> Void) {
        let current = state.withLock { state in
            state.report = report
            return state.current
        }
        if current != nil { report(current) }
    }

    func set(_ problem: LibraryProblem?, of source: Source) {
        let (isNew, current, report) = state.withLock { state in
            let before = state.current
            state.problems[source] = problem
            return (state.current != before, state.current, state.report)
        }
        if isNew { report(current) }
    }
}
