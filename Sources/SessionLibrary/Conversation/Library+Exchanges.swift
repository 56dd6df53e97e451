public import ChatCompletions
public import Conversations
import GRDB

extension Library {
    /// An exchange, without its body's bytes.
    public func exchange(_ id: ExchangeID) throws(LibraryProblem) -> StoredExchange? {
        try read { db in
            try StoredExchange.fetch(db, where: "id = ?", [id.rawValue]).first
        }
    }

    /// The exchanges of a session, in order.
    public func exchanges(of session: SessionID) throws(LibraryProblem) -> [StoredExchange] {
        try read { db in
            try StoredExchange.fetch(db, where: "session = ?", [session.rawValue])
        }
    }

    /// The reads of a body in order, exactly as they came.
    ///
    /// ```swift
    /// let page = try library.reads(of: id, from: 0, limit: 1_000)
    /// ```
    ///
    /// - Parameter from: the number of the first one, counted from 0.
    public func reads(
        of exchange: ExchangeID,
        from: Int = 0,
        limit: Int = .max
    ) throws(LibraryProblem) -> [StoredRead] {
        let wanted = max(0, from)..<(max(0, from) + min(max(0, limit), .max - max(0, from)))
        return try read { db in
            try db.rows(
                """
                SELECT first, bytes, marks FROM wire
                WHERE exchange = (SELECT number FROM exchange WHERE id = ?)
                    AND first < ? AND first + reads > ?
                ORDER BY first
                """,
                [exchange.rawValue, wanted.upperBound, wanted.lowerBound]
            ) { row in
                try WireBlock.reads(first: row.count(), bytes: row.bytes(), marks: row.bytes())
            }.flatMap { $0 }.filter { wanted.contains($0.number) }
        }
    }

    /// The body as far as it came: after transfer coding, before content coding.
    public func bodyBytes(of exchange: ExchangeID) throws(LibraryProblem) -> [UInt8] {
        try read { db in
            try db.rows(
                """
                SELECT bytes FROM wire
                WHERE exchange = (SELECT number FROM exchange WHERE id = ?) ORDER BY first
                """,
                [exchange.rawValue]
            ) { try $0.bytes() }.flatMap { $0 }
        }
    }
}

extension StoredExchange {
    fileprivate static func fetch(
        _ db: Database,
        where condition: String,
        _ values: [(any DatabaseValueConvertible)?]
    ) throws -> [StoredExchange] {
        var exchanges = try db.rows(
            """
            SELECT number, id, session, turn, provider, base_url, model, parameters, created,
                state, request, request_body, head, ending, answer,
                (SELECT coalesce(sum(reads), 0) FROM wire WHERE wire.exchange = exchange.number),
                (SELECT coalesce(sum(length(bytes)), 0) FROM wire WHERE wire.exchange = exchange.number)
            FROM exchange WHERE \(condition) ORDER BY number
            """,
            values
        ) { (number: try $0.integer(), value: try StoredExchange(&$0)) }
        for place in exchanges.indices where exchanges[place].value.state == .streaming {
            exchanges[place].value.answer = try Piece.answer(of: exchanges[place].number, db)
        }
        return exchanges.map(\.value)
    }

    /// The first choices that have more than a turn has columns for: a refusal, pictures, sounds.
    static func unusualChoices(
        of session: SessionID, _ db: Database
    ) throws -> [ExchangeID: Choice] {
        let found = try db.rows(
            """
            SELECT id, answer FROM exchange WHERE session = ? AND turn IS NOT NULL
                AND (instr(answer, '"refusal":') OR instr(answer, '"attachments":'))
            """,
            [session.rawValue]
        ) { (ExchangeID(rawValue: try $0.text()), Form.answer(try $0.json()).choices.first) }
        return Dictionary(found.compactMap { id, choice in choice.map { (id, $0) } }) { $1 }
    }

    /// An exchange's answer, made again of the bytes that came.
    static func answer(of exchange: Int, _ db: Database) throws -> Answer {
        let stored = try fetch(db, where: "number = ?", [exchange]).first
        var reader = AnswerReader(
            streamRequested: stored?.request?.asksForStream ?? true,
            status: stored?.head?.status ?? 200,
            headers: stored?.head?.headers ?? [], url: stored?.request?.url ?? "")
        // Block by block: all of them may be more than the memory should hold.
        _ = try db.rows(
            "SELECT first, bytes, marks FROM wire WHERE exchange = ? ORDER BY first", [exchange]
        ) { row in
            let first = try row.count()
            for read in try WireBlock.reads(first: first, bytes: row.bytes(), marks: row.bytes()) {
                _ = reader.start(reading: read.bytes, at: read.time)
                while reader.hasMore { _ = reader.readOn() }
            }
        }
        return reader.answer
    }

    private init(_ row: inout RowReader) throws {
        id = ExchangeID(rawValue: try row.text())
        session = try row.textIfAny().map(SessionID.init)
        turn = try row.textIfAny().map(TurnID.init)
        settings = try LaneSettings(&row)
        created = try row.time()
        state = try row.state()
        let sent = try row.jsonIfAny()
        let body = try row.bytesIfAny() ?? []
        request = sent.map { Form.request($0, body: body) }
        head = try row.jsonIfAny().map { Form.head($0) }
        end = try row.jsonIfAny().map { Form.end($0) }
        answer = try row.jsonIfAny().map { Form.answer($0) } ?? Answer()
        readCount = try row.count()
        byteCount = try row.count()
    }
}
