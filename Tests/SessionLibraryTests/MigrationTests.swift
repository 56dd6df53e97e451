import ChatCompletions
import Conversations
import GRDB
import Glibc
import Synchronization
import Testing
import Words

@testable import SessionLibrary

/// Libraries of older versions, with everything in them that such a version could keep.
///
/// `schema-2.sqlite` and `schema-3.sqlite` were written by the last programs of their versions
/// (`LibraryProbe fixture`); `schema-1.sqlite` by the last one of version 1, and what that had not is of version 2's file.
@Suite struct MigrationTests {
    static let versions = 1..<Schema.version

    @Test(arguments: versions) func everyFeatureIsThereAfterwards(version: Int) throws {
        let directory = try Directory()
        try write(fixture("schema-\(version)", "sqlite"), to: directory.library)
        let library = try Library.open(at: directory.library)
        #expect(!library.isReadOnly)
        #expect(try library.read { try $0.number("PRAGMA user_version") } == Schema.version)
        try Contents(library, version).expectEverything(arriving: .interrupted)
        try library.save(.sample("s"), turns: [.question("q")])
        #expect(try Library.open(at: directory.library).session(.s)?.turns.count == 1)
        #expect(try library.findDamage().isEmpty)
    }

    /// One on a disk that may not be written is read all the same.
    @Test(arguments: versions) func everyFeatureIsThereWhereItMayNotBeWritten(version: Int) throws {
        let directory = try Directory()
        let before = try fixture("schema-\(version)", "sqlite")
        try write(before, to: directory.library)
        do {
            let library = try Library.openForReading(
                directory.library, LibraryProblem(.readOnly, "its file may not be written"))
            #expect(library.isReadOnly)
            try Contents(library, version).expectEverything(arriving: .streaming)
        }
        #expect(bytes(of: directory.library) == before)
    }

    /// What is lost of a library that is saved row by row is not more because it is old.
    @Test(arguments: versions) func everyFeatureIsThereInARecoveredLibrary(version: Int) throws {
        let directory = try Directory()
        try write(fixture("schema-\(version)", "sqlite"), to: directory.library)
        let target = directory.path + "/new.sqlite"
        #expect(
            try Library.recover(from: directory.library, to: target).allSatisfy { $0.lost == 0 })
        try Contents(Library.open(at: target), version)
            .expectEverything(arriving: .interrupted)
    }

    // MARK: The copy

    @Test(arguments: versions) func theOldFileIsKeptBesideIt(version: Int) throws {
        let directory = try Directory()
        let before = try fixture("schema-\(version)", "sqlite")
        try write(before, to: directory.library)
        _ = try Library.open(at: directory.library)
        let names = Directory.names(in: directory.path)
        #expect(names.count == 2)
        let copy = try #require(names.last)
        #expect(
            copy.wholeMatch(of: #/library\.sqlite\.version-(\d+)\.\d{4}-\d\d-\d\d-\d{6}/#)?.1
                == "\(version)")
        #expect(mode(of: directory.path + "/" + copy) == 0o600)
        try Contents(Library.openToLook(at: directory.path + "/" + copy), version)
            .expectEverything(arriving: .streaming)
        _ = try Library.open(at: directory.library)
        #expect(Directory.names(in: directory.path) == names)
    }

    /// No room for the copy; and room for it, but none for what is added.
    @Test(arguments: [50_000, 98_304])
    func withoutRoomItIsReadAsItIs(bytes limit: Int) throws {
        let directory = try Directory()
        let before = try fixture("schema-2", "sqlite")
        try write(before, to: directory.library)
        let probe = try Probe("open", directory.library, "\(limit)")
        #expect(probe.lines() == ["outdated 4"])
        #expect(probe.wait() == 0)
        #expect(bytes(of: directory.library) == before)
        #expect(Directory.names(in: directory.path) == ["library.sqlite"])
    }

    /// Room for what version 2 added, but none for version 3.
    @Test func whatIsBroughtHalfWayKeepsItsCopy() throws {
        let directory = try Directory()
        try write(fixture("schema-1", "sqlite"), to: directory.library)
        let probe = try Probe("open", directory.library, "33000")
        #expect(probe.lines() == ["outdated 7"])
        #expect(probe.wait() == 0)
        let copy = try #require(Directory.names(in: directory.path).last)
        #expect(copy.hasPrefix("library.sqlite.version-1."))
        try Contents(Library.openToLook(at: directory.path + "/" + copy), 1)
            .expectEverything(arriving: .streaming)
        let library = try Library.open(at: directory.library)
        #expect(library.refusal == nil)
        #expect(try library.sessionCount() == 7)
    }

    /// A folder that takes no such file, like one that may not be written.
    @Test func withoutAPlaceForTheCopyItIsReadAsItIs() throws {
        let directory = try Directory()
        let path = directory.path + "/" + String(repeating: "x", count: 240)
        try write(fixture("schema-2", "sqlite"), to: path)
        let library = try Library.open(at: path)
        #expect(library.refusal?.kind == .outdated)
        #expect(library.refusal?.sentence.english.contains("older version") == true)
        #expect(throws: LibraryProblem.self) { try library.save(.sample("s")) }
        try Contents(library, 2).expectEverything(arriving: .streaming)
    }

    @Test func whatTakesLongSaysHowFarItIs() throws {
        let directory = try Directory()
        try write(fixture("schema-2", "sqlite"), to: directory.library)
        let told = Mutex<[OpeningProgress]>([])
        let report = OpeningReport(after: .zero, every: .zero) { step in
            told.withLock { $0.append(step) }
        }
        _ = try Library.open(at: directory.library, patience: 1, report)
        #expect(told.withLock { $0 } == [OpeningProgress(stage: .copying, fraction: 1)])
    }

    @Test func whatIsQuicklyDoneSaysNothing() throws {
        let directory = try Directory()
        try write(fixture("schema-2", "sqlite"), to: directory.library)
        _ = try Library.open(at: directory.library) { Issue.record("\($0)") }
    }
}

