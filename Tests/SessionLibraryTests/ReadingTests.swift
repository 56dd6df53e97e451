import ChatCompletions
import Conversations
import Dispatch
import GRDB
import Synchronization
import Testing

@testable import SessionLibrary

/// Who reads long makes room for who writes, and stops when nobody wants to know any more.
@Suite struct ReadingTests {
    /// The reading is in the middle of a statement that would never end when the commit comes.
    @Test func aCommitWaitsForNoMoreThanTheStepThatRuns() async throws {
        let directory = try Directory()
        let library = try Library.open(at: directory.library)
        let steps = Counter()
        let search = Search(steps: steps, last: 6) { number, db in
            if number == 3 {
                DispatchQueue.global().async { try? library.save(.sample("s")) }
                while library.commits.isEmpty {}
            }
            if number == 3 { try endless(db) }
        }
        var reading = search
        try library.run(&reading)
        // The third one twice.
        #expect(steps.count == 7)
        #expect(try library.session(.s) != nil)
    }

    /// Counted in steps: of those that a search takes, at most one is done before the commit is. None
    /// of them is short.
    @Test func commitsGoBetweenTheStepsOfALongSearch() async throws {
        let directory = try Directory()
        let library = try Library.open(at: directory.library)
        try library.fill(sessions: 60)
        let steps = Counter()
        let searching = Task.detached {
            var search = Search(steps: Counter(), last: .max) { _, db in
                let sql = "SELECT count(*) FROM session, session AS other, session AS third"
                _ = try Int.fetchOne(db, sql: sql)
                steps.add()
            }
            try library.run(&search)
        }
        while steps.count < 3 { await Task.yield() }
        for number in 0..<20 {
            let before = steps.count
            while steps.count == before { await Task.yield() }
            let waiting = Waiting(steps)
            try library.change { queue in
                waiting.begin()
                try queue.write { try Session.sample("new \(number)").store(with: [], $0) }
                waiting.end()
            }
            #expect(waiting.steps <= 1)
        }
        searching.cancel()
        await #expect(throws: LibraryProblem.self) { try await searching.value }
    }

    @Test func whatTakesTooLongIsReadInSmallerSteps() throws {
        let directory = try Directory()
        let library = try Library.open(at: directory.library)
        var reading = Sizes()
        try library.run(&reading)
        #expect(reading.tried.sizes == [128, 32, 16])
    }

    @Test func aCancelledTaskReadsNoFurther() async throws {
        let directory = try Directory()
        let library = try Library.open(at: directory.library)
        let steps = Counter()
        let reading = Task {
            try await library.inBackground { library throws(LibraryProblem) in
                var search = Search(steps: steps, last: .max) { _, _ in }
                try library.run(&search)
            }
        }
        while steps.count < 3 { await Task.yield() }
        reading.cancel()
        let problem = await #expect(throws: LibraryProblem.self) { try await reading.value }
        #expect(problem?.kind == .cancelled)
        let count = steps.count
        // Another one comes after all that was left of it.
        _ = try await library.inBackground { library throws(LibraryProblem) in
            try library.sessionCount()
        }
        #expect(steps.count == count)
    }

    @Test func oneReadsWhileAnotherWrites() async throws {
        let directory = try Directory()
        let library = try Library.open(at: directory.library)
        try library.save(.sample("s"), turns: [.question("q")])
        async let writing: Void = Task.detached {
            for number in 0..<300 {
                try library.save(.question("t\(number)", after: "q"), in: .s)
            }
        }.value
        var counts: [Int] = []
        while counts.last ?? 0 < 301 {
            let session = try #require(try library.session(.s))
            let ids = session.turns.map(\.id.rawValue)
            #expect(ids == ["q"] + (0..<ids.count - 1).map { "t\($0)" })
            counts.append(ids.count)
        }
        try await writing
        #expect(counts == counts.sorted())
    }

    /// The connection for reading is made when something is read for the first time.
    @Test func theFirstReadWaitsForAChangeAsTheOthersDo() async throws {
        let directory = try Directory()
        let library = try Library.open(at: directory.library, patience: 5, later: 0.05)
        try library.save(.sample("s"))
        let (began, hold) = AsyncStream.makeStream(of: Void.self)
        async let change: Void = Task.detached {
            try library.change { queue in
                try queue.inDatabase { db in
                    try db.execute(sql: "BEGIN EXCLUSIVE")
                    hold.yield()
                    // Some ten times as long as another process would be waited for.
                    try db.execute(
                        sql: """
                            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
                            SELECT count(*) FROM (SELECT i FROM n LIMIT 3000000)
                            """)
                    try db.execute(sql: "COMMIT")
                }
            }
        }.value
        for await _ in began { break }
        #expect(try library.session(.s)?.id == .s)
        try await change
    }

    /// A transaction that is not ended by another process keeps nobody who reads from it.
    @Test func oneReadsWhileAnotherProcessIsChanging() throws {
        let directory = try Directory()
        let library = try Library.open(at: directory.library)
        try library.save(.sample("s"))
        let other = try DatabaseQueue(path: directory.library)
        try other.inTransaction(.immediate) { _ in
            let title = try library.session(.s)?.title
            #expect(title == Session.sample("s").title)
            return .rollback
        }
    }

    @Test func aDamagedListIsNoEmptyOne() throws {
        let directory = try Directory()
        var page = 0
        do {
            let library = try Library.open(at: directory.library)
            try library.fill(sessions: 400)
            page = try DamageTests.page(
                of: library, "name = 'session' AND pagetype = 'leaf'", number: 1)
        }
        var damaged = try #require(bytes(of: directory.library))
        for place in (page - 1) * 4_096..<page * 4_096 { damaged[place] = 0xEE }
        try write(damaged, to: directory.library)
        let library = try Library.openToLook(at: directory.library)
        #expect(throws: LibraryProblem.self) { try library.sessions(limit: .max) }
        #expect(throws: LibraryProblem.self) {
            try library.window(0..<400, where: SessionFilter(text: "no such title"))
        }
    }
}

/// Runs until it is ended from outside.
private func endless(_ db: Database) throws {
    _ = try Int.fetchOne(
        db,
        sql: "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT sum(i) FROM n"
    )
}

/// Some steps, each of which does something.
private struct Search: SteppedRead, Sendable {
    // So that no step ends because its time is up.
    static let firstRows = 1

    var steps: Counter
    var last: Int
    var body: @Sendable (Int, Database) throws -> Void
    private var done = 0

    init(
        steps: Counter, last: Int, _ body: @escaping @Sendable (Int, Database) throws -> Void
    ) {
        self.steps = steps
        self.last = last
        self.body = body
    }

    func part(_ db: Database, rows: Int) throws {
        steps.add()
        try body(steps.count, db)
    }

    mutating func take(_: Void) -> Bool {
        done += 1
        return done == last
    }
}

/// Never ends with more than 16 rows.
private struct Sizes: SteppedRead {
    final class Tried { var sizes: [Int] = [] }

    var tried = Tried()

    func part(_ db: Database, rows: Int) throws {
        tried.sizes.append(rows)
        if rows > 16 { try endless(db) }
    }

    func take(_: Void) -> Bool { true }
}

/// How many steps began between two moments.
private final class Waiting: Sendable {
    private let counter: Counter
    private let counts = Mutex<(Int, Int)>((0, 0))

    init(_ counter: Counter) { self.counter = counter }

    var steps: Int { counts.withLock { $0.1 - $0.0 } }
    func begin() { counts.withLock { $0.0 = counter.count } }
    func end() { counts.withLock { $0.1 = counter.count } }
}
