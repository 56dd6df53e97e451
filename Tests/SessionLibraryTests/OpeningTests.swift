import ChatCompletions
import Conversations
import GRDB
import Glibc
import Testing
import Words

@testable import SessionLibrary

@Suite struct OpeningTests {
    @Test func aNewLibraryIsPrivate() throws {
        let directory = try Directory()
        let path = directory.path + "/deep/er/library.sqlite"
        let library = try Library.open(at: path)
        #expect(mode(of: directory.path + "/deep") == 0o700)
        #expect(mode(of: directory.path + "/deep/er") == 0o700)
        #expect(mode(of: path) == 0o600)
        let journal = try library.write { db in
            try db.execute(sql: "UPDATE meta SET value = '0'")
            return mode(of: path + "-journal")
        }
        #expect(journal == 0o600)
        #expect(!library.isReadOnly)
        #expect(library.notice == nil)
    }

    @Test func theConnectionIsSetUpForSafety() throws {
        let directory = try Directory()
        let library = try Library.open(at: directory.library)
        let settings = try library.read { db in
            try [
                "journal_mode", "synchronous", "foreign_keys", "secure_delete", "trusted_schema",
                "cell_size_check", "busy_timeout", "application_id", "user_version",
            ].map { try String.fetchOne(db, sql: "PRAGMA \($0)") }
        }
        let expected = [
            "delete", "3", "1", "1", "0", "1", "5000", "1180787813", "\(Schema.version)",
        ]
        #expect(settings == expected)
    }

    /// Each step of the making is a transaction of its own, before which another may come.
    @Test(arguments: Array(Schema.migrator.migrations.enumerated()))
    func anotherMakesItAtTheSameTime(place: Int, step: String) throws {
        let directory = try Directory()
        let ours = try DatabaseQueue(path: directory.library)
        let others = try DatabaseQueue(path: directory.library)
        ours.writeWithoutTransaction { db in
            var begun = 0
            db.trace(options: .statement) { event in
                guard event.description.hasPrefix("BEGIN IMMEDIATE") else { return }
                begun += 1
                guard begun == place + 1 else { return }
                #expect(throws: Never.self) { try Schema.migrator.migrate(others, upTo: step) }
            }
        }
        try Library.migrate(ours)
        #expect(try ours.read(Identity.init) == .current)
    }

    @Test func itIsWaitedForAsLongAsWasSaid() throws {
        let directory = try Directory()
        func patience(_ library: Library) throws -> Int? {
            try library.read { try Int.fetchOne($0, sql: "PRAGMA busy_timeout") }
        }
        #expect(try patience(Library.open(at: directory.library)) == 5_000)
        #expect(try patience(Library.open(at: directory.library, patience: 1)) == 5_000)
        #expect(try patience(Library.open(at: directory.library, patience: 1, later: 0.25)) == 250)
    }

    @Test func aNewerVersionsLibraryOpensForReading() async throws {
        let directory = try Directory()
        try Library.open(at: directory.library).save(.sample("s"))
        try change(directory.library, "PRAGMA user_version = 9")
        let before = bytes(of: directory.library)
        do {
            let library = try Library.open(at: directory.library)
            #expect(library.isReadOnly)
            #expect(library.notice?.english == "it was made by a newer version of Fader (9)")
            #expect(try library.session(.s) != nil)
            #expect(problem { try library.delete(.s) }?.kind == .readOnly)
            let recorder = Recorder(library)
            await #expect(throws: LibraryProblem.self) { try await recorder.begin() }
            try await recorder.record([.read("a"), .ended()], of: .x)
        }
        #expect(bytes(of: directory.library) == before)
    }

    @Test(.enabled(if: geteuid() != 0, "root may write everything"))
    func aLibraryThatMayNotBeWrittenOpensForReading() throws {
        let directory = try Directory()
        try Library.open(at: directory.library).save(.sample("s"))
        chmod(directory.library, 0o400)
        let library = try Library.open(at: directory.library)
        #expect(library.notice?.english == "its file may not be written")
        #expect(try library.session(.s) != nil)
    }

