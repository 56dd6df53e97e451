import ChatCompletions
public import Conversations
import GRDB

extension Library {
    /// Saves a turn of a session that is there; a new one becomes the session's last.
    ///
    /// An answer is saved as `streaming` before its request goes out. Its text then belongs to the
    /// recorder: saving a `streaming` turn again does not touch it, and its end is written by the
    /// recorder too.
    ///
    /// - Throws: `refused` when the session or the parent is not there.
    public func save(_ turn: Turn, in session: SessionID) throws(LibraryProblem) {
        try write { db in
            try turn.store(in: session, db)
            try Deletions.keepWhatIsGoneOnFrom(in: session.rawValue, db)
        }
    }
}

extension Turn {
    func store(in session: SessionID, _ db: Database) throws {
        let process = state == .streaming || isDeleted ? try Owner.register(db) : nil
        try db.run(
            Self.upsert,
            [
                session.rawValue, id.rawValue, parent?.rawValue,
                Binding.text(message.role.rawValue), Binding.text(message.content),
                Binding.text(message.reasoning),
                message.toolCalls.isEmpty ? nil : Form.toolCalls(message.toolCalls).text,
                Binding.text(message.toolCallID), message.wholeForm?.text,
                Binding.text(refusal),
                attachments.isEmpty ? nil : Form.attachments(attachments).text, state.rawValue,
                state == .streaming ? process : nil, created.milliseconds,
                Binding.text(provider), Binding.text(model), exchange?.rawValue,
                Binding.text(finishReason), (usage.map { Form.usage($0) })?.text,
                (failure.map { Form.failure($0) })?.text, isLeftOut ? 1 : 0,
                isDeleted ? process : nil, choiceIndex, Binding.text(template),
            ]
        )
        try db.run(
            "UPDATE session SET updated = max(updated, ?) WHERE id = ?",
            [created.milliseconds, session.rawValue]
        )
    }

    /// Whether the recorder is writing the text of the turn that is there.
    private static let arriving = "(turn.state = 'streaming' AND excluded.state = 'streaming')"

    private static let upsert = """
        INSERT INTO turn
            (session, id, parent, role, content, reasoning, tool_calls, tool_call_id, message,
            refusal, attachments, state, owner, created, provider, model, exchange, finish_reason,
            usage, failure, left_out, deleted, choice, template)
        VALUES (?, ?, ?, CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), ?, CAST(? AS TEXT),
            ?, CAST(? AS TEXT), ?, ?, ?, ?, CAST(? AS TEXT), CAST(? AS TEXT), ?, CAST(? AS TEXT),
            ?, ?, ?, ?, ?, CAST(? AS TEXT))
        ON CONFLICT (session, id) DO UPDATE SET
            parent = excluded.parent, role = excluded.role,
            content = iif(\(arriving), turn.content, excluded.content),
            reasoning = iif(\(arriving), turn.reasoning, excluded.reasoning),
            tool_calls = iif(\(arriving), turn.tool_calls, excluded.tool_calls),
            tool_call_id = excluded.tool_call_id,
            message = iif(\(arriving), turn.message, excluded.message),
            refusal = iif(\(arriving), turn.refusal, excluded.refusal),
            attachments = iif(\(arriving), turn.attachments, excluded.attachments),
            state = excluded.state, owner = excluded.owner, created = excluded.created,
            provider = excluded.provider, model = excluded.model, exchange = excluded.exchange,
            finish_reason = excluded.finish_reason, usage = excluded.usage,
            failure = excluded.failure, left_out = excluded.left_out,
            deleted = excluded.deleted, choice = excluded.choice,
            template = excluded.template
        """

    /// The next turns of a session in the order in which they were first saved, without those that
    /// were deleted.
    static func fetch(
        _ limit: Int, of session: SessionID, after number: Int, _ db: Database
    ) throws -> [(number: Int, turn: Turn)] {
        let arriving = try Piece.arrivingAnswers(of: session, db)
        return try db.rows(
            """
            SELECT number, id, parent, role, content, reasoning, tool_calls, tool_call_id, message,
                refusal, attachments, state, created, provider, model, exchange, finish_reason,
                usage, failure, left_out, choice, template
            FROM turn WHERE session = ? AND deleted IS NULL AND number > ?
            ORDER BY number LIMIT ?
            """,
            [session.rawValue, number, limit]
        ) { row in
            let number = try row.integer("number")
            var turn = try Turn(&row)
            if turn.state == .streaming, let answer = arriving[turn.id] { turn.add(answer) }
            return (number, turn)
        }
    }

    private init(_ row: inout RowReader) throws {
        let id = TurnID(rawValue: try row.text("id"))
        let parent = try row.textIfAny("parent").map(TurnID.init)
        let message = try Message(&row)
        let refusal = try row.text("refusal")
        let attachments = try row.jsonIfAny("attachments")
        self.init(
            id: id,
            parent: parent,
            message: message,
            state: try row.state(),
            created: try row.time("created"),
            provider: try row.textIfAny("provider"),
            model: try row.textIfAny("model"),
            exchange: try row.textIfAny("exchange").map(ExchangeID.init),
            finishReason: try row.textIfAny("finish_reason"),
            usage: try row.jsonIfAny("usage").map { Form.usage($0) },
            failure: try row.jsonIfAny("failure").map { Form.failure($0) },
            isLeftOut: try row.integer("left_out") != 0
        )
        self.refusal = refusal
        self.attachments = Form.attachments(attachments)
        choiceIndex = try row.count("choice")
        template = try row.textIfAny("template")
    }
}

extension Turn {
    /// What has arrived of the first choice.
    fileprivate mutating func add(_ answer: Answer) {
        guard let choice = answer.choices.first else { return }
        message.content += choice.content
        message.reasoning += choice.reasoning
        message.toolCalls += choice.toolCalls
        refusal += choice.refusal
    }
}

extension Message {
    fileprivate init(_ row: inout RowReader) throws {
        let plain = Message(
            Role(rawValue: try row.text("role")),
            try row.text("content"),
            reasoning: try row.text("reasoning"),
            toolCalls: Form.toolCalls(try row.jsonIfAny("tool_calls")),
            toolCallID: try row.textIfAny("tool_call_id")
        )
        guard let whole = try row.jsonIfAny("message") else {
            self = plain
            return
        }
        do throws(MessageProblem) {
            try self.init(given: whole, reasoning: plain.reasoning)
        } catch {
            throw LibraryProblem(.damaged, error.sentence)
        }
    }

    /// All of it, where the columns of its parts do not say everything.
    // Not `nil`, which here would be JSON's null.
    fileprivate var wholeForm: JSONValue? { isPlain ? .none : .some(json) }
}
