import ChatCompletions
import Conversations
import GRDB

/// A part of an answer that is still arriving: what one commit adds to one of its texts.
struct Piece: Sendable, Hashable {
    enum Part: String, Sendable {
        case content, reasoning, refusal
        /// A tool call begins (or begins anew): its id and name as JSON.
        case call
        /// More of the arguments of a tool call.
        case arguments
    }

    /// The index of the choice.
    var choice: Int
    var part: Part
    /// The place of the tool call; 0 for the other parts.
    var item = 0
    var text: String

    /// What a place can be; an answer has no more calls.
    static let items = 0..<4096

    func store(of exchange: Int, _ db: Database) throws {
        try db.run(
            """
            INSERT INTO piece (exchange, choice, part, item, text)
            VALUES (?, ?, ?, ?, CAST(? AS TEXT))
            """,
            [exchange, choice, part.rawValue, item, Binding.text(text)]
        )
    }

    /// The answer of an exchange that is arriving, as far as it was committed.
    static func answer(of exchange: Int, _ db: Database) throws -> Answer {
        answer(from: try all(of: exchange, db))
    }

    /// What an exchange's answer has grown by, commit by commit.
    static func all(of exchange: Int, _ db: Database) throws -> [Piece] {
        try db.rows(
            "SELECT choice, part, item, text FROM piece WHERE exchange = ? ORDER BY number",
            [exchange]
        ) { row in
            Piece(
                choice: try row.integer("choice"),
                part: try Part(rawValue: row.text("part")) ?? .content,
                item: try row.integer("item"),
                text: try row.text("text")
            )
        }
    }

    /// The answers that are arriving for turns of a session.
    static func arrivingAnswers(
        of session: SessionID,
        _ db: Database
    ) throws -> [TurnID: Answer] {
        let exchanges = try db.rows(
            """
            SELECT turn, number FROM exchange INDEXED BY exchange_by_owner
            WHERE session = ? AND turn IS NOT NULL AND owner IS NOT NULL ORDER BY number
            """,
            [session.rawValue]
        ) { (TurnID(rawValue: try $0.text("turn")), try $0.integer("number")) }
        var answers: [TurnID: Answer] = [:]
        for (turn, exchange) in exchanges { answers[turn] = try answer(of: exchange, db) }
        return answers
    }

    static func answer(from pieces: [Piece]) -> Answer {
        var choices: [ChoiceDelta] = []
        for piece in pieces {
            let place = choices.firstIndex { $0.index == piece.choice }
            if place == nil { choices.append(ChoiceDelta(index: piece.choice)) }
            piece.add(to: &choices[place ?? choices.count - 1])
        }
        var delta = Delta()
        delta.choices = choices
        var answer = Answer()
        answer.add(delta)
        return answer
    }

    private func add(to choice: inout ChoiceDelta) {
        switch part {
        case .content: choice.content += text
        case .reasoning: choice.reasoning += text
        case .refusal: choice.refusal += text
        case .call: choice.begin(call: item, text)
        case .arguments:
            guard choice.toolCalls.indices.contains(item) else { return }
            choice.toolCalls[item].arguments += text
        }
    }
}

extension ChoiceDelta {
    fileprivate mutating func begin(call item: Int, _ text: String) {
        guard Piece.items.contains(item) else { return }
        let json = try? JSONValue(parsing: text)
        while toolCalls.count <= item { toolCalls.append(ToolCallDelta(index: toolCalls.count)) }
        toolCalls[item].id = json?["id"]?.string
        toolCalls[item].name = json?["name"]?.string
        toolCalls[item].arguments = ""
    }
}
