import ChatCompletions
import Conversations
import Support
import Testing
import Workbench

/// Nothing is sent twice by itself; what may be sent again says when.
@Suite struct RetryTests {
    private func limited(_ bench: TestBench, seconds: Int = 18, lane: Int = 0) {
        let headers = [
            Header("content-type", "application/json"), Header("Retry-After", "\(seconds)"),
        ]
        bench.perform(.head(429, headers, at: .milliseconds(80)), lane: lane)
        bench.perform(
            .read(Array(#"{"error":{"message":"slow down"}}"#.utf8), at: .milliseconds(90)),
            lane: lane)
        bench.end(lane: lane)
    }

    @Test func aRateLimitCountsDownAndSendsNothing() {
        let bench = TestBench()
        bench.send("Hi")
        limited(bench)
        #expect(bench.screen.contains("00:18 to wait · alt-w then sends it"))
        #expect(bench.state.isCountingDown)
        bench.wait(seconds: 17)
        #expect(bench.screen.contains("00:01 to wait"))
        bench.wait(seconds: 1)
        #expect(bench.screen.contains("the wait is over · ctrl-r sends it"))
        #expect(!bench.state.isCountingDown)
        #expect(bench.starts.count == 1)
    }

    @Test func aTakenOfferSendsWhenItIsTime() {
        let bench = TestBench()
        bench.send("Hi")
        limited(bench)
        #expect(bench.press("<a-w>").isEmpty)
        #expect(bench.screen.contains("sent again in 00:18 (try 1) · esc takes it back"))
        bench.wait(seconds: 17)
        #expect(bench.starts.count == 1)
        bench.wait(seconds: 1)
        #expect(bench.starts.count == 2)
        #expect(bench.starts[0].request == bench.starts[1].request)
        #expect(bench.starts[0].turn != bench.starts[1].turn)
        bench.answer("Hello")
        #expect(!bench.state.isCountingDown)
        bench.wait(seconds: 60)
        #expect(bench.starts.count == 2)
    }

    @Test func aTakenOfferIsRenewedFiveTimesAtMost() {
        let bench = TestBench()
        bench.send("Hi")
        limited(bench, seconds: 1)
        bench.press("<a-w>")
        for _ in 0..<9 {
            bench.wait(seconds: 1)
            limited(bench, seconds: 1)
        }
        #expect(bench.starts.count == 6)
        #expect(!bench.state.isCountingDown)
    }

    @Test(arguments: ["<esc>", "<c-c>"])
    func aPromiseCanBeTakenBack(key: String) {
        let bench = TestBench()
        bench.send("Hi")
        limited(bench)
        bench.press("<a-w>", key)
        bench.wait(seconds: 60)
        #expect(bench.starts.count == 1)
        #expect(!bench.state.screen.isQuitting)
    }

    @Test func sendingByHandEndsThePromise() {
        let bench = TestBench()
        bench.send("Hi")
        limited(bench)
        bench.press("<a-w>", "<c-r>")
        #expect(bench.starts.count == 2)
        bench.answer("Hello")
        bench.wait(seconds: 60)
        #expect(bench.starts.count == 2)
    }

    @Test func onlyTheLanesThatFailedAreSentAgain() {
        let bench = TestBench()
        bench.press("<a-c>", "<a-c>")
        bench.send("Hi")
        bench.answer("Hello", lane: 0)
        limited(bench, seconds: 5, lane: 1)
        bench.answer("Hello", lane: 2)
        bench.press("<a-w>")
        bench.wait(seconds: 5)
        #expect(bench.starts.count == 4)
        #expect(bench.state.session.lanes.map(\.isRunning) == [false, true, false])
    }

    @Test(arguments: [
        Failure(.transport, "refused", phase: .connect),
        Failure(.transport, "x", phase: .firstByte),
    ])
    func aConnectionThatFailedMayBeTriedAgainAtOnce(failure: Failure) {
        let bench = TestBench()
        bench.send("Hi")
        bench.end(failure)
        #expect(bench.screen.contains("alt-w keeps trying"))
        #expect(!bench.state.isCountingDown)
        bench.press("<a-w>")
        bench.wait(seconds: 1)
        #expect(bench.starts.count == 2)
    }

    @Test(arguments: [
        Failure(.transport, "no key", phase: .key), Failure(.transport, "cert", phase: .tls),
        .stopped,
    ])
    func whatWouldFailAgainIsNotOffered(failure: Failure) {
        let bench = TestBench()
        bench.send("Hi")
        bench.end(failure)
        #expect(!bench.screen.contains("alt-w"))
        bench.press("<a-w>")
        #expect(bench.screen.contains("Nothing is awaited."))
        bench.wait(seconds: 60)
        #expect(bench.starts.count == 1)
    }

    @Test func aSlowAnswerGetsItsTimeAfresh() {
        let bench = TestBench()
        bench.send("Hi")
        #expect(bench.press("<a-w>") == [.waitLonger(bench.starts[0].exchange)])
    }
}
