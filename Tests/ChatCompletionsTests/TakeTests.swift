import ChatCompletions
import Corpora
import Testing

/// One value for an exchange.
@Suite struct TakeTests {
    private func take(_ pieces: [[UInt8]], failing failure: Failure? = nil) -> Take {
        var take = Take(exchange: ExchangeID(rawValue: "e"))
        take.add(
            .request(
                SentRequest(
                    started: Timestamp(milliseconds: 77), method: "POST", url: "", headers: [],
                    body: [])))
        var head = ResponseHead.fine
        head.time = .milliseconds(100)
        take.add(.head(head))
        var reader = AnswerReader(
            streamRequested: true, status: 200, headers: head.headers, url: "")
        for (number, piece) in pieces.enumerated() {
            let time = Duration.milliseconds(200 + 100 * number)
            take.add(
                .read(WireRead(time: time, bytes: piece, events: reader.read(piece, at: time))))
        }
        let ending = reader.end(transportFailure: failure, at: .seconds(9))
        var end = ExchangeEnd(failure: ending.failure, done: ending.done, skipped: ending.skipped)
        end.oddities = reader.oddities
        take.add(.ended(end))
        return take
    }

    @Test func everythingIsComputedFromIt() {
        let thought = chunk(#""reasoning_content":"hm""#)
        let usage = data(#"{"choices":[],"usage":{"completion_tokens":7}}"#)
        let pieces = [thought, text("a"), text("b", finish: "stop"), usage + done]
        let take = take(pieces.map { Array($0.utf8) })
        #expect(take.started == Timestamp(milliseconds: 77))
        #expect(take.head?.status == 200)
        #expect(take.answer.choices.first?.content == "ab")
        #expect(take.isOver && take.failure == nil)
        #expect(take.finishReason == "stop")
        #expect(take.answerTokens == 7)
        #expect(take.timings.firstByte == .milliseconds(100))
        #expect(take.timings.firstToken == .milliseconds(200))
        #expect(take.timings.firstVisible == .milliseconds(300))
        #expect(take.thinkingTime == .milliseconds(100))
        #expect(take.oddities.isEmpty)
        #expect(take.log.eventCount == 5)
        #expect(take.log.rows.map(\.number) == [0, 1, 2, 3, 4])
        #expect(take.arrivals.all.map(\.events) == [1, 1, 1, 2])
        #expect(take.arrivals.all.map(\.start) == [200, 300, 400, 500].map { .milliseconds($0) })
    }

    @Test func anAnswerThatWasCutStays() {
        let cut = Failure(.transport, "reset", phase: .body)
        let take = take([Array(text("so far").utf8)], failing: cut)
        #expect(take.failure?.kind == .truncated)
        #expect(take.answer.choices.first?.content == "so far")
        #expect(take.finishReason == nil)
        #expect(take.answerTokens == 1)
    }

    @Test func beforeTheEndThereAreFiguresToo() {
        var take = Take(exchange: ExchangeID(rawValue: "e"))
        #expect(take.timings == Timings())
        var choice = ChoiceDelta(index: 1)
        choice.content = "x"
        choice.finishReason = "stop"
        var delta = Delta()
        delta.choices = [choice]
        let event = StreamEvent(number: 0, kind: .data, data: "", time: .seconds(1), delta: delta)
        take.add(.read(WireRead(time: .seconds(1), bytes: [1], events: [event])))
        #expect(take.timings.firstToken == .seconds(1))
        #expect(!take.isOver)
        #expect(take.finishReason == nil)
    }

    @Test func theLogKeepsTheLatestEvents() {
        var log = EventLog()
        for number in 0..<10_000 {
            let event = StreamEvent(number: number, kind: .data, data: "x", time: .zero)
            log.add(WireRead(time: .zero, bytes: Array(repeating: 1, count: 100), events: [event]))
        }
        #expect(log.eventCount == 10_000)
        #expect((EventLog.rowLimit...EventLog.rowLimit * 5 / 4).contains(log.rows.count))
        #expect(log.rows.last?.number == 9_999)
        #expect(log.droppedCount == 10_000 - log.rows.count)
        #expect(log.bodyStart.count == EventLog.bodyLimit)
        #expect(log.byteCount == 1_000_000)
        let long = String(repeating: "x", count: EventLog.rowByteLimit * 2)
        for number in 0..<3 {
            let event = StreamEvent(number: number, kind: .data, data: long, time: .zero)
            log.add(WireRead(time: .zero, bytes: [], events: [event]))
        }
        #expect(log.rows.map(\.number) == [2])
    }

    @Test func whatTheVeryLatestEventsDidIsKept() {
        var log = EventLog()
        for number in 0..<1_000 {
            let event = StreamEvent(
                number: number, kind: .data, data: "x", time: .zero, delta: Delta())
            log.add(WireRead(time: .zero, bytes: [], events: [event]))
        }
        #expect(log.rows.filter { $0.delta != nil }.map(\.number) == Array(872..<1_000))
    }

    @Test func arrivalsAreBoundedAndLoseNothing() {
        var arrivals = Arrivals()
        let count = 3 * Arrivals.limit + 17
        for number in 0..<count {
            arrivals.add(WireRead(time: .milliseconds(number), bytes: [1, 2]))
        }
        #expect(arrivals.all.count <= Arrivals.limit)
        #expect(arrivals.all.count > Arrivals.limit / 2)
        #expect(arrivals.all.reduce(0) { $0 + $1.reads } == count)
        #expect(arrivals.all.reduce(0) { $0 + $1.bytes } == 2 * count)
        #expect(arrivals.all.first?.start == .zero)
        #expect(arrivals.all.last?.end == .milliseconds(count - 1))
        #expect(arrivals.all.dropLast().allSatisfy { $0.reads == 4 })
    }
}
