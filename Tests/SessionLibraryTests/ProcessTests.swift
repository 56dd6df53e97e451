import ChatCompletions
import Conversations
import SessionLibrary
import Testing

/// What happens when processes are killed, run at once, or have no room.
@Suite struct ProcessTests {
    @Test(arguments: 0..<20)
    func whatWasAcknowledgedSurvivesAKill(seed: Int) throws {
        var generator = SplitMix(state: UInt64(seed))
        let directory = try Directory()
        let probe = try Probe("stream", directory.library)
        var said = Said()
        for _ in 0..<Int.random(in: 1...120, using: &generator) {
            said.add(try #require(probe.line()))
        }
        // Some way into what follows the last line.
        var spins = Int.random(in: 0...3_000_000, using: &generator)
        while spins > 0 { spins -= 1 }
        probe.kill()
        for line in probe.lines() { said.add(line) }
        #expect(probe.wait() == nil)
        try said.check(against: Library.open(at: directory.library))
        #expect(!Directory.names(in: directory.path).contains { $0.contains("-spool-") })
    }

    @Test func aSpoolOfALivingProcessIsLeftAlone() throws {
        let directory = try Directory()
        let probe = try Probe("spool", directory.library)
        #expect(probe.line() == "spooled")
        let before = Directory.names(in: directory.path).sorted()
        #expect(before.contains { $0.contains("-spool-") })
        _ = try Library.open(at: directory.library)
        #expect(Directory.names(in: directory.path).sorted() == before)
        probe.kill()
        #expect(probe.wait() == nil)
        let library = try Library.open(at: directory.library)
        let exchange = try #require(try library.exchange(ExchangeID(rawValue: "x0")))
        #expect(exchange.answer.choices.first?.content == "0 1 2 ")
        #expect(exchange.readCount == 3)
    }

    @Test func whatALivingProcessReceivesIsItsOwnUntilThatEnds() throws {
        let directory = try Directory()
        let probe = try Probe("spool", directory.library)
        #expect(probe.line() == "spooled")
        let id = SessionID(rawValue: "s0")
        let library = try Library.open(at: directory.library)
        try library.takeOver()
        #expect(try library.arrivingElsewhere(in: id) == [.a])
        #expect(try library.session(id)?.turns.last?.state == .streaming)
        probe.kill()
        #expect(probe.wait() == nil)
        try library.takeOver()
        #expect(try library.arrivingElsewhere(in: id).isEmpty)
        #expect(try library.session(id)?.turns.last?.state == .interrupted)
        #expect(try library.session(id)?.turns.last?.message.content == "0 1 2 ")
    }

    @Test func aTornSpoolGivesWhatIsWholeInIt() throws {
        let directory = try Directory()
        let probe = try Probe("spool", directory.library)
        #expect(probe.line() == "spooled")
        probe.kill()
        #expect(probe.wait() == nil)
        let spool = try #require(
            Directory.names(in: directory.path).sorted().first { $0.contains("-spool-") })
        let path = directory.path + "/" + spool
        try write(Array(try #require(bytes(of: path)).dropLast(5)), to: path)
        let library = try Library.open(at: directory.library)
        let exchange = try #require(try library.exchange(ExchangeID(rawValue: "x0")))
        #expect(exchange.answer.choices.first?.content == "0 1 ")
        #expect(exchange.state == .interrupted)
    }

    @Test func whatIsNoSpoolIsLeftAsItIs() throws {
        let directory = try Directory()
        let name = "library.sqlite-spool-of-somebody-else"
        try write(Array("not ours".utf8), to: directory.path + "/" + name)
        _ = try Library.open(at: directory.library)
        #expect(Directory.names(in: directory.path).sorted().contains(name))
    }

    @Test func anAnswerOfALivingProcessIsLeftAloneAndOfAKilledOneInterrupted() throws {
        let directory = try Directory()
        let probe = try Probe("hold", directory.library)
        #expect(probe.line() == "held")
        let session = SessionID(rawValue: "s0")
        do {
            let turn = try #require(try Library.open(at: directory.library).session(session)).turns[
                0]
            #expect(turn.state == .streaming)
            #expect(turn.message.content == "0 1 ")
        }
        probe.kill()
        #expect(probe.wait() == nil)
        let library = try Library.open(at: directory.library)
        let turn = try #require(try library.session(session)).turns[0]
        #expect(turn.state == .interrupted)
        #expect(turn.message.content == "0 1 ")
        let exchange = try #require(try library.exchanges(of: session).first)
        #expect(exchange.state == .interrupted)
        #expect(exchange.answer.choices.first?.content == "0 1 ")
        #expect(try library.bodyBytes(of: exchange.id) == Array((chunk(0) + chunk(1)).utf8))
    }

    @Test func aKilledProcessOwnsNothingEvenBeforeItsParentKnows() throws {
        let directory = try Directory()
        let probe = try Probe("hold", directory.library)
        #expect(probe.line() == "held")
        probe.kill()
        probe.waitUnasked()
        let library = try Library.open(at: directory.library)
        let session = try #require(try library.session(SessionID(rawValue: "s0")))
        #expect(session.turns[0].state == .interrupted)
        #expect(probe.wait() == nil)
    }

    @Test func twoProcessesWriteAtOnce() throws {
        let directory = try Directory()
        // The library is not there yet: both make it.
        let probes = try ["a", "b"].map { try Probe("write", directory.library, $0, "60") }
        #expect(probes.map { $0.wait() } == [0, 0])
        let library = try Library.open(at: directory.library)
        for name in ["a", "b"] {
            let session = try #require(try library.session(SessionID(rawValue: name)))
            #expect(session.turns.map(\.id.rawValue) == (0..<60).map { "t\($0)" })
        }
        #expect(try library.findDamage().isEmpty)
    }

    @Test func whatDoesNotFitOnTheDiskIsKeptAndSavedLater() throws {
        let directory = try Directory()
        let probe = try Probe("full", directory.library, "200000")
        let lines = probe.lines()
        #expect(probe.wait() == 0)
        #expect(lines.first?.hasPrefix("problem ") == true)
        #expect(lines.suffix(2) == ["problem none", "saved"])
        #expect(lines.contains("kept"))
        // Not even an empty one: nothing could be written into the first.
        #expect(!Directory.names(in: directory.path).contains { $0.contains("-spool-") })
        let library = try Library.open(at: directory.library)
        let exchange = try #require(try library.exchange(ExchangeID(rawValue: "x0")))
        #expect(exchange.state == .done)
        #expect(exchange.answer.choices.first?.content == "1 2 ")
        let reads = try library.reads(of: exchange.id).map(\.bytes)
        #expect(
            reads == [
                [UInt8](repeating: 0x61, count: 200_000), Array(chunk(1).utf8),
                Array(chunk(2).utf8),
            ])
        #expect(try library.findDamage().isEmpty)
    }
}

