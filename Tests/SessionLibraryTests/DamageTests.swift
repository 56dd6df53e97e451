import ChatCompletions
import Conversations
import GRDB
import Glibc
import Synchronization
import Testing
import Words

@testable import SessionLibrary

/// What is broken is not written to, and what can be read of it is saved.
@Suite struct DamageTests {
    @Test(arguments: 0..<60)
    func aDamagedCopyIsNeverWrittenTo(seed: Int) async throws {
        let directory = try Directory()
        try write(Self.whole, to: directory.library)
        guard let damaged = try Self.damage(directory.library, seed) else { return }
        do {
            let library = try Library.open(at: directory.library)
            #expect(library.isReadOnly)
            #expect(library.refusal?.kind == .damaged)
            #expect(library.refusal?.sentence.english.contains("fader library recover") == true)
            #expect(throws: LibraryProblem.self) { try library.save(.sample("new")) }
            _ = try? library.sessions(limit: 10)
        } catch {
            #expect([.damaged, .notALibrary].contains(error.kind), "\(error)")
        }
        #expect(bytes(of: directory.library) == damaged)
        #expect(Directory.names(in: directory.path) == ["library.sqlite"])
    }

    @Test func damageThatIsMetLaterStopsTheWriting() throws {
        let directory = try Directory()
        try write(Self.whole, to: directory.library)
        let library = try Library.open(at: directory.library)
        #expect(!library.isReadOnly)
        try library.queue.writeWithoutTransaction { db in
            let root = try Int.fetchOne(
                db, sql: "SELECT rootpage FROM sqlite_master WHERE name = 'session_in_list'")
            try db.execute(sql: "PRAGMA writable_schema = ON")
            try db.execute(
                sql: "UPDATE sqlite_master SET rootpage = ? WHERE name = 'turn'", arguments: [root])
            try db.execute(sql: "PRAGMA writable_schema = RESET")
        }
        #expect(throws: LibraryProblem.self) { try library.save(.question("q9"), in: .s) }
        #expect(library.isReadOnly)
        #expect(throws: LibraryProblem.self) { try library.save(.sample("t")) }
    }

    @Test func aLargeLibraryIsLookedThroughOnceADay() async throws {
        let directory = try Directory()
        try write(Self.whole, to: directory.library)
        let library = try Library.open(at: directory.library)
        let big = [UInt8](repeating: 7, count: 1 << 20)
        try await library.write(inBackground: { db in
            for number in 0..<40 {
                try db.run(
                    "INSERT INTO wire (exchange, first, reads, bytes, marks) VALUES (1, ?, 1, ?, x'00')",
                    [1_000 + number, Binding.bytes(big)])
            }
        })
        let now = Timestamp(milliseconds: 1_000_000_000_000)
        let steps = Counter()
        try await library.inspect(at: now) { steps.add() }
        #expect(steps.count > 5)
        try await library.inspect(at: now) { Issue.record("inspected twice") }
        // In the middle of what only the inspection reads.
        let place = try Self.page(
            of: library, "name = 'wire' AND pagetype = 'overflow'", number: 1_000)
        try library.queue.close()
        var damaged = try #require(bytes(of: directory.library))
        for byte in 0..<4 { damaged[(place - 1) * 4_096 + byte] = 0xFF }
        try write(damaged, to: directory.library)
        let again = try Library.open(at: directory.library)
        #expect(!again.isReadOnly)
        let later = Timestamp(milliseconds: now.milliseconds + 86_400_000)
        await #expect(throws: LibraryProblem.self) { try await again.inspect(at: later) {} }
        #expect(again.isReadOnly)
        #expect(throws: LibraryProblem.self) { try again.save(.sample("new")) }
    }

    // MARK: Saving what can be read

    @Test func aWholeLibraryIsRecoveredWhole() throws {
        let directory = try Directory()
        try write(Self.whole, to: directory.library)
        let target = directory.path + "/new.sqlite"
        let report = try Library.recover(from: directory.library, to: target)
        #expect(report.allSatisfy { $0.lost == 0 })
        let (old, new) = (try Library.open(at: directory.library), try Library.open(at: target))
        #expect(try old.tableCounts() == new.tableCounts())
        for summary in try old.sessions(limit: 100) {
            #expect(try new.session(summary.id) == old.session(summary.id))
            #expect(try new.exchanges(of: summary.id) == old.exchanges(of: summary.id))
        }
        #expect(try new.findDamage().isEmpty)
        #expect(mode(of: target) == 0o600)
    }

    @Test(arguments: 0..<30) func ofADamagedLibraryIsSavedWhatCanBeRead(seed: Int) throws {
        let directory = try Directory()
        try write(Self.whole, to: directory.library)
        guard let damaged = try Self.damage(directory.library, seed) else { return }
        let target = directory.path + "/new.sqlite"
        do {
            let report = try Library.recover(from: directory.library, to: target)
            let new = try Library.open(at: target)
            #expect(!new.isReadOnly)
            #expect(try new.findDamage().isEmpty)
            #expect(try new.read { try Row.fetchAll($0, sql: "PRAGMA foreign_key_check") }.isEmpty)
            #expect(report.contains { $0.table == "turn" && $0.saved > 0 })
            for summary in try new.sessions(limit: 100) { _ = try new.session(summary.id) }
        } catch {
            // The page that names the tables, or the header: then nothing is left behind.
            #expect([.damaged, .notALibrary].contains(error.kind), "\(error)")
            #expect(!Directory.names(in: directory.path).contains("new.sqlite"))
        }
        #expect(bytes(of: directory.library) == damaged)
    }

