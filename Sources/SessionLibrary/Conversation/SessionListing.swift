import ChatCompletions
import Conversations
import GRDB

/// Reads the list of sessions from a place on, the most recently changed first: rows of the index,
/// and of the table only what is wanted or what the filter asks for.
struct SessionListing: SteppedRead {
    private let filter: SessionFilter
    private let words: SearchTerms
    private let clock: LocalTime
    /// The places that are wanted, among the sessions that the filter lets through.
    private let wanted: Range<Int>
    private let countsAll: Bool
    private var place: Place
    /// How many sessions the filter has let through so far.
    private(set) var count = 0
    private(set) var sessions: [SessionSummary] = []

    /// - Parameters:
    ///   - summary: after which it begins.
    ///   - clock: by which the times are told that the filter's words may name.
    ///   - countsAll: whether to read on when all that is wanted was read.
    init(
        _ wanted: Range<Int>, where filter: SessionFilter, after summary: SessionSummary? = nil,
        by clock: LocalTime = .universal, countsAll: Bool
    ) {
        self.wanted = wanted
        self.filter = filter
        self.countsAll = countsAll
        words = filter.words
        self.clock = clock
        place = Place(updated: summary?.updated.milliseconds ?? .max, id: summary?.id)
    }

    /// The row that was looked at last.
    struct Place {
        var updated: Int64
        /// `nil` is before all.
        var id: SessionID?
    }

    struct Part {
        fileprivate var count: Int
        fileprivate var sessions: [SessionSummary]
        /// `nil` when nothing is left to be read.
        fileprivate var place: Place?
    }

    func part(_ db: Database, rows: Int) throws -> Part {
        var part = Part(count: count, sessions: [])
        var numbers: [Int] = []
        var seen = 0
        for row in try look(db, rows) {
            seen += 1
            if seen == rows { part.place = row.place }
            guard row.isLetThrough else { continue }
            if wanted.contains(part.count) { numbers.append(row.number) }
            part.count += 1
        }
        if !countsAll, part.count >= wanted.upperBound { part.place = nil }
        part.sessions = try numbers.compactMap { try SessionSummary(number: $0, db) }
        return part
    }

    mutating func take(_ part: Part) -> Bool {
        count = part.count
        sessions += part.sessions
        guard let place = part.place else { return true }
        self.place = place
        return false
    }

    private struct Row {
        var number: Int
        var isLetThrough: Bool
        var place: Place?
    }

    /// The next rows; the last one with its place, when there are so many.
    private func look(_ db: Database, _ rows: Int) throws -> [Row] {
        var left = rows
        return try db.rows(
            words.isEmpty ? Self.look : Self.lookAtTitles,
            filter.bindings + [
                // Blobs sort after all texts, so that an id need not be invented.
                place.updated, place.id?.rawValue ?? Binding.bytes([0]), rows,
            ]
        ) { row in
            left -= 1
            var found = Row(
                number: try row.integer("number"), isLetThrough: try row.integer("agrees") == 1)
            if found.isLetThrough, !words.isEmpty {
                found.isLetThrough = try hasAllWords(&row)
            }
            if left == 0 {
                found.place = Place(
                    updated: Int64(try row.integer("updated")),
                    id: SessionID(rawValue: try row.text("id")))
            }
            return found
        }
    }

    /// Whether every word stands in what the list shows of a session.
    private func hasAllWords(_ row: inout RowReader) throws -> Bool {
        var left = try row.withText("title", words.missing(in:))
        if left.isEmpty { return true }
        left = try row.withText("source") { left.missing(in: $0.isOfWorkbench ? .empty : $0) }
        if left.isEmpty { return true }
        if left.mayNameTimes { left = left.missing(in: try row.time("updated").minute(in: clock)) }
        if left.isEmpty { return true }
        return try row.withText("id") { left.missing(in: $0).isEmpty }
    }

    private static let look = look(with: "")
    private static let lookAtTitles = look(with: "title, source,")

    private static func look(with columns: String) -> String {
        """
        SELECT number, \(SessionFilter.condition) AS agrees, \(columns) updated, id FROM session
        WHERE (updated, id) < (?, ?) ORDER BY updated DESC, id DESC LIMIT ?
        """
    }
}

extension UnsafeBufferPointer<UInt8> {
    fileprivate static var empty: UnsafeBufferPointer<UInt8> { .init(start: nil, count: 0) }

    /// A source that the list does not name.
    fileprivate var isOfWorkbench: Bool {
        elementsEqual(SessionSource.workbench.rawValue.utf8)
    }
}

extension SessionSummary {
    fileprivate init?(number: Int, _ db: Database) throws {
        let found = try db.row(
            """
            SELECT id, title, created, updated, source,
                (SELECT count(*) FROM turn
                    WHERE turn.session = session.id AND turn.deleted IS NULL) AS turn_count
            FROM session WHERE number = ?
            """, [number]
        ) { row in
            SessionSummary(
                id: SessionID(rawValue: try row.text("id")),
                title: try row.text("title"),
                created: try row.time("created"),
                updated: try row.time("updated"),
                turnCount: try row.count("turn_count"),
                source: SessionSource(rawValue: try row.text("source"))
            )
        }
        guard let found else { return nil }
        self = found
    }
}
