import ChatCompletions
import Testing

/// Errors, in the dozen shapes in which they come.
@Suite struct ErrorOddityTests {
    @Test(arguments: [
        (502, "<html><head><title>502 Bad Gateway</title></head></html>", "HTTP 502 Bad Gateway"),
        (
            524, "<!DOCTYPE html><TITLE>x.com | 524: A timeout\n occurred</TITLE>",
            "HTTP 524 A Timeout Occurred: x.com | 524: A timeout occurred"
        ),
        (502, "error code: 502", "HTTP 502 Bad Gateway: error code: 502"),
        (
            503, "upstream connect error or disconnect/reset before headers",
            "HTTP 503 Service Unavailable: upstream connect error or disconnect/reset before headers"
        ),
    ])
    func aPageGivesItsStatusAndTitleAndNoMarkup(status: Int, page: String, message: String) {
        reading(page, status: status) {
            #expect($0.failure?.kind == .http)
            #expect($0.failure?.message == message)
            #expect($0.failure?.status == status)
        }
    }

    @Test func aPageInPlaceOfAnAnswerNamesItsTitleAndTheURL() {
        reading("<html><title>Open WebUI</title></html>") {
            #expect($0.failure?.kind == .malformed)
            #expect($0.failure?.message.contains("Open WebUI") == true)
            #expect($0.failure?.message.contains("http://127.0.0.1:1/v1/chat/completions") == true)
        }
    }

    @Test(
        arguments: [
            (#"{"error":{"message":"no","type":"t","code":"c"}}"#, "no", "c", "t"),
            (#"{"error":{"message":"no","code":1001}}"#, "no", "1001", nil),
            (#"{"error":"no"}"#, "no", nil, nil),
            (#"[{"error":{"message":"no","code":400,"status":"INVALID"}}]"#, "no", "400", nil),
            (#"{"object":"error","message":"no","type":"t","code":40001}"#, "no", "40001", "t"),
            (#"{"code":"c","message":"no","request_id":"r"}"#, "no", "c", nil),
            (#"{"code":400,"reason":"R","message":"no","metadata":{}}"#, "no", "400", nil),
            (#"{"detail":"no"}"#, "no", nil, nil),
            (#"{"detail":[{"loc":["body","n"],"msg":"no"}]}"#, "body.n: no", nil, nil),
            (#"{"message":"no"}"#, "no", nil, nil),
            (#"{"msg":"no","code":20012}"#, "no", "20012", nil),
            (#"{"errors":[{"message":"no","code":7}]}"#, "no", "7", nil),
            (#"{"base_resp":{"status_code":1004,"status_msg":"no"}}"#, "no", "1004", nil),
            (#"{"error":{"message":["no","way"]}}"#, "no\nway", nil, nil),
            (#"{"error":{"code":"1261","message":"Prompt 超长"}}"#, "Prompt 超长", "1261", nil),
            (
                #"{"error":{"code":400,"message":"no","type":"exceed_context_size_error","n_ctx":4096}}"#,
                "no", "400", "exceed_context_size_error"
            ),
        ] as [(String, String, String?, String?)])
    func anErrorsPartsAreFound(body: String, message: String, code: String?, type: String?) {
        reading(body, status: 400) {
            #expect($0.failure?.kind == .api)
            #expect($0.failure?.message == message)
            #expect($0.failure?.code == code)
            #expect($0.failure?.type == type)
            #expect($0.failure?.status == 400)
        }
    }

    @Test func aBareStringIsAnErrorsText() {
        reading(#""Invalid token""#, status: 401) {
            #expect($0.failure?.kind == .http)
            #expect($0.failure?.message == "HTTP 401 Unauthorized: Invalid token")
        }
    }

    @Test func theBodyOfABadStatusIsReadThoughAStreamWasAskedFor() {
        let headers = [Header("X-Request-ID", "r"), Header("Retry-After", "2")]
        reading(
            "data: {\"error\":{\"message\":\"no\"}}\n\n", status: 400, headers: headers
        ) {
            #expect($0.failure?.message == "no")
            #expect($0.failure?.requestID == "r")
            #expect($0.failure?.retryAfterMilliseconds == 2000)
        }
    }

    // errorWithGoodStatus
    @Test(arguments: [
        (#"{"error":{"message":"no","code":"c"}}"#, "no"),
        (
            #"{"base_resp":{"status_code":1008,"status_msg":"insufficient balance"}}"#,
            "insufficient balance"
        ),
    ])
    func anErrorWithAGoodStatusIsAnError(body: String, message: String) {
        reading(body) {
            #expect($0.failure?.kind == .api)
            #expect($0.failure?.message == message)
            #expect($0.failure?.status == 200)
        }
    }

    // wrongContentType, missingContentType, unaskedStream, unaskedDocument
    @Test(arguments: ["text/plain", "application/json", "application/x-ndjson", "text/html", ""])
    func theBodyIsBelievedAndNotItsType(type: String) {
        let headers = type.isEmpty ? [] : [Header("Content-Type", type)]
        for streams in [true, false] {
            reading(text("Hi") + done, streams: streams, headers: headers) {
                #expect($0.content == "Hi")
                #expect($0.failure == nil)
            }
            let document = #"{"choices":[{"message":{"content":"Hi"},"finish_reason":"stop"}]}"#
            reading(
                document, streams: streams, headers: [Header("Content-Type", "text/event-stream")]
            ) { #expect($0.content == "Hi") }
        }
    }

    @Test(
        arguments: [
            ([Header("Retry-After", "20")], 20_000), ([Header("Retry-After", "1.5")], 1500),
            ([Header("retry-after-ms", "250"), Header("Retry-After", "9")], 250),
            (
                [
                    Header("Date", "Fri, 06 Jun 2025 10:00:00 GMT"),
                    Header("Retry-After", "Fri, 06 Jun 2025 10:02:00 GMT"),
                ], 120_000
            ),
            (
                [
                    Header("X-RateLimit-Remaining-Tokens", "0"),
                    Header("X-RateLimit-Reset-Tokens", "6m0s"),
                ],
                360_000
            ),
            (
                [
                    Header("x-ratelimit-remaining-requests", "0"),
                    Header("x-ratelimit-reset-requests", "12ms"),
                ], 12
            ),
            ([Header("Retry-After", "99999999")], 86_400_000),
            ([Header("Retry-After", "soon")], nil),
        ] as [([Header], Int?)])
    func aWaitIsReadInEachOfItsForms(headers: [Header], milliseconds: Int?) {
        reading(#"{"error":{"message":"slow down"}}"#, status: 429, headers: headers) {
            #expect($0.failure?.retryAfterMilliseconds == milliseconds)
        }
    }

    @Test(arguments: [301, 302, 303, 307, 308])
    func aRedirectIsToldAndNotFollowed(status: Int) {
        let headers = [Header("Location", "https://elsewhere.example/v1")]
        reading("<html>Moved</html>", status: status, headers: headers) {
            #expect($0.failure?.kind == .redirect)
            #expect($0.failure?.status == status)
            #expect($0.failure?.message.contains("https://elsewhere.example/v1") == true)
        }
    }

    @Test func anEmptyAnswerIsNoSuccess() {
        for status in [200, 204] {
            reading("", status: status) { #expect($0.failure?.kind == .truncated) }
        }
    }

    @Test func anErrorWithinAChoiceIsOne() {
        reading(
            text("Hi") + data(#"{"choices":[{"index":0,"error":{"message":"no","code":502}}]}"#)
        ) {
            #expect($0.failure?.kind == .stream)
            #expect($0.failure?.code == "502")
            #expect($0.content == "Hi")
        }
    }
}
