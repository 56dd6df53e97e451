import ChatCompletions
import Testing
import Words

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
        #expect(failure.sentence.english == sentence)
        #expect(failure.advice.english.contains(advice) || advice.isEmpty && failure.advice.isEmpty)
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
            #expect(failure.advice.english.contains(advice), "\(failure.advice.english)")
        }
    }

    @Test(arguments: [
        Failure.Kind.api, .http, .stream, .truncated, .malformed, .redirect, .transport, .cancelled,
    ])
    func everyKindHasASentenceAndANextStep(kind: Failure.Kind) {
        let phases: [Failure.Phase?] = [
            nil, .key, .header, .url, .nameLookup, .connect, .tls, .send, .firstByte, .body,
            .silence,
            .limit,
        ]
        for phase in phases {
            for status in [
                nil, 200, 400, 401, 402, 403, 404, 408, 413, 418, 422, 429, 500, 503, 529,
            ] {
                let failure = Failure(kind, "words", status: status, phase: phase)
                #expect(failure.sentence.english.hasSuffix("."))
                #expect(failure.advice.english.hasSuffix(".") || kind == .cancelled)
            }
        }
    }

    // MARK: What can be done in Fader

    private static let tower = {
        var provider = Provider.generic
        provider.id = "tower"
        provider.endpoints = [Provider.Endpoint("https://tower.example/v1")]
        return provider
    }()

    private func advice(
        _ failure: Failure, url: String = "https://tower.example/v1", _ parameters: Parameters
    ) -> (line: String, screen: String) {
        var scenes = [AdviceScene.Place.commandLine, .workbench(AdviceScene.Keys())].map {
            AdviceScene($0, baseURL: url, provider: Self.tower, parameters: parameters)
        }
        scenes[0].offersRetries = true
        return (failure.advice(in: scenes[0]).english, failure.advice(in: scenes[1]).english)
    }

    @Test func aServerThatRefusesStreamOptionsIsToldOnce() {
        for message in [
            "Extra inputs are not permitted: body.stream_options",
            "Unknown parameter: include_usage",
        ] {
            for status in [400, 422] {
                let (line, screen) = advice(Failure(.api, message, status: status), Parameters())
                let words = #"Write stream_usage = "never" under [providers.tower] in config.toml"#
                #expect(line.hasPrefix(words))
                #expect(screen == line)
            }
        }
    }

    @Test func aParameterThatTheServerNamesCanBeTakenBack() {
        var parameters = Parameters()
        parameters["top_k"] = 5
        parameters["n"] = 2
        let refused = Failure(.api, "Unsupported parameter: 'top_k'", status: 400)
        let (line, screen) = advice(refused, parameters)
        #expect(line == "Change -p top_k=…, or leave it out.")
        #expect(
            screen == "Change top_k in Parameters (alt-3), or press x there: then it is not sent.")
        let short = Failure(.api, "body.n: must be 1", status: 422)
        #expect(advice(short, parameters).line == "Change -p n=…, or leave it out.")
        let none = Failure(.api, "no n here, nor a stop_k", status: 400)
        #expect(advice(none, parameters).line.contains("--dry-run"))
        #expect(advice(none, parameters).screen.contains("Traffic (alt-4)"))
    }

    @Test func theOtherNameOfALengthIsNamed() {
        let failure = Failure(
            .api, "'max_tokens' is not supported. Use 'max_completion_tokens' instead.", status: 400
        )
        let (line, screen) = advice(failure, Parameters())
        #expect(line == "Send -p max_completion_tokens=N in place of max_tokens.")
        #expect(screen.contains("press x on max_tokens and set max_completion_tokens"))
    }

    @Test(arguments: [
        ("This model does not support streaming", "--no-stream", "Switch stream off"),
        ("only support stream mode, please enable the stream", "--stream", "Switch stream on"),
        ("System role not supported", "--system", "alt-y"),
        ("maximum context length is 2048", "-p max_tokens=N", "ctrl-n begins anew"),
        ("Model Not Exist", "`fader models --provider tower`", "ctrl-g"),
        ("The plain HTTP request was sent to HTTPS port", "--base-url", "[providers.tower]"),
    ])
    func everyPlaceHasItsOwnWay(message: String, line: String, screen: String) {
        let found = advice(Failure(.api, message, status: 400), Parameters())
        #expect(found.line.contains(line), "\(found.line)")
        #expect(found.screen.contains(screen), "\(found.screen)")
        for key in ["ctrl-", "alt-", "Parameters ("] { #expect(!found.line.contains(key)) }
        #expect(!found.screen.contains("-p "))
    }

    @Test func aPlainPortIsNoMatterOfCertificates() {
        let failure = Failure(
            .transport, "no secure connection to tower: SSL routines::wrong version number",
            phase: .tls)
        let (line, screen) = advice(failure, Parameters())
        #expect(
            line == "That port speaks plain HTTP: make the base URL http://tower.example/v1 "
                + "(--base-url, or base_url under [providers.tower] in config.toml).")
        #expect(screen.contains("http://tower.example/v1 (base_url under [providers.tower]"))
        let whole = AdviceScene(
            .commandLine, baseURL: "https://tower.example/v1/chat/completions",
            provider: Self.tower)
        #expect(failure.advice(in: whole).english.contains("http://tower.example/v1 ("))
    }

    @Test func aTLSPortIsNoMatterOfPatience() {
        let url = "http://tower.example/v1"
        let empty = Failure(.transport, "closed without an answer", phase: .firstByte)
        #expect(advice(empty, url: url, Parameters()).line.contains("https://tower.example/v1"))
        #expect(!advice(empty, Parameters()).line.contains("TLS"))
        for words in ["x closed the kept connection", "x broke off within the answer's headers"] {
            let plain = Failure(.transport, words, phase: .firstByte)
            #expect(!advice(plain, url: url, Parameters()).line.contains("TLS"))
        }
        let alert = Failure(
            .transport, "what answers at tower:443 does not speak HTTP", phase: .connect)
        #expect(advice(alert, url: url, Parameters()).line.contains("https://tower.example/v1"))
        let late = Failure(.transport, "no answer within 10 min", phase: .firstByte)
        #expect(advice(late, url: url, Parameters()).line.contains("headers under [network]"))
    }

    /// A key or an option that is named must be one; nothing is left to be guessed.
    @Test(arguments: [
        (Failure(.transport, "60 s", phase: .silence), "silence under [network] in config.toml"),
        (Failure(.transport, "x", phase: .nameLookup), "base_url under [providers.tower]"),
        (
            Failure(.transport, "no name of the proxy x", phase: .nameLookup),
            "proxy under [network]"
        ),
        (Failure(.transport, "x", phase: .tls), "certificates under [network]"),
        (Failure(.malformed, "A web page"), "base_url under [providers.tower]"),
        (Failure(.redirect, "302"), "base_url under [providers.tower]"),
        (Failure(.api, "x", status: 401), "FADER_API_KEY"),
        (Failure(.api, "x", status: 504), "shorter"),
    ])
    func theSettingIsNamed(failure: Failure, setting: String) {
        let (line, screen) = advice(failure, Parameters())
        #expect(line.contains(setting), "\(line)")
        #expect(screen.contains(setting), "\(screen)")
    }

    @Test func anotherTryIsOfferedOnlyWhereThereIsOne() {
        let busy = Failure(.http, "HTTP 503", status: 503, retryAfterMilliseconds: 2000)
        #expect(advice(busy, Parameters()).line.hasSuffix("again; --retries 3 does so by itself."))
        #expect(advice(busy, Parameters()).screen.hasSuffix("ctrl-r; alt-w does so by itself."))
        let late = Failure(.stream, "overloaded", status: 200)
        #expect(!advice(late, Parameters()).line.contains("--retries"))
        #expect(!advice(late, Parameters()).screen.contains("alt-w"))
    }

    @Test(arguments: [
        (0, "Wait a little, then send it again"), (1, "Wait 1 s, then"),
        (119_000, "Wait 119 s, then"), (7_199_000, "Wait 120 min, then"),
        (10_801_000, "Wait 4 h, then"), (86_399_000, "Wait 24 h, then"),
        (86_400_000, "Wait a day or longer, then"),
    ])
    func aWaitIsSaidInAUnitThatOneReckonsWith(wait: Int, words: String) {
        let failure = Failure(.http, "busy", status: 429, retryAfterMilliseconds: wait)
        let (line, screen) = advice(failure, Parameters())
        #expect(line.hasPrefix(words), "\(line)")
        // Neither waits so long.
        #expect(line.contains("--retries") == (wait <= 300_000))
        #expect(screen.contains("alt-w") == (wait > 0 && wait < 86_400_000))
    }

    @Test func whatWasTriedIsNotAdvised() {
        let busy = Failure(.http, "HTTP 503", status: 503)
        var scene = AdviceScene(.commandLine)
        scene.offersRetries = true
        #expect(busy.advice(in: scene).english.contains("--retries 3"))
        scene.offersRetries = false
        #expect(!busy.advice(in: scene).english.contains("--retries"))
    }

    /// A sentence goes on after a colon.
    @Test func noSentenceBeginsWithinAnother() {
        let bodies = [
            text("x"),
            "data: {\"choices\":[{\"delta\":{\"content\":\"x\"}}]}\n\nevent: error\ndata:\n\n",
        ]
        for body in bodies {
            let sentence = Reading(body).failure?.sentence.english ?? ""
            let rest = sentence.split(separator: ": ", maxSplits: 1).last ?? ""
            #expect(rest != sentence[...] && rest.first?.isLowercase == true, "\(sentence)")
        }
        let kept = Failure(.transport, "SSL connection failed", phase: .body).sentence.english
        #expect(kept == "The answer broke off: SSL connection failed.")
    }

    @Test func anEmptyListOfChoicesIsNoWebPage() {
        let empty = Reading(#"{"choices":[]}"#, streams: false).failure
        #expect(empty?.sentence.english == "The answer's list of choices is empty.")
        #expect(empty?.advice.english.hasPrefix("Send it again; if nothing comes again") == true)
        let other = Reading(#"{"hello":1}"#, streams: false).failure
        #expect(other?.advice.english.contains("/v1") == true)
        #expect(other?.advice.english.contains("web page") == false)
        let page = Reading("<html><title>Hello</title>", streams: false).failure
        #expect(page?.advice.english.contains("a web page is not an API") == true)
    }

    @Test func whatWasTooMuchIsNoQuestionOfTheBaseURL() {
        let failure = Failure(.malformed, "A line of the answer does not end.", phase: .limit)
        #expect(failure.sentence.english == "A line of the answer does not end.")
        #expect(failure.advice.english.contains("no chat answer"))
    }

    @Test func aServerOnTheOwnMachineCanBeStarted() {
        let failure = Failure(.transport, "refused", phase: .connect)
        #expect(
            failure.advice(sentTo: "http://127.0.0.1:8080/v1").english.contains("Start the server"))
        #expect(
            !failure.advice(sentTo: "https://api.ppio.com").english.contains("Start the server"))
    }
}
