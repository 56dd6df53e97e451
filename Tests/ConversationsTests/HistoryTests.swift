import ChatCompletions
import Conversations
import Corpora
import Testing

/// What of a branch is sent: prompts and answers in turn, calls with their results.
@Suite struct HistoryTests {
    // MARK: Turns

    private enum Said {
        case ask(String)
        /// Given by a person, as `--messages` does.
        case given(Role, String)
        case answer(String, Turn.State = .done)
        case call(String, id: String, text: String = "")
        case givenCall(String)
        case result(String, of: String)
    }

    private func branch(_ said: Said...) -> [Turn] {
        var turns: [Turn] = []
        for (place, said) in said.enumerated() {
            let id = TurnID(rawValue: "t\(place)")
            var turn = Turn(
                id: id, parent: turns.last?.id, message: Message(.user, ""),
                created: Timestamp(milliseconds: 0))
            switch said {
            case .ask(let text): turn.message = Message(.user, text)
            case .given(let role, let text): turn.message = Message(role, text)
            case .answer(let text, let state):
                turn.message = Message(.assistant, text)
                turn.state = state
                turn.provider = "ppio"
            case .call(let name, let id, let text):
                let call = ToolCall(id: id, name: name, arguments: "{}")
                turn.message = Message(.assistant, text, toolCalls: [call])
                turn.provider = "ppio"
            case .givenCall(let id):
                let call = ToolCall(id: id, name: "f", arguments: "{}")
                turn.message = Message(.assistant, "", toolCalls: [call])
            case .result(let text, let id):
                turn.message = Message(.tool, text, toolCallID: id)
            }
            turns.append(turn)
        }
        return turns
    }

    /// `user one`, `assistant 1 +c`, `tool 7`.
    private func sent(_ branch: [Turn], asked: Set<TurnID> = []) -> [String] {
        let history = History(of: branch, asked: asked)
        #expect(history == inTwoParts(branch, asked), "a part by itself is sent otherwise")
        return history.messages.map { message in
            let calls = message.toolCalls.map { " +" + $0.id }.joined()
            return "\(message.role.rawValue) \(message.content)\(calls)"
        }
    }

    /// The last passage by itself: all before it is sent the same whatever the passage is.
    private func inTwoParts(_ branch: [Turn], _ asked: Set<TurnID>) -> History {
        let tree = TurnTree(branch)
        let (passage, before) = tree.lastPassage(to: branch.last?.id)
        #expect(tree.path(to: before) + passage == branch)
        return History(of: tree.path(to: before), asked: asked, isFollowed: true)
            + History(of: passage, asked: asked)
    }

    private func omissions(_ branch: [Turn]) -> [String: History.Omission] {
        let omissions = History(of: branch).omissions
        return Dictionary(uniqueKeysWithValues: omissions.map { ($0.key.rawValue, $0.value) })
    }

    // MARK: Prompts and answers