    @Test func aLibraryThatOnlyNewerVersionsCanReadIsRefused() throws {
        let directory = try Directory()
        _ = try Library.open(at: directory.library)
        try change(
            directory.library,
            "PRAGMA user_version = 9; UPDATE meta SET value = '7' WHERE name = 'min_reader'"
        )
        let problem = problem { try Library.open(at: directory.library) }
        #expect(problem?.kind == .tooNew)
        #expect(
            problem?.sentence.english == "\(directory.library): the library was made by version 9, "
                + "needs at least 7. Use that version, or choose another file."
        )
    }

    @Test func aForeignDatabaseIsRefusedAndLeftAsItIs() throws {
        let directory = try Directory()
        try change(directory.library, "CREATE TABLE recipe (name TEXT); PRAGMA user_version = 1")
        try expectUntouched(directory.library, .notALibrary)
    }

    @Test func aFileThatIsNoDatabaseIsRefusedAndLeftAsItIs() throws {
        let directory = try Directory()
        try write(Array(String(repeating: "Dear diary, ", count: 500).utf8), to: directory.library)
        try expectUntouched(directory.library, .notALibrary)
    }

    @Test func aDamagedLibraryIsRefusedAndLeftAsItIs() throws {
        let directory = try Directory()
        try Library.open(at: directory.library).save(.sample("s"))
        var damaged = try #require(bytes(of: directory.library))
        // The rest of the first page: the table of tables.
        for place in 100..<4_000 { damaged[place] = UInt8(truncatingIfNeeded: place &* 31) }
        try write(damaged, to: directory.library)
        try expectUntouched(directory.library, .damaged)
    }

    @Test func damageWithinIsFound() throws {
        let directory = try Directory()
        try Library.open(at: directory.library).save(.sample("s"))
        var damaged = try #require(bytes(of: directory.library))
        for place in damaged.count - 4_096..<damaged.count { damaged[place] ^= 0x55 }
        try write(damaged, to: directory.library)
        let problem = problem {
            let findings = try Library.open(at: directory.library).findDamage()
            #expect(!findings.isEmpty)
        }
        #expect(problem == nil || problem?.kind == .damaged)
    }

    @Test func aLibraryWhoseMakingWasKilledIsMade() throws {
        let directory = try Directory()
        try change(directory.library, "CREATE TABLE grdb_migrations (identifier TEXT PRIMARY KEY)")
        try Library.open(at: directory.library).save(.sample("s"))
        #expect(try Library.open(at: directory.library).session(.s) != nil)
    }

    @Test func anEmptyFileBecomesALibrary() throws {
        let directory = try Directory()
        try write([], to: directory.library)
        try Library.open(at: directory.library).save(.sample("s"))
        #expect(try Library.open(at: directory.library).session(.s) != nil)
    }

    @Test func aPlaceThatCannotBeMadeIsNamed() throws {
        let problem = problem { try Library.open(at: "/proc/none/library.sqlite") }
        #expect(problem?.kind == .unreachable)
        #expect(problem?.path == "/proc/none")
    }

    @Test func anAnswerThatNeverBeganIsInterruptedToo() throws {
        let directory = try Directory()
        try Library.open(at: directory.library).prepareExchange()
        // Its process ended: nobody has this start time.
        try change(directory.library, "UPDATE owner SET started = started + 1")
        let library = try Library.open(at: directory.library)
        #expect(try library.session(.s)?.turns.map(\.state) == [.done, .interrupted])
    }

    private func change(_ path: String, _ sql: String) throws {
        try DatabaseQueue(path: path).write { try $0.execute(sql: sql) }
    }

    private func expectUntouched(_ path: String, _ kind: LibraryProblem.Kind) throws {
        let before = try #require(bytes(of: path))
        chmod(path, 0o644)
        #expect(problem { try Library.open(at: path) }?.kind == kind)
        #expect(bytes(of: path) == before)
        #expect(mode(of: path) == 0o644)
        let directory = String(path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex))
        #expect(Directory.names(in: directory) == ["library.sqlite"])
    }

    private func problem<Value>(_ body: () throws -> Value) -> LibraryProblem? {
        do {
            _ = try body()
            return nil
        } catch {
            return error as? LibraryProblem
        }
    }
}
