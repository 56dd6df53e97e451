import ChatClient
import ChatCompletions
import Foundation
import Support
import Testing

/// Answers of real and broken servers, over a socket, in every framing that HTTP/1.1 has.
@Suite(.timeLimit(.minutes(1)))
struct CorpusTests {
    private let client = Client()

    @Test(arguments: RecordedAnswer.all)
    func anAnswerMeansTheSameInEveryFraming(answer: RecordedAnswer) async throws {
        for framing in Framing.allCases where framing != .untilClosed || !answer.isCut {
            let provider = try TestProvider(framing.script(for: answer))
            let exchange = client.send(
                request(to: provider), streams: answer.streams, key: nil)
            let events = await exchange.rest()
            let end = try #require(events.end)
            #expect(events.reads.flatMap(\.bytes) == answer.body)
            let result = Result(events, end)
            #expect(answer.expected.contains(result), "\(framing): \(result)")
        }
    }

    @Test func theCorpusIsThere() {
        #expect(RecordedAnswer.all.count > 80)
    }
}

private enum Framing: CaseIterable {
    case length, chunked, untilClosed

    func script(for answer: RecordedAnswer) -> [TestStep] {
        switch self {
        case .length:
            let length = answer.body.count + (answer.isCut ? 1 : 0)
            let lines = answer.headers + ["Content-Length: \(length)"]
            return [.head(answer.status, lines), .bytes(answer.body), .close]
        case .chunked:
            let lines = answer.headers + ["Transfer-Encoding: chunked"]
            let end: TestStep = answer.isCut ? .close : .lastChunk
            return [.head(answer.status, lines)] + answer.chunks + [end]
        case .untilClosed:
            return [.head(answer.status, answer.headers), .byteByByte(answer.body), .close]
        }
    }
}

struct RecordedAnswer: CustomTestStringConvertible, Sendable {
    static let all: [RecordedAnswer] = {
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = tests.appendingPathComponent(
            "ChatCompletionsTests/Corpora/exchanges-open.jsonl")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        let lines = text.split(separator: "\n")
        return lines.compactMap { try? JSONValue(parsing: String($0)) }.map(RecordedAnswer.init)
    }()

    private let json: JSONValue

    private init(json: JSONValue) { self.json = json }

    var testDescription: String { json["id"]?.string ?? "?" }
    var streams: Bool { json["request"]?["stream"]?.bool ?? false }
    var isCut: Bool { json["ending"] == "cut" }
    var status: Int { json["status"]?.int ?? 0 }

    var headers: [String] {
        (json["headers"]?.array ?? []).map { "\($0[0]?.string ?? ""): \($0[1]?.string ?? "")" }
    }

    var body: [UInt8] {
        Data(base64Encoded: json["body_b64"]?.string ?? "").map(Array.init) ?? []
    }

    /// In chunks of seven bytes, which cut everything that can be cut.
    var chunks: [TestStep] {
        stride(from: 0, to: body.count, by: 7).flatMap { start -> [TestStep] in
            let part = body[start..<min(body.count, start + 7)]
            return [
                .text(String(part.count, radix: 16) + "\r\n"), .bytes(part + Array("\r\n".utf8)),
            ]
        }
    }

    fileprivate var expected: [Result] {
        [json["expect"], json["expect_alt"]].compactMap(\.self).map(Result.init)
    }
}

/// What a screen would show.
private struct Result: Equatable {
    var choices: [String]
    var totalTokens: Int?
    var errorKind: String?
    var done: Bool?
    var skipped: Int

    init(_ events: [ExchangeEvent], _ end: ExchangeEnd) {
        var answer = Answer()
        for delta in events.reads.flatMap(\.events).compactMap(\.delta) { answer.add(delta) }
        choices = answer.choices.map { choice in
            let calls = choice.toolCalls.map { "\($0.name)(\($0.arguments))" }
            return [choice.content, choice.reasoning, choice.finishReason ?? "-"].joined(
                separator: "|")
                + calls.joined()
        }
        totalTokens = answer.usage?.totalTokens
        errorKind = end.failure?.kind.rawValue
        done = end.done
        skipped = end.skipped
    }

    init(_ json: JSONValue) {
        choices = (json["choices"]?.array ?? []).map { choice in
            let calls = (choice["tool_calls"]?.array ?? []).map { call in
                "\(call["name"]?.string ?? "")(\(call["arguments"]?.string ?? ""))"
            }
            let texts = ["content", "reasoning"].map { choice[$0]?.string ?? "" }
            return (texts + [choice["finish_reason"]?.string ?? "-"]).joined(separator: "|")
                + calls.joined()
        }
        totalTokens = json["usage"]?["total_tokens"]?.int
        errorKind = json["error"]?["kind"]?.string
        done = json["done"]?.bool
        skipped = json["skipped"]?.int ?? 0
    }
}
