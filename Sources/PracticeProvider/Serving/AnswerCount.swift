import Synchronization

/// Counts the answers that are being streamed, by the tickets that are out.
final class AnswerCount: Sendable {
    final class Ticket: Sendable {
        private let count: AnswerCount

        fileprivate init(_ count: AnswerCount) { self.count = count }

        deinit { count.tickets.subtract(1, ordering: .relaxed) }
    }

    private let tickets = Atomic(0)

    var value: Int { tickets.load(ordering: .relaxed) }

    func ticket() -> Ticket {
        tickets.add(1, ordering: .relaxed)
        return Ticket(self)
    }
}
