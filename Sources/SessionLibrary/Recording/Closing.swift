package import ChatCompletions
import Conversations
import GRDB

/// The end of an exchange: its whole answer goes into the exchange and the turn, and the pieces go.
struct Closing: Sendable {
    var state: Turn.State
    var answer: Answer
    /// `nil` when the program was killed before the end.
    var end: ExchangeEnd?

    init(state: Turn.State, answer: Answer) {
        self.state = state
        self.answer = answer
    }

    /// A record that ends before the answer did is not passed off as whole.
    init(cut end: ExchangeEnd, answer: Answer) {
        self.answer = answer
        self.end = end
        if end.failure == nil { self.end?.failure = .keptInPart }
        state = .interrupted
    }

    init(_ end: ExchangeEnd, answer: Answer) {
        self.answer = answer
        self.end = end
        state = Self.state(after: end.failure ?? answer.failure)
    }

    private static func state(after failure: Failure?) -> Turn.State {
        switch failure?.kind {
        case nil: .done
        case .cancelled: .stopped
        default: .failed
        }
    }

    func write(to exchange: Int, _ db: Database) throws {
        try db.run(
            """
            UPDATE exchange SET state = ?, owner = NULL, answer = ?, ending = ? WHERE number = ?
            """,
            [
                state.rawValue, Form.text(of: answer), (end.map { Form.end($0) })?.text,
                exchange,
            ]
        )
        try writeTurn(of: exchange, db)
        try db.run("DELETE FROM piece WHERE exchange = ?", [exchange])
    }

    private func writeTurn(of exchange: Int, _ db: Database) throws {
        let choice = answer.choices.first
        let calls = choice?.toolCalls ?? []
        try db.run(
            """
            UPDATE turn SET
                content = CAST(? AS TEXT), reasoning = CAST(? AS TEXT), tool_calls = ?,
                state = ?, owner = NULL, finish_reason = CAST(? AS TEXT), usage = ?, failure = ?,
                exchange = (SELECT id FROM exchange WHERE number = ?),
                model = coalesce(CAST(? AS TEXT), model)
            WHERE (session, id) = (SELECT session, turn FROM exchange WHERE number = ?)
            """,
            [
                Binding.text(choice?.content ?? ""), Binding.text(choice?.reasoning ?? ""),
                calls.isEmpty ? nil : Form.toolCalls(calls).text,
                state.rawValue, Binding.text(choice?.finishReason),
                (answer.usage.map { Form.usage($0) })?.text,
                ((end?.failure ?? answer.failure).map { Form.failure($0) })?.text,
                exchange, Binding.text(answer.model), exchange,
            ]
        )
    }
}

extension Failure {
    /// An answer came whole, and its record has only the beginning.
    package static let keptInPart = Failure(.truncated, .init(.keptInPart), phase: .record)

    /// It is another process's answer, as far as that had saved it.
    package static let arrivingElsewhere = Failure(
        .truncated, .init(.arrivingElsewhere), phase: .record)
}
