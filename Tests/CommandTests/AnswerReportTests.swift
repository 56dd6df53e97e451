import ChatCompletions
import Testing

@testable import fader

/// What `fader send --json` prints.
struct AnswerReportTests {
    private func event(_ milliseconds: Int, tokens: Int) -> StreamEvent {
        var choice = ChoiceDelta(index: 0)
        choice.content = "x"
        var delta = Delta()
        delta.choices = [choice]
        delta.usage = Usage(completionTokens: tokens)
        return StreamEvent(
            number: 0, kind: .data, data: "", time: .milliseconds(milliseconds), delta: delta)
    }

    private func read(_ body: String) -> Answer {
        var reader = AnswerReader(streamRequested: true, status: 200, headers: [], url: "")
        _ = reader.read(Array(body.utf8), at: .zero)
        _ = reader.end(transportFailure: nil, at: .zero)
        return reader.answer
    }

    @Test func theReportHasItsGaps() throws {
        var figures = StreamFigures()
        for time in [500, 600, 700, 2700] {
            figures.add(event: event(time, tokens: 4))
        }
        let answer = read(
            #"data: {"choices":[{"delta":{"content":"x"}}],"usage":{"completion_tokens":4}}"#
                + "\n\ndata: [DONE]\n\n")
        func timings(_ figures: StreamFigures) -> JSONValue? {
            AnswerReport.json(
                answer: answer, end: ExchangeEnd(done: true), head: nil,
                figures: figures)["timings"]
        }
        let gaps = try #require(timings(figures)?["gaps"])
        #expect(gaps.members?.map(\.name) == ["p50", "p95", "longest", "pauses"])
        #expect(gaps["longest"]?.double == 2)
        #expect(gaps["pauses"]?[0]?[0]?.double.map { Int($0 * 10 + 0.5) } == 7)
        #expect(gaps["pauses"]?[0]?[1]?.double == 2)
        #expect(timings(figures)?["tokens_per_second"]?.double.map { Int($0 * 100) } == 136)
        var atOnce = StreamFigures()
        atOnce.add(event: event(500, tokens: 4))
        #expect(timings(atOnce)?["tokens_per_second"] == .null)
        #expect(timings(atOnce)?["gaps"] == .null)
    }

    @Test func theReportHasEveryMember() {
        var timings = Timings()
        timings.firstToken = .milliseconds(500)
        timings.completed = .milliseconds(1500)
        let answer = read(
            #"data: {"choices":[{"delta":{"content":"x"}}],"usage":{"completion_tokens":7}}"#
                + "\n\ndata: [DONE]\n\n"
        )
        let end = ExchangeEnd(timings: timings, done: true, requestID: "r")
        let json = AnswerReport.json(
            answer: answer,
            end: end,
            head: ResponseHead(
                time: .zero, version: "HTTP/1.1", status: 200, reason: "OK", headers: []),
            exchange: ExchangeID(rawValue: "e")
        )
        #expect(
            json.text == #"{"outcome":"ok","choices":[{"index":0,"content":"x","reasoning":"","#
                + #""tool_calls":[],"finish_reason":null}],"usage":{"prompt_tokens":null,"#
                + #""completion_tokens":7,"total_tokens":null},"error":null,"done":true,"skipped":0,"#
                + #""model":null,"request_id":"r","retry_after_ms":null,"logprob_tokens":null,"#
                + #""status":200,"timings":{"connected":null,"first_byte":null,"first_token":0.5,"#
                + #""completed":1.5,"tokens_per_second":7.0},"exchange":"e","#
                + #""id":null,"system_fingerprint":null}"#
        )
    }
}
