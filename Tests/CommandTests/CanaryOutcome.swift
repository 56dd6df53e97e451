import Support

/// A server that knows the key, and repeats it in all that it says.
struct CanaryOutcome: Sendable {
    var name: String
    var script: [TestStep]
    var status: Int32 = 1
    var arguments: [String] = []

    private static let everything = Canary.spellings.joined(separator: " ")
    private static let echo = ["X-Key: \(Canary.key)", "X-Auth: \(Canary.spellings[6])"]
    private static let json = ["Content-Type: application/json"] + echo
    /// In JSON as an encoder writes it, and once as it never would.
    private static let inJSON = everything.replacing("\"", with: "")

    private static func chunk(_ content: String) -> TestStep {
        .chunk(#"data: {"choices":[{"index":0,"delta":{"content":"\#(content)"}}]}"# + "\n\n")
    }

    private static func document(_ content: String) -> String {
        #"{"id":"\#(Canary.key)","model":"m-\#(Canary.key)","choices":[{"index":0,"message":"#
            + #"{"content":"\#(content)","reasoning_content":"\#(content)"},"#
            + #""finish_reason":"stop"}],"usage":{"total_tokens":3}}"#
    }

    static let all: [CanaryOutcome] = [
        CanaryOutcome(
            name: "streamed",
            script: [
                .head(
                    200, ["Content-Type: text/event-stream", "Transfer-Encoding: chunked"] + echo),
                .chunk(": \(everything)\n\n"), chunk(inJSON),
                .chunk("data: not json \(everything)\n\n"),
                .chunk(Streams.finish(reason: "stop")), .chunk("data: [DONE]\n\n"), .lastChunk,
            ], status: 0),
        CanaryOutcome(
            name: "token by token",
            script: [.streamHead] + Canary.key.map { chunk(String($0)) } + [
                .chunk(Streams.finish(reason: "stop")), .chunk("data: [DONE]\n\n"), .lastChunk,
            ], status: 0),
        CanaryOutcome(
            name: "plain", script: TestStep.answer(200, document(inJSON), headers: json), status: 0,
            arguments: ["--no-stream", "--show-reasoning"]),
        CanaryOutcome(
            name: "api error",
            script: TestStep.answer(
                401,
                #"{"error":{"message":"bad key \#(inJSON)","code":"\#(Canary.key)","type":"\#(Canary.key)"}}"#,
                headers: json + ["x-request-id: \(Canary.key)"])),
        CanaryOutcome(
            name: "page",
            script: TestStep.answer(
                502, "<html><title>bad \(everything)</title>\(everything)</html>",
                headers: ["Content-Type: text/html"] + echo)),
        CanaryOutcome(
            name: "plain text", script: TestStep.answer(500, everything, headers: echo)),
        CanaryOutcome(
            name: "stream error",
            script: [
                .streamHead, chunk("so far"), .chunk(#"data: {"error":{"message":"\#(inJSON)"}}"#),
                .chunk("\n\n"), .lastChunk,
            ]),
        CanaryOutcome(
            name: "truncated",
            script: [.streamHead, chunk("half \(inJSON)"), .chunk("data: \(everything)"), .close]),
        CanaryOutcome(
            name: "malformed",
            script: TestStep.answer(200, "<title>\(everything)</title>", headers: echo)),
        CanaryOutcome(
            name: "redirect",
            script: TestStep.answer(
                307, everything,
                headers: [
                    "Location: http://127.0.0.1:1/?key=\(Canary.spellings[1])&k=\(Canary.key)"
                ])
        ),
        CanaryOutcome(name: "no answer", script: [.close]),
        CanaryOutcome(name: "no HTTP", script: [.text(everything + "\r\n\r\n"), .close]),
        CanaryOutcome(
            name: "broken head",
            script: [
                .text("HTTP/1.1 200 \(Canary.key)\r\n\(Canary.key): \(Canary.key)\r\n"), .reset,
            ]),
        CanaryOutcome(
            name: "compressed", script: Gzip.answer(200, document(inJSON)), status: 0,
            arguments: ["--no-stream"]),
        CanaryOutcome(
            name: "compressed error",
            script: Gzip.answer(400, #"{"error":{"message":"\#(inJSON)"}}"#)),
    ]
}
