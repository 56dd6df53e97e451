import ChatCompletions
import Conversations
import GRDB

/// Reads a session: its turns some at a time, in the order in which they were first saved, and with
/// the last of them the session itself. So its head is among them, whatever was saved meanwhile; all
/// is read once more where a deletion that was taken back says otherwise.
struct SessionReading: SteppedRead {
    private let id: SessionID
    private var turns: [Turn] = []
    /// The number of the last turn that was read.
    private var last = 0
    /// `nil` when there is none, or until all of it was read.
    private(set) var session: Session?

    private var isSecond = false

    init(_ id: SessionID) { self.id = id }

    struct Part {
        fileprivate var turns: [(number: Int, turn: Turn)]
        fileprivate var isLast: Bool
        fileprivate var session: Session?
    }

    func part(_ db: Database, rows: Int) throws -> Part {
        let turns = try Turn.fetch(rows, of: id, after: last, db)
        let isLast = turns.count < rows
        return Part(
            turns: turns, isLast: isLast, session: isLast ? try Session.bare(id, db) : nil)
    }

    mutating func take(_ part: Part) -> Bool {
        turns += part.turns.lazy.map(\.turn)
        last = part.turns.last?.number ?? last
        session = part.session
        session?.turns = turns
        guard part.isLast, !isSecond, session?.isWhole == false else { return part.isLast }
        self = SessionReading(id)
        isSecond = true
        return false
    }
}

extension Session {
    /// Whether its lanes' last turns are there, and all branches from their beginnings on. A deletion
    /// that was taken back while it was read may have brought back what had been passed by.
    fileprivate var isWhole: Bool {
        let read = Set(turns.map(\.id))
        return lanes.lazy.compactMap(\.head).allSatisfy(read.contains)
            && turns.lazy.compactMap(\.parent).allSatisfy(read.contains)
    }

    /// Without its turns.
    fileprivate static func bare(_ id: SessionID, _ db: Database) throws -> Session? {
        let found = try db.row(
            """
            SELECT title, created, updated, provider, base_url, model, parameters, system, head,
                source, place, variables
            FROM session WHERE id = ?
            """,
            [id.rawValue]
        ) { row in
            (
                session: Session(
                    id: id,
                    title: try row.text("title"),
                    created: try row.time("created"),
                    updated: try row.time("updated"),
                    settings: try LaneSettings(&row),
                    system: try row.text("system"),
                    head: try row.textIfAny("head").map(TurnID.init),
                    source: SessionSource(rawValue: try row.text("source"))
                ), place: try row.count("place"),
                variables: Form.variables(try row.json("variables"))
            )
        }
        guard var session = found?.session else { return nil }
        session.variables = found?.variables ?? [:]
        for lane in try SideLane.all(of: id, db) {
            if lane.place < found?.place ?? 0 {
                session.lanesBefore.append(lane.lane)
            } else {
                session.lanesAfter.append(lane.lane)
            }
        }
        return session
    }

    /// Saves it, its lanes and these turns.
    func store(with turns: [Turn], _ db: Database) throws {
        try db.run(
            """
            INSERT INTO session
                (id, title, created, updated, provider, base_url, model, parameters, system, head,
                source, place, variables)
            VALUES (?, CAST(? AS TEXT), ?, ?, CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT),
                ?, CAST(? AS TEXT), ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET
                title = excluded.title, created = excluded.created, updated = excluded.updated,
                provider = excluded.provider, base_url = excluded.base_url,
                model = excluded.model, parameters = excluded.parameters,
                system = excluded.system, head = excluded.head, place = excluded.place,
                variables = excluded.variables
            """,
            [
                id.rawValue, Binding.text(title), created.milliseconds, updated.milliseconds,
            ] + settings.bindings + [
                Binding.text(system), head?.rawValue, source.rawValue, lanesBefore.count,
                Form.variables(variables).text,
            ]
        )
        try SideLane.store(sideLanes, of: id, db)
        for turn in turns { try turn.store(in: id, db) }
        try Deletions.keepWhatIsGoneOnFrom(in: id.rawValue, db)
    }

    private var sideLanes: [SideLane] {
        lanes.enumerated().filter { $0.offset != lanesBefore.count }.map {
            SideLane(place: $0.offset, lane: $0.element)
        }
    }
}

/// A row of the table `lane`: one beside the session's own, which is in the session's row.
private struct SideLane {
    var place: Int
    var lane: SessionLane

    static func all(of session: SessionID, _ db: Database) throws -> [SideLane] {
        try db.rows(
            """
            SELECT place, provider, base_url, model, parameters, system, head FROM lane
            WHERE session = ? ORDER BY place
            """, [session.rawValue]
        ) { row in
            SideLane(
                place: try row.count("place"),
                lane: SessionLane(
                    settings: try LaneSettings(&row), system: try row.text("system"),
                    head: try row.textIfAny("head").map(TurnID.init)))
        }
    }

    /// In place of those that are there.
    static func store(_ lanes: [SideLane], of session: SessionID, _ db: Database) throws {
        try db.run("DELETE FROM lane WHERE session = ?", [session.rawValue])
        for lane in lanes {
            try db.run(
                """
                INSERT INTO lane
                    (session, place, provider, base_url, model, parameters, system, head)
                VALUES (?, ?, CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), ?,
                    CAST(? AS TEXT), ?)
                """,
                [session.rawValue, lane.place] + lane.lane.settings.bindings + [
                    Binding.text(lane.lane.system), lane.lane.head?.rawValue,
                ])
        }
    }
}
