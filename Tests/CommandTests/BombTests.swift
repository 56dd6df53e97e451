import ChatCompletions
import Support
import Testing

/// What comes from a server that means harm costs time, and memory within bounds.
@Suite(.timeLimit(.minutes(2)))
struct BombTests {
    /// In KiB.
    private static let most = 200 << 10

    @Test(arguments: [Bomb.blanks, .page, .text, .document, .tinyEvents])
    func aSmallCompressedBodyIsGivenUp(bomb: Bomb) async throws {
        let script: [TestStep] = [
            .head(
                200,
                ["Content-Type: text/event-stream", "Content-Encoding: gzip", "Connection: close"]),
            .bytes(bomb.compressed), .close,
        ]
        let report = try await report(script)
        #expect(report["error"]?["kind"] == .string(bomb.kind), "\(report.text.prefix(300))")
    }

    /// Each goes on until the client closes the connection: that it does is what is tested.
    @Test(arguments: [
        "a": "endless text", "{\"a\":[1,1,": "endless JSON", "<html> ": "endless page",
        "data: 0123456789": "endless line", "\n \n": "endless blanks",
    ]) func aBodyWithoutEndIsEnded(start: String, name: String) async throws {
        let piece = String(repeating: String(start.suffix(3)), count: 30_000)
        let script =
            [.streamHead, .chunk(start)] + [TestStep](repeating: .chunk(piece), count: 4000)
        let report = try await report(script)
        #expect(report["outcome"] == "error", "\(name)")
    }

    @Test func longHeadersAreRefused() async throws {
        let header = "X-Long: " + String(repeating: "x", count: 8000)
        let report = try await report(
            [.head(200, [String](repeating: header, count: 400)), .close])
        #expect(report["error"]?["kind"] == "transport")
    }

    @Test func aHundredThousandTinyEventsAreRead() async throws {
        let piece = String(repeating: "data: {}\n\n", count: 1000)
        let script =
            [.streamHead] + [TestStep](repeating: .chunk(piece), count: 100)
            + [.chunk("data: [DONE]\n\n"), .lastChunk]
        let report = try await report(script)
        #expect(report["done"] == true)
    }

    private func report(_ script: [TestStep]) async throws -> JSONValue {
        let provider = try TestProvider(script)
        let desk = try CommandDesk()
        let run = try await RunningCommand(
            RunningCommand.built("memory-probe"),
            [
                RunningCommand.binary, "send", "--base-url", provider.baseURL, "--model", "tiny",
                "--json", "Hi",
            ],
            environment: desk.environment
        ).end()
        let peak = try #require(run.errors.split(separator: "\n").last.flatMap { Int($0) })
        #expect(peak > 1000)
        #expect(peak < Self.most, "\(peak) KiB")
        return try JSONValue(parsing: run.output)
    }
}

/// A gzip body of at most half a megabyte that becomes some hundred times as much.
enum Bomb: CaseIterable {
    case blanks, page, text, document, tinyEvents

    /// What is repeated.
    private var start: String {
        switch self {
        case .blanks: "\n"
        case .page: "<p>"
        case .text: "a"
        case .document: "[0,0,"
        case .tinyEvents: "data:\n\n"
        }
    }

    /// How often 258 bytes of it come again.
    private var repeats: Int { self == .tinyEvents ? 3000 : 300_000 }

    var kind: String { self == .tinyEvents ? "truncated" : "malformed" }

    var compressed: [UInt8] {
        var bits = BitWriter()
        // One last block with the fixed codes (RFC 1951, 3.2.6).
        bits.add(0b011, count: 3)
        for byte in start.utf8 { bits.add(code: 0x30 + Int(byte), count: 8) }
        let (distance, extra) = Self.distance(start.utf8.count)
        for _ in 0..<repeats {
            bits.add(code: 0b1100_0101, count: 8)
            bits.add(code: distance, count: 5)
            bits.add(0, count: extra)
        }
        bits.add(code: 0, count: 7)
        return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + bits.bytes + [UInt8](repeating: 0, count: 8)
    }

    private static func distance(_ length: Int) -> (code: Int, extra: Int) {
        length <= 4 ? (length - 1, 0) : length <= 6 ? (4, 1) : (5, 1)
    }
}

/// Bits in deflate's order.
private struct BitWriter {
    var bytes: [UInt8] = []
    private var free = 0

    mutating func add(_ value: Int, count: Int) {
        for place in 0..<count { add(bit: value >> place & 1) }
    }

    /// A Huffman code goes in from its highest bit.
    mutating func add(code: Int, count: Int) {
        for place in (0..<count).reversed() { add(bit: code >> place & 1) }
    }

    private mutating func add(bit: Int) {
        if free == 0 {
            bytes.append(0)
            free = 8
        }
        bytes[bytes.count - 1] |= UInt8(bit << (8 - free))
        free -= 1
    }
}