    /// A library of which a page of turns is lost.
    private func writeWithoutAPageOfTurns(to path: String) throws {
        try write(Self.whole, to: path)
        let page = try Self.page(
            of: Library.openToLook(at: path), "name = 'turn' AND pagetype = 'leaf'", number: 3)
        var damaged = try #require(bytes(of: path))
        for place in (page - 1) * 4_096..<page * 4_096 { damaged[place] = 0xEE }
        try write(damaged, to: path)
    }

    @Test func aLostPageCostsItsRowsOnly() throws {
        let directory = try Directory()
        try writeWithoutAPageOfTurns(to: directory.library)
        let target = directory.path + "/new.sqlite"
        let report = try Library.recover(from: directory.library, to: target)
        let turns = try #require(report.first { $0.table == "turn" })
        #expect(turns.saved + turns.lost == 80)
        #expect((1...20).contains(turns.lost))
        #expect(report.allSatisfy { $0.table == "turn" || $0.lost == 0 })
        #expect(try Library.open(at: target).sessions(limit: 100).count == 40)
    }

    @Test func draftsAreRecoveredToo() throws {
        let directory = try Directory()
        try write(Self.whole, to: directory.library)
        let old = try Library.open(at: directory.library)
        try Self.addDrafts(to: old)
        let target = directory.path + "/new.sqlite"
        _ = try Library.recover(from: directory.library, to: target)
        let new = try Library.open(at: target)
        #expect(try new.drafts().map(\.id) == old.drafts().map(\.id))
        #expect(try new.drafts().map(\.draft) == old.drafts().map(\.draft))
        #expect(try new.drafts().count == 20)
        // It has not been looked through, and says by itself who may read it.
        let names = try new.read { try String.fetchAll($0, sql: "SELECT name FROM meta") }
        #expect(names.filter { !$0.hasPrefix("draft ") } == ["min_reader"])
    }

