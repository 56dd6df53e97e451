import ChatCompletions
import Sending
import SessionLibrary

/// The record of what `fader send` does. What cannot be recorded is told, and costs no answer.
struct Keeping {
    private var record: SessionRecord?
    private var problem: LibraryProblem?

    /// - Parameter record: `nil` keeps nothing.
    init(_ record: SessionRecord?) { self.record = record }

    /// Nothing can be kept, for a reason that may pass.
    init(without problem: LibraryProblem) { self.problem = problem }

    var keepsSomething: Bool { record != nil }

    /// A try is about to go out.
    mutating func begin() async throws -> ExchangeID? {
        do {
            return try await record?.begin()
        } catch let error as LibraryProblem where error.isPassing {
            problem = error
            return nil
        }
    }

    /// Shows what came when a killed process would not lose it.
    mutating func deliver<Problem: Error>(
        _ events: [ExchangeEvent], of exchange: ExchangeID?,
        show: ([ExchangeEvent]) throws(Problem) -> Void
    ) async throws(Problem) {
        guard let record, let exchange else { return try show(events) }
        var problem = problem
        defer { self.problem = problem }
        try await record.archive.deliver(events, of: exchange) {
            problem = $0
        } show: { events throws(Problem) in
            try show(events)
        }
    }

    /// Saves what waits; whether all is saved. What is not has been told.
    mutating func close() async -> Bool {
        if let archive = record?.archive {
            await archive.close()
            problem = archive.unsaved ?? problem.flatMap { $0.isPassing ? nil : $0 }
        }
        guard let problem else { return true }
        StandardStream.tell(.notSaved(problem))
        return false
    }
}