    @Test func aPromptWithoutAnAnswerIsLeftOut() {
        let branch = branch(
            .ask("one"), .answer("1"), .ask("two"), .answer("", .stopped), .ask("three"),
            .answer("", .failed), .ask("four"))
        #expect(sent(branch) == ["user one", "assistant 1", "user four"])
        #expect(
            omissions(branch) == [
                "t2": .unanswered, "t3": .empty, "t4": .unanswered, "t5": .empty,
            ])
    }

    @Test(arguments: [Turn.State.done, .failed, .stopped, .interrupted])
    func anAnswerWithTextStaysHoweverItEnded(state: Turn.State) {
        let branch = branch(.ask("one"), .answer("half an ans", state), .ask("two"))
        #expect(sent(branch) == ["user one", "assistant half an ans", "user two"])
        #expect(omissions(branch) == [:])
    }

    @Test(arguments: [
        "", " \n\t", "\u{200B}\u{FEFF}", "\u{0}", "<think>Let me see", " <think>hm</think>\n ",
    ])
    func whatCannotBeSeenIsNoAnswer(text: String) {
        #expect(sent(branch(.ask("one"), .answer(text), .ask("two"))) == ["user two"])
    }

    @Test(arguments: ["0", "。", "<think>hm</think>Yes", "<b>", "\u{301}", "👍"])
    func whatCanBeSeenIsAnAnswer(text: String) {
        #expect(sent(branch(.ask("one"), .answer(text), .ask("two"))).count == 3)
    }

    @Test func thinkingAloneIsNoAnswer() {
        var turns = branch(.ask("one"), .answer(""), .ask("two"))
        turns[1].message.reasoning = "Let me see."
        #expect(sent(turns) == ["user two"])
    }

    @Test func thePromptThatIsAskedNowIsSent() {
        #expect(sent(branch(.ask("one"))) == ["user one"])
        let arriving = branch(.ask("one"), .answer("", .streaming))
        #expect(sent(arriving) == ["user one"])
        #expect(omissions(arriving) == [:])
    }

    @Test func anAnswerOnAnotherBranchIsNoneHere() {
        let branch = branch(.ask("one"), .ask("two"))
        #expect(sent(branch, asked: [TurnID(rawValue: "t0")]) == ["user two"])
    }

    // MARK: What a person gave

    @Test func givenMessagesAreSentAsGiven() {
        let branch = branch(
            .given(.developer, "be brief"), .given(.user, "one"), .given(.user, "two"),
            .given(.assistant, " "), .givenCall("c"), .ask("three"), .answer("3"), .ask("four"))
        #expect(
            sent(branch) == [
                "developer be brief", "user one", "user two", "assistant  ", "assistant  +c",
                "user three", "assistant 3", "user four",
            ])
    }

    @Test func onlyThePromptWhoseAnswerFailedGoes() {
        let branch = branch(
            .given(.user, "one"), .given(.user, "two"), .answer("", .failed), .ask("three"))
        #expect(sent(branch) == ["user one", "user three"])
    }

    // MARK: Calls

    @Test func aCallWithoutItsResultTakesItsPromptAlong() {
        let branch = branch(.ask("one"), .call("f", id: "c"), .ask("two"))
        #expect(sent(branch) == ["user two"])
        #expect(omissions(branch) == ["t0": .incomplete, "t1": .incomplete])
    }

    @Test func aCallGoesWithItsResultAndTheAnswer() {
        let branch = branch(
            .ask("one"), .call("f", id: "c"), .result("7", of: "c"), .answer("Seven."), .ask("two"))
        #expect(
            sent(branch) == [
                "user one", "assistant  +c", "tool 7", "assistant Seven.", "user two",
            ])
    }

    @Test func aResultThatIsAskedAboutIsSent() {
        let branch = branch(.ask("one"), .call("f", id: "c"), .result("7", of: "c"))
        #expect(sent(branch) == ["user one", "assistant  +c", "tool 7"])
    }

    @Test func aResultThatGotNoAnswerGoesWithItsPrompt() {
        let branch = branch(
            .ask("one"), .call("f", id: "c"), .result("7", of: "c"), .answer("", .failed),
            .ask("two"))
        #expect(sent(branch) == ["user two"])
        let given = self.branch(
            .given(.user, "one"), .givenCall("c"), .result("7", of: "c"), .answer("", .failed),
            .ask("two"))
        #expect(sent(given) == ["user two"])
    }

    @Test func aTextStaysWhenItsCallsHaveNoResults() {
        let branch = branch(.ask("one"), .call("f", id: "c", text: "Let me look."), .ask("two"))
        #expect(sent(branch) == ["user one", "assistant Let me look.", "user two"])
        let failed = self.branch(
            .ask("one"), .call("f", id: "c", text: "Let me look."), .result("7", of: "c"),
            .answer("", .failed), .ask("two"))
        #expect(sent(failed) == ["user one", "assistant Let me look.", "user two"])
    }

    @Test func aResultOfNoCallIsLeftOut() {
        let branch = branch(.ask("one"), .answer("1"), .result("7", of: "x"), .ask("two"))
        #expect(sent(branch) == ["user one", "assistant 1", "user two"])
        #expect(omissions(branch) == ["t2": .incomplete])
    }

    // MARK: By hand

    @Test func whatIsLeftOutByHandGoesWithItsAnswer() {
        var turns = branch(.ask("one"), .answer("1"), .ask("two"), .answer("2"), .ask("three"))
        turns[0].isLeftOut = true
        #expect(sent(turns) == ["user two", "assistant 2", "user three"])
        #expect(omissions(turns) == ["t0": .leftOut, "t1": .leftOut])
    }

    /// Whatever happened: a strict server finds a prompt, then an answer, and results after calls.
    @Test func everyHistoryIsOneThatAStrictServerTakes() {
        var numbers = Numbers(state: 7)
        for _ in 0..<2_000 {
            var said: [Turn] = []
            for place in 0...(numbers.next() % 6) {
                let call = "c\(place)"
                said += branch(.ask("q"))
                switch numbers.next() % 6 {
                case 0: said += branch(.answer("", .stopped))
                case 1: said += branch(.answer("a"))
                case 2: said += branch(.call("f", id: call))
                case 3: said += branch(.call("f", id: call), .result("r", of: call), .answer("a"))
                case 4:
                    said += branch(
                        .call("f", id: call, text: "t"), .result("r", of: call),
                        .answer("", .failed))
                default: said += branch(.call("f", id: call), .result("r", of: "other"))
                }
            }
            said += branch(.ask("now"))
            for place in said.indices { said[place].id = TurnID(rawValue: "t\(place)") }
            expectStrict(History(of: said).messages)
        }
    }

    private func expectStrict(_ messages: [Message]) {
        var before: Message?
        for message in messages {
            switch message.role {
            case .user: #expect(before == nil || before?.role == .assistant)
            case .tool: #expect(before?.toolCalls.map { Optional($0.id) } == [message.toolCallID])
            default: #expect(before?.role == .user || before?.role == .tool)
            }
            if let before, !before.toolCalls.isEmpty { #expect(message.role == .tool) }
            before = message
        }
        #expect(before?.content == "now")
    }
}
