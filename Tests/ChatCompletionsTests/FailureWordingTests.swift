import ChatCompletions
import Testing

@Suite struct FailureWordingTests {
    @Test(
        arguments: [
            (
                Failure(.api, "Incorrect API key provided: sk-xx.", status: 401),
                "HTTP 401 Unauthorized: Incorrect API key provided: sk-xx.", "Check the key"
            ),
            (Failure(.api, "no", status: 403), "HTTP 403 Forbidden: no.", "permissions"),
            (Failure(.api, "Not Found", status: 404), "HTTP 404 Not Found: Not Found.", "base URL"),
            (
                Failure(.api, "balance", status: 200),
                "The service answered with an error: balance.", "traffic"
            ),
            (
                Failure(.api, "slow\ndown", status: 429, retryAfterMilliseconds: 1500),
                "HTTP 429 Too Many Requests: slow down.", "Wait 2 s"
            ),
            (
                Failure(.api, "maximum context length is 2048 tokens", status: 400),
                "HTTP 400 Bad Request: maximum context length is 2048 tokens.", "Shorten"
            ),
            (
                Failure(.api, "x", status: 429, code: "insufficient_quota"),
                "HTTP 429 Too Many Requests: x.", "balance"
            ),
            (
                Failure(
                    .http, "HTTP 502 Bad Gateway", status: 502, retryAfterMilliseconds: 600_000),
                "HTTP 502 Bad Gateway.", "wait 10 min"
            ),
            (
                Failure(.stream, "boom!", status: 200),
                "The service broke the answer off with an error: boom!", "traffic"
            ),
            (
                Failure(.truncated, "no [DONE]"),
                "The answer was cut off, what had come is kept: no [DONE].", "again"
            ),
            (Failure(.malformed, "A web page"), "A web page.", "/v1"),
            (
                Failure(.redirect, "HTTP 302 Found: the server points to https://x/"),
                "HTTP 302 Found: the server points to https://x/, which is never followed.",
                "the key"
            ),
            (
                Failure(.transport, "refused", phase: .connect),
                "No connection could be made: refused.",
                "network"
            ),
            (Failure(.transport, "x", phase: .tls), "No secure connection could be made: x.", "CA"),
            (
                Failure(.transport, "x", phase: .nameLookup),
                "The server's name could not be found: x.",
                "spelling"
            ),
            (
                Failure(.transport, "60 s", phase: .silence), "The server went silent: 60 s.",
                "limit"
            ),
            (Failure(.cancelled, ""), "The answer was stopped.", ""),
        ] as [(Failure, String, String)])
    func aFactBecomesASentenceAndAdvice(failure: Failure, sentence: String, advice: String) {
        #expect(failure.sentence == sentence)
        #expect(failure.advice.contains(advice) || advice.isEmpty && failure.advice.isEmpty)
    }

    @Test func aServerOnTheOwnMachineCanBeStarted() {
        let failure = Failure(.transport, "refused", phase: .connect)
        #expect(failure.advice(sentTo: "http://127.0.0.1:8080/v1").contains("Start the server"))
        #expect(!failure.advice(sentTo: "https://api.ppio.com").contains("Start the server"))
    }
}
