import ChatCompletions
import Support
import Testing

/// What comes from a server that means harm costs time, and memory within bounds.
@Suite(.timeLimit(.minutes(4)))
struct BombReliabilityTests {
    /// In KiB, for any server.
    private static let most = 120 << 10

    @Test(arguments: Bomb.allCases)
    func aSmallCompressedBodyIsGivenUp(bomb: Bomb) async throws {
        let report = try await report(bomb.script)
        #expect(report["error"]?["kind"] == .string(bomb.kind), "\(report.text.prefix(300))")
    }

    /// With a key its text is made before anything else looks at it.
    @Test(arguments: Bomb.allCases)
    func theSameWithAKey(bomb: Bomb) async throws {
        let report = try await report(bomb.script, key: "sk-not-in-the-answer-0123456789")
        #expect(report["error"]?["kind"] == .string(bomb.kind), "\(report.text.prefix(300))")
    }

    @Test(arguments: [#"{"id":"model","object":"model"},"#, "0,", "[[[],[]]],"])
    func aListOfModelsWithoutEndIsRefused(piece: String) async throws {
        let piece = String(repeating: piece, count: 120_000 / piece.utf8.count)
        let endless =
            [.streamHead, .chunk(#"{"data":["#)] + [TestStep](repeating: .chunk(piece), count: 4000)
        let run = try await run(["models"], endless)
        #expect(run.status == 1)
        #expect(run.errors.contains("longer than 16 MiB"), "\(run.errors)")
    }

    @Test func aCheckOfAServerThatNeverEndsIsWithinBounds() async throws {
        let piece = String(repeating: "[0],", count: 30_000)
        let endless =
            [.streamHead, .chunk(#"{"data":["#)] + [TestStep](repeating: .chunk(piece), count: 4000)
        let run = try await run(["providers", "check"], endless)
        #expect(run.status == 1, "\(run.errors)")
    }

    /// Each is small on the wire and large in memory, and comes again and again.
    @Test(arguments: [
        #"{"choices":[*{},*{}]}"#, #"{"choices":[{"delta":{"tool_calls":[*{},*{}]}}]}"#,
        #"{"choices":[{"logprobs":{"content":[*{},*{}]}}]}"#,
        #"{"choices":[{"logprobs":{"tokens":[*"",*""]}}]}"#,
        #"{"choices":[{"logprobs":{"top_logprobs":[*[],*[]]}}]}"#,
        #"{"choices":[],*"a":0,*"b":[]}"#, #"{"choices":[{"delta":{"content":[*"",*""]}}]}"#,
    ]) func aChunkThatBecomesLargeIsWithinBounds(chunk: String) async throws {
        let parts = chunk.split(separator: "*").map(String.init)
        let line = parts[0] + String(repeating: parts[1], count: 7 << 20 / parts[1].count)
        let script =
            [TestStep.streamHead]
            + [TestStep](repeating: .chunk("data: \(line)\(parts[2])\n\n"), count: 1)
            + [.chunk("data: [DONE]\n\n"), .lastChunk]
        #expect(try await report(script)["outcome"]?.string != nil)
    }

    @Test func pieces() async throws {
        // Each piece of a choice that waits for its turn was once kept by itself.
        let chunk = Streams.chunk(content: "x", index: 1)
        let script =
            [.streamHead]
            + [TestStep](repeating: .chunk(String(repeating: chunk, count: 1000)), count: 400)
            + [.chunk("data: [DONE]\n\n"), .lastChunk]
        let run = try await run(["send", "Hi"], script)
        #expect(run.text.utf8.count > 400_000)
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

    private func report(_ script: [TestStep], key: String? = nil) async throws -> JSONValue {
        try JSONValue(parsing: try await run(["send", "--json", "Hi"], script, key: key).output)
    }

    /// Runs a command, and looks at what it took at its peak.
    private func run(
        _ command: [String], _ script: [TestStep], key: String? = nil
    ) async throws -> CommandRun {
        let provider = try TestProvider(script)
        let desk = try CommandDesk()
        let keys = key.map { ["FADER_API_KEY": $0] } ?? [:]
        let run = try await RunningCommand(
            RunningCommand.built("memory-probe"),
            [RunningCommand.binary] + command
                + ["--base-url", provider.baseURL, "--model", "tiny"],
            environment: desk.environment.merging(keys) { $1 }
        ).end()
        let peak = try #require(run.errors.split(separator: "\n").last.flatMap { Int($0) })
        #expect(peak > 1000)
        #expect(peak < Self.most, "\(peak) KiB")
        return run
    }
}