    @Test func aDraftThatCannotBeReadCostsNoOther() throws {
        let directory = try Directory()
        try write(Self.whole, to: directory.library)
        let library = try Library.open(at: directory.library)
        try Self.addDrafts(to: library)
        let page = try Self.page(
            of: library, "name = 'meta' AND path GLOB '*+000000'", number: 7)
        try library.queue.close()
        var damaged = try #require(bytes(of: directory.library))
        for byte in 0..<4 { damaged[(page - 1) * 4_096 + byte] = 0xFF }
        try write(damaged, to: directory.library)
        let target = directory.path + "/new.sqlite"
        let report = try Library.recover(from: directory.library, to: target)
        #expect(
            report.first { $0.table == "meta" } == SalvagedTable(table: "meta", saved: 19, lost: 1))
        #expect(try Library.open(at: target).drafts().count == 19)
    }

    /// Of 20 programs that have ended, each of some pages.
    private static func addDrafts(to library: Library) throws {
        try library.write { db in
            try db.run("INSERT INTO meta VALUES ('inspected', '1')")
            for number in 0..<20 {
                let text = String(repeating: "\(number) ", count: 4_000)
                try db.run(
                    "INSERT INTO meta VALUES (?, ?)",
                    ["draft 1 \(number) gone", #"{"prompt":"\#(text)","updated":\#(number)}"#])
            }
        }
    }

    /// It says that it is longer than it is.
    @Test(arguments: [1, 6, 20]) func aLibraryThatLostItsEndIsReadAsFarAsItGoes(pages: Int) throws {
        let directory = try Directory()
        let short = Array(Self.whole.dropLast(pages * 4_096))
        try write(short, to: directory.library)
        let library = try Library.open(at: directory.library)
        #expect(library.refusal?.kind == .damaged)
        #expect(try library.sessionCount() == 40)
        #expect(throws: LibraryProblem.self) { try library.save(.sample("new")) }
        let target = directory.path + "/new.sqlite"
        let report = try Library.recover(from: directory.library, to: target)
        #expect(report.contains { $0.table == "turn" && $0.saved > 20 })
        #expect(try Library.open(at: target).sessions(limit: 100).count == 40)
        #expect(bytes(of: directory.library) == short)
    }

    @Test func damageNamesItsFile() throws {
        let directory = try Directory()
        try writeWithoutAPageOfTurns(to: directory.library)
        let refusal = try Library.open(at: directory.library).refusal
        #expect(refusal?.sentence.english.hasPrefix(directory.library + ": ") == true)
    }

    @Test func nothingIsRecoveredOrBackedUpOverAFile() throws {
        let directory = try Directory()
        try write(Self.whole, to: directory.library)
        let target = directory.path + "/there"
        try write([1, 2, 3], to: target)
        #expect(throws: LibraryProblem.self) {
            try Library.recover(from: directory.library, to: target)
        }
        #expect(throws: LibraryProblem.self) {
            try Library.open(at: directory.library).backUp(to: target)
        }
        #expect(bytes(of: target) == [1, 2, 3])
    }

    @Test func aBackupIsTheSameAndCompactingGivesSpaceBack() throws {
        let directory = try Directory()
        try write(Self.whole, to: directory.library)
        let library = try Library.open(at: directory.library)
        let target = directory.path + "/backup.sqlite"
        try library.backUp(to: target)
        #expect(mode(of: target) == 0o600)
        #expect(try Library.open(at: target).tableCounts() == library.tableCounts())
        let before = try library.size().bytes
        for summary in try library.sessions(limit: 30) { try library.delete(summary.id) }
        try library.compact()
        #expect(try library.size().bytes < before)
        #expect(try library.size().free == 0)
        #expect(try library.sessionCount() == 10)
    }

    // MARK: What is no library

    @Test(arguments: [
        ("/dev/null", "it is a device"), ("/tmp", "it is a directory"),
    ]) func whatIsNoFileIsNamed(path: String, name: String) throws {
        let problem = #expect(throws: LibraryProblem.self) { try Library.open(at: path) }
        #expect(problem?.kind == .notALibrary)
        #expect(problem?.detail.english == name)
    }

    @Test func aFIFOIsNamedAndNotWaitedFor() throws {
        let directory = try Directory()
        mkfifo(directory.library, 0o600)
        let problem = #expect(throws: LibraryProblem.self) {
            try Library.open(at: directory.library)
        }
        #expect(problem?.detail.english == "it is a FIFO")
    }

    @Test func aLibraryThatOthersMayReadIsMadePrivate() throws {
        let directory = try Directory()
        try write(Self.whole, to: directory.library)
        chmod(directory.library, 0o644)
        try Library.open(at: directory.library).save(.sample("s"))
        #expect(mode(of: directory.library) == 0o600)
    }

    // MARK: Making damage

    /// The number of one of the pages of which something is so.
    static func page(
        of library: Library, _ condition: String, number: Int
    ) throws -> Int {
        try library.read { db in
            let sql =
                "SELECT pageno FROM dbstat WHERE \(condition) ORDER BY pageno LIMIT 1 OFFSET ?"
            return try #require(try Int.fetchOne(db, sql: sql, arguments: [number]))
        }
    }

    /// 40 sessions with a question and an answer each, as bytes.
    private static let whole: [UInt8] = {
        guard let directory = try? Directory(),
            let library = try? Library.open(at: directory.library)
        else { return [] }
        try? library.write { db in try fill(db) }
        try? library.queue.close()
        return bytes(of: directory.library) ?? []
    }()

    private static func fill(_ db: Database) throws {
        let text = String(repeating: "words and more words, ", count: 60)
        for number in 0..<40 {
            try db.run(
                """
                INSERT INTO session (id, title, created, updated, provider, model, parameters, system)
                VALUES (?, 't', 1, ?, 'p', 'm', '{}', '')
                """, ["s\(number)", number])
            for (id, role) in [("q", "user"), ("a", "assistant")] {
                try db.run(
                    """
                    INSERT INTO turn (session, id, role, content, reasoning, state, created)
                    VALUES (?, ?, ?, ?, '', 'done', ?)
                    """, ["s\(number)", id, role, text, number])
            }
            try db.run(
                """
                INSERT INTO exchange (id, session, turn, state, created, provider, model, parameters,
                    answer) VALUES (?, ?, 'a', 'done', ?, 'p', 'm', '{}', '{}')
                """, ["x\(number)", "s\(number)", number])
            for block in 0..<3 {
                try db.run(
                    "INSERT INTO wire (exchange, first, reads, bytes, marks) VALUES (?, ?, 1, ?, ?)",
                    [
                        number + 1, block, Binding.bytes(Array(text.utf8.prefix(100))),
                        Binding.bytes([0, 100]),
                    ])
            }
        }
    }

    /// Changes bytes; the new ones, or `nil` where SQLite finds nothing wrong with them.
    private static func damage(_ path: String, _ seed: Int) throws -> [UInt8]? {
        var dice = SplitMix(state: UInt64(seed))
        var bytes = whole
        let start = Int.random(in: 100..<bytes.count, using: &dice)
        let count = [1, 4, 64, 512, 4_096].randomElement(using: &dice) ?? 1
        for place in start..<min(start + count, bytes.count) {
            bytes[place] = .random(in: 0...255, using: &dice)
        }
        try write(bytes, to: path)
        let findings = try? DatabaseQueue(
            path: path, configuration: Connection.configuration(readOnly: true)
        )
        .read { try Damage.findings($0, "PRAGMA integrity_check(1)") }
        return findings?.isEmpty == true ? nil : bytes
    }
}

final class Counter: Sendable {
    private let value = Atomic(0)
    var count: Int { value.load(ordering: .relaxed) }
    func add() { value.add(1, ordering: .relaxed) }
}
