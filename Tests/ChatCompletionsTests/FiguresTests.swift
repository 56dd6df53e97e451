import ChatCompletions
import Testing

@Suite struct FiguresTests {
    private func event(
        _ milliseconds: Int, content: String = "", reasoning: String = "", tokens: Int? = nil
    )
        -> StreamEvent
    {
        var choice = ChoiceDelta(index: 0)
        choice.content = content
        choice.reasoning = reasoning
        var delta = Delta()
        delta.choices = [choice]
        delta.usage = tokens.map { Usage(completionTokens: $0) }
        return StreamEvent(
            number: 0, kind: .data, data: "", time: .milliseconds(milliseconds), delta: delta
        )
    }

    @Test func theFirstTokensAndTheSpeedAreFound() {
        var figures = StreamFigures()
        figures.add(event: event(100))
        figures.add(event: event(200, reasoning: "hm"))
        figures.add(event: event(300, content: "a"))
        #expect(figures.tokensPerSecond == 10)
        figures.add(event: event(400, content: "b", tokens: 21))
        figures.add(event: StreamEvent(number: 9, kind: .comment, data: "", time: .seconds(9)))
        #expect(figures.firstToken == .milliseconds(200))
        #expect(figures.firstVisible == .milliseconds(300))
        #expect(figures.latestToken == .milliseconds(400))
        #expect(figures.tokensPerSecond.map { Int($0 + 0.5) } == 100)
        #expect(figures.recentGaps == [.milliseconds(100), .milliseconds(100)])
    }

    @Test func quantilesAreWithinATenth() throws {
        var figures = StreamFigures()
        var time = 0
        for gap in 1...1000 {
            time += gap
            figures.add(event: event(time, content: "x"))
        }
        let median = try #require(figures.medianGap) / Duration.milliseconds(1)
        let high = try #require(figures.gap95) / Duration.milliseconds(1)
        #expect(abs(median - 500) < 50)
        #expect(abs(high - 950) < 95)
        #expect(figures.longestGap == .seconds(1))
        #expect(figures.recentGaps.count == 64)
    }

    @Test func theReportHasEveryMember() {
        var timings = Timings()
        timings.firstToken = .milliseconds(500)
        timings.completed = .milliseconds(1500)
        let reading = Reading(
            #"data: {"choices":[{"delta":{"content":"x"}}],"usage":{"completion_tokens":7}}"#
                + "\n\ndata: [DONE]\n\n"
        )
        let end = ExchangeEnd(timings: timings, done: true, requestID: "r")
        let json = AnswerReport.json(
            answer: reading.reader.answer,
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
