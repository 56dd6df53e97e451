package import ChatCompletions
package import SessionLibrary

extension Archive {
    /// Shows what came of an exchange when it is recorded: a killed program shows it again. The end
    /// is shown when it is on the disk: "done" on the screen means saved.
    ///
    /// What cannot be recorded is told, and shown all the same. What cannot be shown is recorded all
    /// the same, and then thrown.
    package nonisolated func deliver<Problem: Error>(
        _ batch: [ExchangeEvent], of exchange: ExchangeID,
        report: (LibraryProblem) -> Void,
        show: ([ExchangeEvent]) throws(Problem) -> Void
    ) async throws(Problem) {
        var problem: Problem?
        for part in [batch.filter { !$0.isEnd }, batch.filter(\.isEnd)] where !part.isEmpty {
            do throws(LibraryProblem) {
                try await record(part, of: exchange)
            } catch {
                report(error)
            }
            if problem != nil { continue }
            do throws(Problem) {
                try show(part)
            } catch {
                problem = error
            }
        }
        if let problem { throw problem }
    }
}

extension ExchangeEvent {
    fileprivate var isEnd: Bool {
        if case .ended = self { true } else { false }
    }
}
