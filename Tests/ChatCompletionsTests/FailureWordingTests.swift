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

    /// What services say in their own words, whatever the status.
    @Test(
        arguments: [
            ("余额不足，请充值", nil, 429, "balance"), ("账户已欠费", "Arrearage", 400, "balance"),
            ("您的账户额度不足", "insufficient_user_quota", 403, "balance"),
            ("You exceeded your current quota, please check your plan", nil, 429, "balance"),
            ("模型不存在，请检查模型代码", "1211", 400, "model's name"),
            ("当前分组 default 下对于模型 x 无可用渠道", nil, 503, "model's name"),
            ("Model Not Exist", "invalid_request_error", 400, "model's name"),
            ("The model `x` does not exist", "model_not_found", 404, "model's name"),
            ("输入超过模型上下文长度", nil, 400, "Shorten"),
            (
                "the request exceeds the available context size, try increasing it",
                "exceed_context_size_error", 400, "Shorten"
            ),
            ("Range of input length should be [1, 6000]", nil, 400, "Shorten"),
            ("Prompt 超长", "1261", 400, "Shorten"),
            ("请求过于频繁，请稍后再试", nil, 200, "Wait"),
            ("Requests rate limit exceeded", "Throttling.RateQuota", 400, "Wait"),
            ("无效的令牌", nil, 400, "key"), ("Authentication Fails (no such user)", nil, 400, "key"),
            ("Invalid API Key", nil, 403, "key"), ("身份验证失败", "1000", 401, "key"),
            ("您没有权限访问该模型", nil, 400, "permissions"),
            ("系统检测到输入或生成内容可能包含不安全或敏感内容", "1301", 400, "filter"),
            ("Loading model", "unavailable_error", 503, "loading"),
            ("当前API访问量过大，请您稍后再试", "1305", 503, "trouble"),
            ("服务器繁忙", nil, 200, "trouble"), ("no words", "502", 200, "trouble"),
        ] as [(String, String?, Int, String)])
    func adviceFollowsTheServicesOwnWords(
        message: String, code: String?, status: Int, advice: String
    ) {
        for kind in [Failure.Kind.api, .stream] {
            let failure = Failure(kind, message, status: status, code: code)
            #expect(failure.advice.contains(advice), "\(failure.advice)")
        }
    }

    @Test(arguments: [
        Failure.Kind.api, .http, .stream, .truncated, .malformed, .redirect, .transport, .cancelled,
    ])
    func everyKindHasASentenceAndANextStep(kind: Failure.Kind) {
        let phases: [Failure.Phase?] = [
            nil, .key, .url, .nameLookup, .connect, .tls, .send, .firstByte, .body, .silence,
            .limit,
        ]
        for phase in phases {
            for status in [
                nil, 200, 400, 401, 402, 403, 404, 408, 413, 418, 422, 429, 500, 503, 529,
            ] {
                let failure = Failure(kind, "words", status: status, phase: phase)
                #expect(failure.sentence.hasSuffix("."))
                #expect(failure.advice.hasSuffix(".") || kind == .cancelled)
            }
        }
    }

    @Test func whatWasTooMuchIsNoQuestionOfTheBaseURL() {
        let failure = Failure(.malformed, "A line of the answer does not end.", phase: .limit)
        #expect(failure.sentence == "A line of the answer does not end.")
        #expect(failure.advice.contains("no chat answer"))
    }

    @Test func aServerOnTheOwnMachineCanBeStarted() {
        let failure = Failure(.transport, "refused", phase: .connect)
        #expect(failure.advice(sentTo: "http://127.0.0.1:8080/v1").contains("Start the server"))
        #expect(!failure.advice(sentTo: "https://api.ppio.com").contains("Start the server"))
    }
}
