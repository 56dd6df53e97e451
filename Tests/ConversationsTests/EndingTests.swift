import ChatCompletions
import Conversations
import Testing

/// An answer becomes a turn.
@Suite struct EndingTests {
    private let turn = Turn(
        answering: ExchangeStart(
            exchange: ExchangeID(rawValue: "x"), session: SessionID(rawValue: "s"),
            turn: TurnID(rawValue: "a"), settings: LaneSettings(provider: "p", model: "m"),
            request: ChatRequest(provider: .generic, model: "asked", messages: [])),
        after: TurnID(rawValue: "q"), at: Timestamp(milliseconds: 7))

    private func answer(_ text: String, failure: Failure? = nil) -> Answer {
        var delta = Delta()
        var choice = ChoiceDelta(index: 0)
        choice.content = text
        choice.reasoning = "hm"
        choice.refusal = "no"
        choice.finishReason = "stop"
        delta.choices = [choice, ChoiceDelta(index: 1)]
        delta.model = "said"
        delta.usage = Usage(promptTokens: 1, completionTokens: 2)
        delta.failure = failure
        var answer = Answer()
        answer.add(delta)
        return answer
    }

    private func ended(_ answer: Answer, _ failure: Failure? = nil) -> Turn {
        var turn = turn
        turn.end(Turn.Ending(of: answer, ExchangeEnd(failure: failure)))
        return turn
    }

    @Test func itWaitsForItsAnswerUnderTheNamesOfTheRequest() {
        #expect(turn.state == .streaming)
        #expect(turn.isAnswer)
        #expect(turn.model == "asked")
        #expect(turn.provider == Provider.generic.id)
        #expect(turn.parent == TurnID(rawValue: "q"))
        #expect(turn.created == Timestamp(milliseconds: 7))
    }

    @Test func aWholeAnswerIsDoneWithAllThatCame() {
        let turn = ended(answer("Yes."))
        #expect(turn.state == .done)
        #expect(turn.message == Message(.assistant, "Yes.", reasoning: "hm"))
        #expect(turn.refusal == "no")
        #expect(turn.finishReason == "stop")
        #expect(turn.model == "said")
        #expect(turn.usage == Usage(promptTokens: 1, completionTokens: 2))
        #expect(turn.failure == nil)
        #expect(turn.exchange == ExchangeID(rawValue: "x"))
    }

    @Test func aFailureIsTheExchangesOrTheAnswersOwn() {
        let cut = Failure(.transport, "cut")
        let told = Failure(.http, "told")
        #expect(ended(answer("Ye"), cut).state == .failed)
        #expect(ended(answer("Ye"), cut).failure == cut)
        #expect(ended(answer("Ye", failure: told)).failure == told)
        #expect(ended(answer("Ye", failure: told)).state == .failed)
        #expect(ended(answer("Ye"), Failure(.cancelled, "stopped")).state == .stopped)
        #expect(ended(answer("Ye"), cut).message.content == "Ye")
    }

    @Test func withoutAnAnswerItKeepsTheNameThatTheRequestGave() {
        let turn = ended(Answer(), Failure(.transport, "no way"))
        #expect(turn.model == "asked")
        #expect(turn.message == Message(.assistant, ""))
    }

    @Test func whatAKilledProgramLeftIsInterrupted() {
        var turn = turn
        turn.end(Turn.Ending(interrupted: answer("Ye")))
        #expect(turn.state == .interrupted)
        #expect(turn.message.content == "Ye")
    }

    @Test func aTitleIsTheFirstLineInOneLine() {
        #expect(Session.title(from: "\n\nWhy\tis  it dark?\nAt night.") == "Why is it dark?")
        let long = Session.title(from: String(repeating: "字", count: 61))
        #expect(long == String(repeating: "字", count: 59) + "…")
        #expect(Session.title(from: String(repeating: "字", count: 60)).count == 60)
    }
}
