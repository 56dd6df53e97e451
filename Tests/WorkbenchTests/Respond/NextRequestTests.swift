import ChatCompletions
import Conversations
import ScreenKit
import Support
import Testing
import Words
import Workbench

/// The request that is shown before it is sent: what it says is what goes out, and a key in the
/// prompt costs what the key changes.
@Suite struct NextRequestTests {
    private func turn(_ place: Int, _ message: Message) -> Turn {
        var turn = Turn(
            id: TurnID(rawValue: "\(place)"),
            parent: place > 0 ? TurnID(rawValue: "\(place - 1)") : nil, message: message,
            created: .today)
        if message.role == .assistant { turn.provider = "practice" }
        return turn
    }

    private func opened(_ messages: [Message], _ size: Size = .wide) -> TestBench {
        let bench = TestBench(size)
        let turns = messages.enumerated().map { turn($0.offset, $0.element) }
        bench.respond(
            to: .opened(
                Session(
                    id: SessionID(rawValue: "s"), title: "long", created: .today, updated: .today,
                    settings: .practice, turns: turns, head: turns.last?.id)))
        return bench
    }

    private func page(_ bench: TestBench) -> TrafficPage {
        _ = bench.frame
        return bench.state.screen.traffic.page
    }

    /// What is shown of the body.
    private func shown(_ bench: TestBench) -> String {
        page(bench).text.split(separator: "\n", omittingEmptySubsequences: false)
            .drop { $0.hasPrefix("!") }.joined(separator: "\n")
    }

    private func findings(_ bench: TestBench) -> [String] {
        page(bench).text.split(separator: "\n").prefix { $0.hasPrefix("!") }.map(String.init)
    }

    /// Every line of it is of the request as it would go out now.
    private func expectTruth(_ bench: TestBench, _ comment: Comment) {
        let text = bench.state.screen.composer.text
        let request = bench.state.request(
            of: bench.state.current, asking: text.allSatisfy(\.isWhitespace) ? nil : text)
        #expect(shown(bench) == request.body().pretty + "\n", comment)
        #expect(
            findings(bench) == request.findings().map { "! \($0.sentence.english)" }, comment)
    }

    // MARK: It is true

    @Test func whatIsShownGoesOut() throws {
        let bench = TestBench()
        bench.state.current.system = "Be brief."
        for number in 1...4 {
            bench.send("question \(number)")
            bench.answer("answer \(number): \"好\"\n\tend")
        }
        bench.press("<a-r>", "<a-1>")
        for part in ["Wh", "y \"so\"?\\", "\u{7}什么", " 👍🏽"] {
            bench.type(part)
            expectTruth(bench, "\(part)")
        }
        bench.press("<backspace>", "<a-enter>")
        bench.type("now")
        let text = shown(bench)
        bench.press("<enter>")
        let request = try #require(bench.starts.last?.request)
        #expect(request.messages.count == 10)
        #expect(text == request.body().pretty + "\n")
    }

    @Test func itStaysTrueWhateverChanges() {
        let call = ToolCall(id: "c", name: "weather", arguments: "{}")
        let bench = opened([
            Message(.user, "Rain?"), Message(.assistant, "", reasoning: "hm", toolCalls: [call]),
            Message(.tool, "no", toolCallID: "c"), Message(.assistant, "No.", reasoning: "so"),
            Message(.user, "as JSON"), Message(.assistant, "{}"),
        ])
        bench.press("<a-r>", "<a-1>")
        expectTruth(bench, "nothing is typed")
        bench.type("x")
        expectTruth(bench, "a letter")
        for provider in Provider.all {
            bench.state.current.settings.provider = provider.id
            expectTruth(bench, "\(provider.id)")
            bench.state.current.settings.parameters["response_format"] = "json_object"
            expectTruth(bench, "\(provider.id) with a format")
            bench.state.current.settings.parameters["response_format"] = nil
        }
        bench.state.current.settings = .practice
        bench.state.current.system = "Be brief."
        expectTruth(bench, "a system prompt")
        bench.press("<a-2>", "x")
        expectTruth(bench, "left out")
        bench.press("x")
        expectTruth(bench, "all left out")
        bench.state.current.system = ""
        expectTruth(bench, "a prompt alone")
        bench.press("<a-1>", "<c-u>")
        expectTruth(bench, "nothing at all")
        bench.press("<a-2>", "X", "X")
        expectTruth(bench, "taken in")
        bench.press("<a-1>", "<c-r>", "<a-r>")
        expectTruth(bench, "asked again")
        bench.arrive(Chunk.content("half"))
        expectTruth(bench, "while an answer arrives")
        bench.arrive(Chunk.finish() + Chunk.done)
        bench.end()
        expectTruth(bench, "answered")
        bench.respond(
            to: .opened(
                Session(
                    id: SessionID(rawValue: "t"), title: "", created: .today, updated: .today,
                    settings: .practice)))
        bench.press("<a-r>", "<a-1>")
        bench.type("new")
        expectTruth(bench, "another session")
    }

    @Test func itIsCopiedAsItGoesOut() {
        let bench = opened([Message(.user, "one"), Message(.assistant, "1")])
        bench.type("two")
        bench.press("<a-r>", "<a-4>")
        let effects = bench.press("y")
        let body = bench.state.request(of: bench.state.current, asking: "two").body().text
        guard case .copy(let text)? = effects.last else {
            Issue.record("nothing is copied")
            return
        }
        #expect(text == body)
    }

    // MARK: It is cheap

    /// At the beginning, at the end and in between; after a prompt that is not sent, too.
    @Test(arguments: [[], ["<end>"], ["<end>", "k", "k", "k"], ["<a-2>", "x"]], [1, 3])
    func aKeyLeavesTheConversationAlone(keys: [String], lines: Int) {
        let message = String(repeating: "a sentence with some words in it. 几个字。\n", count: lines)
        let bench = opened(
            (0..<400).map { Message($0.isMultiple(of: 2) ? .user : .assistant, message) })
        bench.press("<a-r>", "<a-4>")
        for key in keys { bench.press(key) }
        bench.press("<a-1>")
        let before = page(bench)
        #expect(before.bytesMade > 400 * message.utf8.count)
        for letter in "what is typed" {
            bench.type(String(letter))
            _ = bench.frame
        }
        bench.press("<c-u>")
        let after = page(bench)
        #expect(after.historiesRead == before.historiesRead)
        #expect(after.bytesMade - before.bytesMade < 14 * 1_500)
        #expect(after.linesWrapped - before.linesWrapped < 14 * 60)
        expectTruth(bench, "\(keys)")
    }

    @Test func framesWithoutAChangeMakeNothing() {
        let bench = opened([Message(.user, "one"), Message(.assistant, "1")])
        bench.type("two")
        bench.press("<a-r>")
        let before = page(bench)
        for _ in 0..<5 { _ = bench.frame }
        let after = page(bench)
        #expect(after.makings == before.makings)
        #expect(after.linesWrapped == before.linesWrapped)
    }
}
