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

    // MARK: Figures need a base

    /// Three hundred pieces in one read made 3388447.5 tok/s of the microseconds between them.
    @Test(arguments: [0, 1, 30])
    func whatCameAtOnceHasNoSpeed(microseconds: Int) {
        var figures = StreamFigures()
        for number in 0..<300 {
            var event = event(400, content: "x")
            event.time += .microseconds(number * microseconds)
            figures.add(event: event)
        }
        figures.add(event: event(410, tokens: 300))
        #expect(figures.pace == .atOnce)
        #expect(figures.tokensPerSecond == nil)
    }

    @Test func aReadThatBringsSeveralPiecesIsNoGapOfNothing() {
        var figures = StreamFigures()
        for time in [100, 100, 100, 200, 200, 300] { figures.add(event: event(time, content: "x")) }
        #expect(figures.recentGaps == [.milliseconds(100), .milliseconds(100)])
        #expect(figures.tokenReads == 3)
        #expect(figures.tokensPerSecond == 25)
    }

    @Test func aHeapOfTokensInFewReadsHasNoSpeed() {
        var figures = StreamFigures()
        for time in [100, 150] { figures.add(event: event(time, content: "x", tokens: 300)) }
        #expect(figures.pace == .inReads(2))
        for time in [200, 250, 300] { figures.add(event: event(time, content: "x")) }
        #expect(figures.tokensPerSecond.map { Int($0.rounded()) } == 1495)
    }

    @Test func oneTokenHasNoPaceAndOneGapNoQuantiles() {
        var figures = StreamFigures()
        figures.add(event: event(100, content: "x", tokens: 1))
        #expect(figures.pace == nil)
        #expect(figures.longestGap == nil)
        figures.add(event: event(300, content: "x"))
        #expect(figures.longestGap == .milliseconds(200))
        #expect(figures.medianGap == nil)
        #expect(figures.gap95 == nil)
    }

    @Test func thinkingThatDidNotComeIsNoSpeedOfWhatDid() {
        func figures(reasoning: String) -> StreamFigures {
            var figures = StreamFigures()
            figures.add(
                event: event(100, content: reasoning.isEmpty ? "a" : "", reasoning: reasoning))
            for time in 2...5 { figures.add(event: event(time * 100, content: "x")) }
            var usage = event(600, tokens: 1005)
            usage.delta?.usage?.reasoningTokens = 1000
            figures.add(event: usage)
            return figures
        }
        #expect(figures(reasoning: "").tokensPerSecond == 10)
        #expect(figures(reasoning: "hm").tokensPerSecond == 2510)
    }

    @Test(arguments: [Int.max, Int.min, 0, -1])
    func noCountOfAServerBreaksAFigure(count: Int) {
        var figures = StreamFigures()
        for time in 1...5 { figures.add(event: event(time * 100, content: "x", tokens: count)) }
        var usage = event(600, tokens: count)
        usage.delta?.usage?.reasoningTokens = count
        figures.add(event: usage)
        #expect(figures.tokensPerSecond == 10)
    }

    @Test func pausesAreToldWithTheirPlace() {
        var figures = StreamFigures()
        var time = 500
        for number in 0..<40 {
            time += number == 20 ? 300 : number == 30 ? 1500 : 20
            figures.add(event: event(time, content: "x"))
        }
        #expect(figures.pauses.map(\.length) == [.milliseconds(300), .milliseconds(1500)])
        #expect(figures.pauses.map(\.start) == [.milliseconds(900), .milliseconds(1380)])
        var slow = StreamFigures()
        for time in [100, 900, 1700, 2500] { slow.add(event: event(time, content: "x")) }
        #expect(slow.pauses == [])
        for number in 0..<500 { slow.add(event: event(10_000 * (number + 1), content: "x")) }
        #expect(slow.pauses.count == 64)
    }

    @Test func theReportHasItsGaps() throws {
        var figures = StreamFigures()
        for time in [500, 600, 700, 2700] {
            figures.add(event: event(time, content: "x", tokens: 4))
        }
        let reading = Reading(
            #"data: {"choices":[{"delta":{"content":"x"}}],"usage":{"completion_tokens":4}}"#
                + "\n\ndata: [DONE]\n\n")
        func timings(_ figures: StreamFigures) -> JSONValue? {
            AnswerReport.json(
                answer: reading.reader.answer, end: ExchangeEnd(done: true), head: nil,
                figures: figures)["timings"]
        }
        let gaps = try #require(timings(figures)?["gaps"])
        #expect(gaps.members?.map(\.name) == ["p50", "p95", "longest", "pauses"])
        #expect(gaps["longest"]?.double == 2)
        #expect(gaps["pauses"]?[0]?[0]?.double.map { Int($0 * 10 + 0.5) } == 7)
        #expect(gaps["pauses"]?[0]?[1]?.double == 2)
        #expect(timings(figures)?["tokens_per_second"]?.double.map { Int($0 * 100) } == 136)
        var atOnce = StreamFigures()
        atOnce.add(event: event(500, content: "xx", tokens: 4))
        #expect(timings(atOnce)?["tokens_per_second"] == .null)
        #expect(timings(atOnce)?["gaps"] == .null)
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
