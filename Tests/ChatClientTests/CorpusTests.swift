import ChatClient
import ChatCompletions
import Corpora
import Support
import Testing

/// Answers of real and broken servers, over a socket, in every framing that HTTP/1.1 has and
/// however the server's writes are cut.
@Suite(.timeLimit(.minutes(1)))
struct CorpusTests {
    private let client = Client()

    @Test(arguments: Framing.allCases)
    fileprivate func everyAnswerIsReadAsExpected(framing: Framing) async throws {
        #expect(Corpus.exchanges.count > 90)
        await withTaskGroup { group in
            for part in Corpus.exchanges.split(among: 8) {
                group.addTask { await check(part, framing) }
            }
        }
    }

    /// All on one server, one after the other.
    private func check(_ examples: [ExchangeCase], _ framing: Framing) async {
        let plays = examples.flatMap { example in
            Writing.allCases.filter { !$0.pieces(of: example).isEmpty }.map { (example, $0) }
        }.filter { framing != .untilClosed || !$0.0.isCut }
        let scripts = plays.map { framing.script(for: $0.0, $0.1.pieces(of: $0.0)) }
        guard let provider = try? TestProvider(scripts: scripts) else {
            Issue.record("no port")
            return
        }
        for (example, writing) in plays {
            let exchange = client.send(request(to: provider), streams: example.streams, key: nil)
            expect(await exchange.rest(), example, "\(example.id), \(framing), \(writing)")
        }
    }

    private func expect(_ events: [ExchangeEvent], _ example: ExchangeCase, _ name: Comment) {
        guard let end = events.end else {
            Issue.record("no end: \(name)")
            return
        }
        #expect(events.reads.flatMap(\.bytes) == example.body, name)
        var answer = Answer()
        for delta in events.reads.flatMap(\.events).compactMap(\.delta) { answer.add(delta) }
        #expect(example.differences(from: caseResult(answer, end)) == [], name)
        #expect(events.head?.status == example.status, name)
    }
}

extension [ExchangeCase] {
    /// In so many parts of about the same size.
    fileprivate func split(among count: Int) -> [[ExchangeCase]] {
        (0..<count).map { part in
            indices.filter { $0 % count == part }.map { self[$0] }
        }
    }
}

/// How the server writes a body.
private enum Writing: CaseIterable {
    case whole, byteByByte, bySeven, byTwo, asTheCaseSays

    func pieces(of example: ExchangeCase) -> [[UInt8]] {
        let body = example.body
        return switch self {
        case .whole: [body]
        case .byteByByte: body.count < 3000 ? cut(body, by: 1) : []
        case .bySeven: body.count < 20_000 ? cut(body, by: 7) : cut(body, by: 1021)
        case .byTwo: body.count < 1000 ? cut(body, by: 2) : []
        case .asTheCaseSays: example.cuts.isEmpty ? [] : cut(body, at: example.cuts)
        }
    }
}

/// How HTTP says where a body ends; a cut body ends before that.
private enum Framing: CaseIterable {
    case length, chunked, untilClosed

    func script(for example: ExchangeCase, _ pieces: [[UInt8]]) -> [TestStep] {
        let lines = example.headers.map { "\($0.name): \($0.value)" }
        switch self {
        case .length:
            let length = example.body.count + (example.isCut ? 1 : 0)
            let head = TestStep.head(example.status, lines + ["Content-Length: \(length)"])
            return [head] + pieces.map(TestStep.bytes) + (example.isCut ? [.close] : [])
        case .chunked:
            let head = TestStep.head(example.status, lines + ["Transfer-Encoding: chunked"])
            return [head] + pieces.map(Self.chunk) + [example.isCut ? .close : .lastChunk]
        case .untilClosed:
            let head = TestStep.head(example.status, lines + ["Connection: close"])
            return [head] + pieces.map(TestStep.bytes) + [.close]
        }
    }

    /// In one write, so that the writes are cut where the case wants it.
    private static func chunk(_ bytes: [UInt8]) -> TestStep {
        bytes.isEmpty
            ? .bytes([])
            : .bytes(Array("\(String(bytes.count, radix: 16))\r\n".utf8) + bytes + [0x0D, 0x0A])
    }
}