/// What `LibraryProbe fixture` writes, as a library of a version keeps it.
private struct Contents {
    let library: Library
    let version: Int

    init(_ library: Library, _ version: Int) {
        self.library = library
        self.version = version
    }

    /// - Parameter arriving: how what arrives stands there.
    func expectEverything(arriving: Turn.State) throws {
        let names = ["empty", "asked", "tree", "lanes"]
        #expect(Set(names).isSubset(of: try library.sessions(limit: 99).map(\.id.rawValue)))
        try expectTree()
        try expectAnswer()
        try expectLanes(arriving)
        try expectOutside()
        try expectDraft()
        if version == 1 { try expectRealOnes() }
        if version > 2 { try expectGiven() }
        let empty = try session("empty")
        #expect(empty.title == "")
        #expect(empty.turns == [])
        #expect(empty.lanes == [SessionLane(settings: Self.practice)])
    }

    private func session(_ id: String) throws -> Session {
        try #require(try library.session(SessionID(rawValue: id)))
    }

    private func exchange(_ id: String) throws -> StoredExchange {
        try #require(try library.exchange(ExchangeID(rawValue: id)))
    }

    private static let practice = LaneSettings(provider: "practice", model: "tiny")

    private func expectTree() throws {
        let tree = try session("tree")
        #expect(tree.title == "天气 \u{0} and more")
        #expect(tree.source == .workbench)
        #expect(tree.head?.rawValue == "failed")
        #expect(tree.lanes.count == 1)
        #expect(tree.system == "Be brief.")
        #expect(tree.settings.baseURL == "http://127.0.0.1:1/v1")
        #expect(tree.settings.parameters["temperature"]?.text == "0.70")
        #expect(tree.settings.parameters["seed"]?.text == "18446744073709551615")
        #expect(tree.settings.parameters["stop"] == ["\n", "\u{0}end", "结束"])
        #expect(
            tree.turns.map { "\($0.id.rawValue) \($0.message.role.rawValue) \($0.state)" } == [
                "rules developer done", "prompt user done", "called assistant done",
                "result tool done", "again user done", "failed assistant failed",
                "stopped assistant stopped",
            ])
        #expect(
            tree.turns.map { $0.parent?.rawValue } == [
                nil, "rules", "prompt", "called", "prompt", "again", "again",
            ])
        #expect(tree.turns.map(\.isLeftOut).firstIndex(of: true) == (version > 1 ? 4 : nil))
        let called = tree.turns[2]
        #expect(
            called.message
                == Message(
                    .assistant, "看", reasoning: "想",
                    toolCalls: [ToolCall(id: "call 1", name: "weather", arguments: "{\"x\": 1}")]))
        #expect(called.usage?.reasoningTokens == 1)
        #expect(called.finishReason == "tool_calls")
        #expect(tree.turns[3].message.content == "sunny\u{0}")
        #expect(tree.turns[3].message.toolCallID == "call 1")
        #expect(
            tree.turns[5].failure
                == Failure(
                    .api, "too much", status: 429, code: "c", type: "t", requestID: "r",
                    retryAfterMilliseconds: 20, phase: .body))
    }

    private func expectAnswer() throws {
        let asked = try session("asked")
        #expect(asked.source == (version > 1 ? .send : .workbench))
        let turn = try #require(asked.turns.last)
        #expect(turn.message == Message(.assistant, "熵\u{0}是", reasoning: "hm"))
        #expect(turn.refusal == "I will not.")
        #expect(turn.attachments == Attachments(pictures: 2, sounds: 1))
        let exchange = try exchange("x-whole")
        #expect(exchange.state == .done)
        #expect(exchange.request?.proxy == "http://proxy:3128")
        #expect(exchange.request?.body == Array("{\"a\":\"\u{0}\"}".utf8))
        #expect(exchange.head?.reusedConnection == true)
        #expect(exchange.end?.timings.completed == .milliseconds(1_500))
        #expect(exchange.answer.choices.map(\.content) == ["熵\u{0}是", "another"])
        #expect(exchange.answer.choices[0].logprobs[0].top[0].logprob == -.infinity)
        #expect(exchange.answer.choices[1].toolCalls.map(\.name) == ["f"])
        let reads = try library.reads(of: exchange.id)
        #expect(reads.map { String(decoding: $0.bytes, as: UTF8.self) } == ["data: …\n\n", ""])
        #expect(reads.map(\.time) == [.milliseconds(1), .milliseconds(2)])
    }

    /// Two that were arriving when the program was killed: since version 3 they are kept as lanes.
    private func expectLanes(_ arriving: Turn.State) throws {
        let session = try session("lanes")
        let tree = try self.session("tree")
        #expect(
            session.lanes == [
                SessionLane(
                    settings: Self.practice, system: "Be brief.", head: TurnID(rawValue: "left")),
                SessionLane(
                    settings: tree.settings, system: "Be brief.", head: TurnID(rawValue: "right")),
            ])
        #expect(session.lane == 0)
        #expect(session.turns.map(\.state) == [.done, arriving, arriving])
        #expect(
            session.turns.map(\.message.content) == ["Compare.", "from the left", "from the right"])
        #expect(session.turns[1].message.toolCalls.map(\.arguments) == ["{\""])
        #expect(try exchange("x-right").answer.choices.map(\.content) == ["from the right"])
        #expect(try exchange("x-right").state == arriving)
    }

    /// What versions before 3 had no place for.
    private func expectGiven() throws {
        let session = try session("given")
        #expect(session.lane == 1)
        #expect(session.lanes.map(\.system) == ["说中文。", "", "Be kind."])
        #expect(session.lanes.map(\.head?.rawValue) == ["cat", "dog", nil])
        #expect(session.lanes.map(\.settings.provider) == ["practice", "ppio", "ppio"])
        let message = try #require(session.turns.first?.message)
        #expect(message.content == "看图")
        #expect(message.json["name"] == "Ada")
        #expect(message.json["content"]?.array?.count == 2)
    }

    private func expectOutside() throws {
        let exchange = try exchange("x-outside")
        #expect(exchange.session == nil)
        #expect(exchange.end?.failure == Failure(.transport, "refused", phase: .connect))
        #expect(exchange.readCount == 0)
    }

    private func expectDraft() throws {
        #expect(
            try library.drafts().map(\.draft) == [
                Draft(
                    session: SessionID(rawValue: "tree"), prompt: "写了一半",
                    system: "Be \u{0} brief.")
            ])
    }

    /// What the last program of version 1 wrote itself.
    private func expectRealOnes() throws {
        let list = try library.sessions(limit: 9, where: SessionFilter(text: ""))
        let real = list.filter { $0.id.rawValue.count == 10 }
        #expect(real.map(\.title) == ["unreachable", "why?", "什么是熵？"])
        #expect(real.map(\.turnCount) == [2, 2, 2])
        let session = try session("wyfoxttkju")
        #expect(session.system == "Be brief.")
        #expect(session.settings.parameters["temperature"] == 0.4)
        let id = try #require(session.turns[1].exchange)
        #expect(try library.exchange(id)?.state == .done)
        #expect(try !library.bodyBytes(of: id).isEmpty)
    }
}
