package import ChatCompletions
import Conversations
import GRDB

/// The end of an exchange: its whole answer goes into the exchange and the turn, and the pieces go.
struct Closing: Sendable {
    private var turn: Turn.Ending
    let answer: Answer
    /// `nil` when the program was killed before the end.
    private var end: ExchangeEnd?

    init(_ end: ExchangeEnd, answer: Answer) {
        self.answer = answer
        self.end = end
        turn = Turn.Ending(of: answer, end)
    }

    /// A record that ends before the answer did is not passed off as whole.
    init(cut end: ExchangeEnd, answer: Answer) {
        var end = end
        end.failure = end.failure ?? .keptInPart
        self.init(end, answer: answer)
        turn.state = .interrupted
    }

    init(interrupted answer: Answer) {
        self.answer = answer
        turn = Turn.Ending(interrupted: answer)
    }

    func write(to exchange: Int, _ db: Database) throws {
        try db.run(
            """
            UPDATE exchange SET state = ?, owner = NULL, answer = ?, ending = ? WHERE number = ?
            """,
            [
                turn.state.rawValue, Form.text(of: answer), (end.map { Form.end($0) })?.text,
                exchange,
            ]
        )
        try writeTurn(of: exchange, db)
        try db.run("DELETE FROM piece WHERE exchange = ?", [exchange])
    }

    private func writeTurn(of exchange: Int, _ db: Database) throws {
        let message = turn.message
        let calls = message.toolCalls
        try db.run(
            """
            UPDATE turn SET
                content = CAST(? AS TEXT), reasoning = CAST(? AS TEXT), tool_calls = ?,
                message = NULL, refusal = CAST(? AS TEXT), attachments = ?,
                state = ?, owner = NULL, finish_reason = CAST(? AS TEXT), usage = ?, failure = ?,
                choice = ?, exchange = (SELECT id FROM exchange WHERE number = ?),
                model = coalesce(CAST(? AS TEXT), model)
            WHERE (session, id) = (SELECT session, turn FROM exchange WHERE number = ?)
            """,
            [
                Binding.text(message.content), Binding.text(message.reasoning),
                calls.isEmpty ? nil : Form.toolCalls(calls).text,
                Binding.text(turn.refusal),
                turn.attachments.isEmpty ? nil : Form.attachments(turn.attachments).text,
                turn.state.rawValue, Binding.text(turn.finishReason),
                (turn.usage.map { Form.usage($0) })?.text,
                (turn.failure.map { Form.failure($0) })?.text, turn.choiceIndex,
                exchange, Binding.text(turn.model), exchange,
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
