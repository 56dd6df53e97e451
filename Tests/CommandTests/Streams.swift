import ChatCompletions
import Support

/// What a provider says in these tests.
enum Streams {
    /// An event stream with these pieces of content, its end included.
    static func answer(_ pieces: [String], usage: Bool = true) -> [TestStep] {
        [.streamHead] + pieces.map { .chunk(chunk(content: $0)) } + [
            .chunk(finish(reason: "stop", usage: usage)), .chunk("data: [DONE]\n\n"), .lastChunk,
        ]
    }

    static func chunk(content: String, index: Int = 0) -> String {
        event(["index": .integer(index), "delta": ["content": .string(content)]])
    }

    static func chunk(reasoning: String) -> String {
        event(["index": 0, "delta": ["reasoning_content": .string(reasoning)]])
    }

    static func finish(reason: String, index: Int = 0, usage: Bool = false) -> String {
        var chunk: JSONValue = [
            "model": "tiny",
            "choices": [
                ["index": .integer(index), "delta": [:], "finish_reason": .string(reason)]
            ],
        ]
        if usage {
            chunk["usage"] = ["prompt_tokens": 3, "completion_tokens": 2, "total_tokens": 5]
        }
        return "data: \(chunk.text)\n\n"
    }

    private static func event(_ choice: JSONValue) -> String {
        let chunk: JSONValue = ["model": "tiny", "choices": [choice]]
        return "data: \(chunk.text)\n\n"
    }
}

extension CommandDesk {
    /// `fader send` to a server.
    func send(
        to provider: TestProvider,
        _ arguments: String...,
        input: String? = nil,
        environment: [String: String] = [:]
    ) async throws -> CommandRun {
        try await run(
            ["send", "--base-url", provider.baseURL, "--model", "tiny"] + arguments,
            input: input.map { Array($0.utf8) },
            environment: environment
        )
    }
}
