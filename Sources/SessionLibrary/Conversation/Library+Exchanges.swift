public import ChatCompletions
public import Conversations
import GRDB

extension Library {
    /// An exchange, without its body's bytes.
    public func exchange(_ id: ExchangeID) throws(LibraryProblem) -> StoredExchange? {
        var reading = ExchangeReading(id)
        try run(&reading)
        return reading.exchanges.first
    }

    /// The exchanges of a session, in order.
    public func exchanges(of session: SessionID) throws(LibraryProblem) -> [StoredExchange] {
        var reading = ExchangeReading(of: session)
        try run(&reading)
        return reading.exchanges
    }

    /// All choices of those of a session's answers that have several (`n` above 1), by the exchanges
    /// that brought them. A turn has the one that goes on.
    ///
    /// ```swift
    /// let choices = try library.choices(of: session)
    /// let others = turn.exchange.flatMap { choices[$0] } ?? []
    /// ```
    public func choices(
        of session: SessionID
    ) throws(LibraryProblem) -> [ExchangeID: [Choice]] {
        var reading = ChoiceReading(of: session)
        try run(&reading)
        return reading.choices
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
        let start = max(0, from)
        var reading = WireReading(exchange, start..<start + min(max(0, limit), .max - start))
        try run(&reading)
        return reading.reads
    }

    /// The body as far as it came: after transfer coding, before content coding.
    public func bodyBytes(of exchange: ExchangeID) throws(LibraryProblem) -> [UInt8] {
        try reads(of: exchange).flatMap(\.bytes)
    }
}

extension StoredExchange {
    /// An exchange's answer, made again of the bytes that came.
    static func answer(of exchange: Int, _ db: Database) throws -> Answer {
        let stored = try StoredRow.fetch(db, where: "number = ?", [exchange], limit: 1).first?
            .whole()
        var reader = AnswerReader(
            streamRequested: stored?.request?.asksForStream ?? true,
            status: stored?.head?.status ?? 200,
            headers: stored?.head?.headers ?? [], url: stored?.request?.url ?? "")
        // Block by block: all of them may be more than the memory should hold.
        _ = try db.rows(
            "SELECT first, bytes, marks FROM wire WHERE exchange = ? ORDER BY first", [exchange]
        ) { row in
            let reads = try WireBlock.reads(
                first: row.count("first"), bytes: row.bytes("bytes"), marks: row.bytes("marks"))
            for read in reads {
                _ = reader.start(reading: read.bytes, at: read.time)
                while reader.hasMore { _ = reader.readOn() }
            }
        }
        return reader.answer
    }
}
