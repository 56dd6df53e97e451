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
        show: ([ExchangeEvent]) async throws(Problem) -> Void
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
                try await show(part)
            } catch {
                problem = error
            }
        }
        if let problem { throw problem }
    }

    /// What is shown of an exchange whose record is not whole: an end that was good says so.
    package nonisolated func marked(
        _ events: [ExchangeEvent], of exchange: ExchangeID
    ) async -> [ExchangeEvent] {
        guard events.contains(where: \.isEnd), await recorder?.keepsWhole(exchange) == false else {
            return events
        }
        return events.map { $0.ended(with: .keptInPart) }
    }
}

extension ExchangeEvent {
    fileprivate var isEnd: Bool {
        if case .ended = self { true } else { false }
    }

    fileprivate func ended(with loss: Failure) -> ExchangeEvent {
        guard case .ended(var end) = self, end.failure == nil else { return self }
        end.failure = loss
        return .ended(end)
    }
}