/// A chunk as the probe writes it.
private func chunk(_ number: Int) -> String {
    #"data: {"choices":[{"index":0,"delta":{"content":"\#(number) "}}]}"# + "\n\n"
}

/// What a probe said was on the disk.
private struct Said {
    private var reads: [Int: Int] = [:]
    private var ended: Set<Int> = []

    mutating func add(_ line: String) {
        let words = line.split(separator: " ")
        guard words.count > 1, let exchange = Int(words[1]) else { return }
        switch words[0] {
        case "begun": reads[exchange] = 0
        case "read": reads[exchange] = words.count > 2 ? Int(words[2]) : nil
        case "ended": ended.insert(exchange)
        default: break
        }
    }

    func check(against library: Library) throws {
        #expect(try library.findDamage().isEmpty)
        for (number, count) in reads {
            let exchange = try #require(try library.exchange(ExchangeID(rawValue: "x\(number)")))
            let turn = try #require(try library.session(SessionID(rawValue: "s\(number)"))).turns[0]
            let text = (0..<exchange.readCount).map { "\($0) " }.joined()
            #expect(exchange.readCount >= count)
            let body = (0..<exchange.readCount).map(chunk).joined()
            #expect(try library.bodyBytes(of: exchange.id) == Array(body.utf8))
            #expect(turn.message.content == text)
            #expect(exchange.answer.choices.first?.content ?? "" == text)
            #expect(turn.state == exchange.state)
            if ended.contains(number) {
                #expect(turn.state == .done)
                #expect(exchange.readCount == (number % 7) * 5)
            } else {
                #expect([.done, .interrupted].contains(turn.state))
            }
        }
    }
}
