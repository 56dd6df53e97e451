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
}
