import ChatCompletions
import Conversations
import ScreenKit
import Support
import Testing
import Words
import Workbench

/// An answer without text says why: as it ends, in every lane and choice, copied, and opened again.
@Suite struct SilenceTests {
    private func raw(_ message: JSONValue, finish: String? = nil, choice: Int = 0) -> String {
        let choice: JSONValue = [
            "index": .integer(choice), "delta": message, "finish_reason": JSONValue(finish),
        ]
        let event: JSONValue = ["choices": [choice]]
        return "data: \(event.text)\n\n"
    }

    private func bench(_ chunks: String...) -> TestBench {
        let bench = TestBench()
        bench.send("why?")
        bench.arrive(chunks.joined() + Chunk.done)
        bench.end()
        return bench
    }

    @Test func aRefusalIsShownWhileItComesAndWhenItIsOver() {
        let bench = TestBench()
        bench.send("why?")
        bench.arrive(raw(["refusal": "I will"]))
        #expect(bench.screen.contains("I will"))
        #expect(!bench.screen.contains("The model refused."))
        bench.arrive(raw(["refusal": " not do that."], finish: "stop") + Chunk.done)
        bench.end()
        #expect(bench.screen.contains("I will not do that."))
        #expect(bench.screen.contains("■ The model refused."))
        bench.press("<a-2>")
        #expect(bench.press("y") == [.copy("I will not do that.")])
    }

    @Test func everySilenceIsSaidAndCopied() {
        let pictures: JSONValue = [["type": "image_url", "image_url": ["url": "data:x"]]]
        let cases: [(TestBench, String)] = [
            (
                bench(raw([:], finish: "content_filter")),
                "The service's filter held the answer back"
            ),
            (
                bench(raw([:], finish: "stop")),
                "The answer is empty: the model stopped at once (stop)."
            ),
            (bench(Chunk.thinking("Hm"), raw([:], finish: "length")), "The answer is all thinking"),
            (bench(raw(["images": pictures], finish: "stop")), "The answer is 1 picture"),
            (bench(), "The answer is empty: nothing came but its end."),
        ]
        for (bench, sentence) in cases {
            #expect(bench.screen.contains("■ " + sentence), "\(bench.screen)")
            bench.press("<a-2>")
            guard case .copy(let text)? = bench.press("y").first else {
                Issue.record("nothing was copied")
                continue
            }
            #expect(text.hasPrefix(sentence))
        }
    }

    @Test func anOldCallIsShownWithItsArguments() {
        let call: JSONValue = ["function_call": ["name": "weather", "arguments": #"{"a":1}"#]]
        let bench = bench(raw(call, finish: "function_call"))
        #expect(bench.screen.contains(#"▸ calls weather({"a":1})"#))
        bench.press("<a-2>")
        #expect(bench.press("y") == [.copy(#"weather({"a":1})"#)])
    }

    @Test func eachChoiceHasItsOwnSentence() {
        let bench = bench(
            Chunk.content("Heads."), raw(["refusal": "No bets."], choice: 1), Chunk.finish(),
            Chunk.finish(choice: 1), raw([:], finish: "content_filter", choice: 2))
        #expect(bench.screen.contains("Heads."))
        #expect(!bench.screen.contains("refused"))
        bench.press("<a-o>")
        #expect(bench.screen.contains("No bets."))
        #expect(bench.screen.contains("■ The model refused."))
        bench.press("<a-o>")
        #expect(bench.screen.contains("■ The service's filter held"))
        #expect(bench.screen.contains("· content_filter"))
        bench.press("<a-o>")
        #expect(!bench.screen.contains("· content_filter"))
    }

    @Test func aLaneSaysItUnderItsOwnHeading() {
        let bench = TestBench()
        bench.press("<a-c>")
        bench.send("why?")
        bench.arrive(raw(["refusal": "Never."], finish: "stop") + Chunk.done, lane: 0)
        bench.end(lane: 0)
        bench.answer("Of course.", lane: 1)
        #expect(bench.screen.contains("■ The model refused."))
        #expect(bench.screen.contains("Never."))
        #expect(bench.screen.contains("Of course."))
    }

    @Test func aSilentAnswerThatIsOpenedAgainStillSaysWhy() {
        var saved = Session.interrupted
        saved.turns[1].message.content = ""
        saved.turns[1].state = .done
        saved.turns[1].refusal = "I will not."
        let bench = TestBench()
        bench.respond(to: .restored(saved))
        #expect(bench.screen.contains("I will not."))
        #expect(bench.screen.contains("■ The model refused."))
        saved.turns[1].refusal = ""
        saved.turns[1].finishReason = "stop"
        let other = TestBench()
        other.respond(to: .restored(saved))
        #expect(other.screen.contains("■ The answer is empty"))
    }

    // MARK: Figures and advice

    @Test func whatCameAtOnceSaysSoWhereTheSpeedWouldStand() {
        let bench = TestBench()
        bench.press("<a-c>")
        bench.send("why?")
        for lane in 0...1 {
            bench.arrive((1...300).map { Chunk.content("\($0) ") }.joined(), lane: lane)
        }
        #expect(!bench.screen.contains("at once"))
        #expect(!bench.screen.contains("tok/s"))
        for lane in 0...1 {
            bench.arrive(
                Chunk.finish() + Chunk.usage(prompt: 1, answer: 300) + Chunk.done, lane: lane)
            bench.end(lane: lane)
        }
        #expect(bench.screen.contains("came at once"))
        #expect(!bench.screen.contains("tok/s"))
        #expect(bench.screen.contains("speed came at once"))
    }

    @Test func adviceNamesTheKeysAsTheyAre() {
        let bench = TestBench()
        bench.send("why?")
        bench.perform(.head(422, [], at: .milliseconds(80)))
        bench.arrive(#"{"error":{"message":"Extra inputs are not permitted: stream_options"}}"#)
        bench.end()
        bench.press("<a-m>")
        #expect(bench.screen.contains(#"stream_usage = "never""#))
        #expect(bench.screen.contains("[providers.practice]"))
        bench.press("<esc>")
        bench.state.around.keymap = Keymap<Command.ID>()
        #expect(
            bench.state.advice(after: Failure(.truncated, ""), of: bench.state.session.lanes[0])
                .english.contains("“Run the last prompt again” among the commands"))
    }
}
