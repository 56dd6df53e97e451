import ChatCompletions
import Conversations
import GRDB

/// Reads exchanges in order, without their bodies' bytes.
struct ExchangeReading: SteppedRead {
    /// Each has its request's whole body.
    static let firstRows = 4

    private let condition: String
    private let value: String
    private let isOne: Bool
    private var last = 0
    private(set) var exchanges: [StoredExchange] = []

    init(_ id: ExchangeID) {
        condition = "id = ?"
        value = id.rawValue
        isOne = true
    }

    init(of session: SessionID) {
        condition = "session = ?"
        value = session.rawValue
        isOne = false
    }

    func part(_ db: Database, rows: Int) throws -> [StoredRow] {
        try StoredRow.fetch(db, where: "\(condition) AND number > ?", [value, last], limit: rows)
    }

    /// Their JSON is read here, when the file is not held any more.
    mutating func take(_ rows: [StoredRow]) throws -> Bool {
        guard let number = rows.last?.number else { return true }
        last = number
        exchanges += try rows.map { try $0.whole() }
        return isOne
    }
}

/// A row of the table `exchange` as it is stored.
struct StoredRow {
    var number: Int
    /// Without what stands as JSON.
    private var bare: StoredExchange
    private var request: [UInt8]?
    private var body: [UInt8]
    private var head: [UInt8]?
    private var ending: [UInt8]?
    private var answer: [UInt8]?
    /// What an answer that is arriving has grown by.
    private var pieces: [Piece] = []

    static func fetch(
        _ db: Database, where condition: String, _ values: [(any DatabaseValueConvertible)?],
        limit: Int
    ) throws -> [StoredRow] {
        var rows = try db.rows(
            """
            SELECT number, id, session, turn, provider, base_url, model, parameters, created,
                state, request, request_body, head, ending, answer,
                (SELECT coalesce(sum(reads), 0) FROM wire WHERE wire.exchange = exchange.number)
                    AS read_count,
                (SELECT coalesce(sum(length(bytes)), 0) FROM wire
                    WHERE wire.exchange = exchange.number) AS byte_count
            FROM exchange WHERE number IN
                (SELECT number FROM exchange WHERE \(condition) ORDER BY number LIMIT ?)
            ORDER BY number
            """,
            values + [limit]
        ) { try StoredRow(&$0) }
        for place in rows.indices where rows[place].bare.state == .streaming {
            rows[place].pieces = try Piece.all(of: rows[place].number, db)
        }
        return rows
    }

    private init(_ row: inout RowReader) throws {
        number = try row.integer("number")
        bare = StoredExchange(
            id: ExchangeID(rawValue: try row.text("id")),
            session: try row.textIfAny("session").map(SessionID.init),
            turn: try row.textIfAny("turn").map(TurnID.init),
            settings: try LaneSettings(&row),
            created: try row.time("created"),
            state: try row.state(),
            answer: Answer(), readCount: 0, byteCount: 0)
        request = try row.bytesIfAny("request")
        body = try row.bytesIfAny("request_body") ?? []
        head = try row.bytesIfAny("head")
        ending = try row.bytesIfAny("ending")
        answer = try row.bytesIfAny("answer")
        bare.readCount = try row.count("read_count")
        bare.byteCount = try row.count("byte_count")
    }

    func whole() throws -> StoredExchange {
        var exchange = bare
        exchange.request = try request.map { Form.request(try JSONValue(stored: $0), body: body) }
        exchange.head = try head.map { Form.head(try JSONValue(stored: $0)) }
        exchange.end = try ending.map { Form.end(try JSONValue(stored: $0)) }
        exchange.answer =
            try answer.map { Form.answer(try JSONValue(stored: $0)) } ?? Piece.answer(from: pieces)
        return exchange
    }
}

/// Reads a body's bytes block by block.
struct WireReading: SteppedRead {
    static let firstRows = 16

    private let exchange: ExchangeID
    private let wanted: Range<Int>
    private var next: Int
    private(set) var reads: [StoredRead] = []

    /// - Parameter wanted: the numbers of the reads that are wanted.
    init(_ exchange: ExchangeID, _ wanted: Range<Int>) {
        self.exchange = exchange
        self.wanted = wanted
        next = wanted.lowerBound
    }

    struct Block {
        fileprivate var first: Int
        fileprivate var count: Int
        fileprivate var bytes: [UInt8]
        fileprivate var marks: [UInt8]
    }

    /// From the block on that has the next read.
    func part(_ db: Database, rows: Int) throws -> [Block] {
        guard
            let number = try db.number(
                "SELECT number FROM exchange WHERE id = ?", [exchange.rawValue])
        else { return [] }
        return try db.rows(
            """
            SELECT first, reads, bytes, marks FROM wire WHERE exchange = ? AND first < ?
                AND first >= coalesce(
                    (SELECT max(first) FROM wire WHERE exchange = ? AND first <= ?), 0)
            ORDER BY first LIMIT ?
            """,
            [number, wanted.upperBound, number, next, rows]
        ) { row in
            Block(
                first: try row.count("first"), count: try row.count("reads"),
                bytes: try row.bytes("bytes"), marks: try row.bytes("marks"))
        }
    }

    mutating func take(_ blocks: [Block]) throws -> Bool {
        let start = next
        for block in blocks where block.first + block.count > start {
            reads += try WireBlock.reads(
                first: block.first, bytes: block.bytes, marks: block.marks
            ).filter { wanted.contains($0.number) }
            next = block.first + block.count
        }
        return next == start || next >= wanted.upperBound
    }
}
