import ChatCompletions
import Conversations
import ScreenKit
import Support
import Testing
import Workbench

/// Text selected with the mouse.
struct DraggingTests {
    private static let paragraph = (1...40).map { "word\($0)" }.joined(separator: " ")

    @Test func aLineThatWasWrappedIsCopiedAsOne() {
        let bench = TestBench.answered(Self.paragraph)
        #expect(bench.drag("word1", "word40") == [.copy(Self.paragraph)])
        #expect(bench.marked.count > 3)
        #expect(bench.marked.joined(separator: " ") == Self.paragraph)
    }

    @Test func nothingBesideTheTextIsInIt() {
        let bench = TestBench.answered("one\n\ntwo", prompt: "first\nsecond")
        let copied = bench.drag("first", "two")
        guard case .copy(let text)? = copied.first else {
            Issue.record("nothing was copied")
            return
        }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.prefix(3) == ["first", "second", ""])
        #expect(lines[3].hasPrefix("assistant · practice"))
        #expect(lines.suffix(3) == ["one", "", "two"])
    }

    @Test func wideCharactersAreWholeWhereverTheMouseIs() {
        let bench = TestBench.answered("用一句话解释它。")
        let start = bench.find("用一句话")
        let from = Point(row: start.row, column: start.column + 1)
        let to = Point(row: start.row, column: start.column + 8)
        #expect(bench.drag(from, to) == [.copy("用一句话解")])
        #expect(bench.marked == ["用一句话解"])
        #expect(bench.frame.grid.faults == [])
    }

    @Test func charactersOfSeveralScalarsAreWhole() {
        let bench = TestBench.answered("a 👩‍👩‍👧‍👦 e\u{301} 🇨🇳 z", widths: .modern)
        #expect(bench.drag("a ", " z") == [.copy("a 👩‍👩‍👧‍👦 e\u{301} 🇨🇳 z")])
        let start = bench.find("a ")
        let family = Point(row: start.row, column: start.column + 3)
        #expect(bench.drag(start, family) == [.copy("a 👩‍👩‍👧‍👦")])
    }

    @Test func markdownIsCopiedAsItReads() {
        let bench = TestBench.answered(
            """
            **Strong** and `code`, see [here](https://example.com).

            1. one
            2. two
               - deep

            | a | b |
            |---|---|
            | 温度 | x y |

            ```swift
            if a {
                b()
            }
            ```
            The end.
            """)
        let text = """
            Strong and code, see here.

            1. one
            2. two
               - deep

            a\tb
            温度\tx y

            if a {
                b()
            }
            The end.
            """
        #expect(bench.drag("Strong", "end.") == [.copy(text)])
        #expect(bench.drag("one", "ne") == [.copy("one")])
        #expect(bench.drag("if a", "b()") == [.copy("if a {\n    b()")])
        #expect(bench.drag("温度", "x y") == [.copy("温度\tx y")])
    }

    @Test func theSourceIsCopiedWhereItIsShown() {
        let bench = TestBench.answered("**Strong** and\n\n- `code`")
        bench.press("m")
        #expect(bench.drag("**Strong", "code`") == [.copy("**Strong** and\n\n- `code`")])
    }

    /// What could drive a terminal is copied by the name under which it is seen.
    @Test func controlsAreCopiedAsTheyAreSeen() {
        let bench = TestBench.answered("", prompt: "\na\u{1B}[2J b\u{202E}c\td")
        #expect(bench.drag("a^[", "d") == [.copy("a^[[2J b<U+202E>c\td")])
    }

    // MARK: The text goes on

    @Test func aSelectionStaysOnItsTextWhileTheAnswerGrows() {
        let bench = TestBench(.medium)
        bench.send("why?")
        bench.arrive(Chunk.content("one two three"))
        #expect(bench.drag("two", "two") == [.copy("two")])
        for number in 1...60 { bench.arrive(Chunk.content("\n\nmore \(number)")) }
        #expect(bench.marked == [])
        #expect(bench.press("<a-2>", "y") == [.copy("two")])
        bench.press("g")
        #expect(bench.marked == ["two"])
        bench.resize(to: .wide)
        #expect(bench.marked == ["two"])
    }

    /// Nobody can aim at what runs away.
    @Test func whileTheMouseHoldsATextItStands() {
        let bench = TestBench(.medium)
        bench.send("why?")
        for number in 1...60 { bench.arrive(Chunk.content("line \(number)\n\n")) }
        let (from, to) = (bench.find("line 58"), bench.find("line 59"))
        bench.mouse(.press, at: from)
        bench.mouse(.drag, at: to)
        bench.arrive(Chunk.content("later\n\nlatest\n\n"))
        #expect(!bench.screen.contains("latest"))
        #expect(bench.mouse(.release, at: to) == [.copy("line 58\n\nl")])
        #expect(bench.screen.contains("latest"))
    }

    @Test func beyondAnEdgeItScrolls() {
        let bench = TestBench.answered((1...60).map { "line \($0)" }.joined(separator: "\n\n"))
        bench.mouse(.press, at: bench.find("line 60"))
        bench.mouse(.drag, at: Point(row: 0, column: 5))
        #expect(bench.state.dragsBeyondEdge)
        for _ in 0..<100 { bench.respond(to: .draggedOn) }
        #expect(bench.screen.contains("line 1 "))
        bench.mouse(.drag, at: bench.find("line 2 "))
        #expect(!bench.state.dragsBeyondEdge)
        bench.mouse(.drag, at: Point(row: bench.state.around.size.rows - 1, column: 5))
        #expect(bench.state.dragsBeyondEdge)
        bench.mouse(.drag, at: bench.find("line 2 "))
        #expect(!bench.state.dragsBeyondEdge)
        let copied = bench.mouse(.release, at: bench.find("line 2 "))
        let text = (2...59).map { "line \($0)" }.joined(separator: "\n\n") + "\n\nl"
        #expect(copied == [.copy(text)])
    }

    @Test func whatIsGoneIsNotSelected() {
        let bench = TestBench.answered("one two")
        bench.drag("two", "two")
        bench.press("<c-n>")
        #expect(bench.marked == [])
        bench.press("<a-2>")
        #expect(bench.press("y") == [])
    }

    // MARK: Clicks

    @Test func aSecondClickSelectsTheWordAThirdTheLine() {
        let bench = TestBench.answered("提示词很重要, snake_case.\n\nmore")
        #expect(bench.clickTimes(2, on: "snake") == [.copy("snake_case")])
        #expect(bench.marked.last == "snake_case")
        bench.wait(seconds: 1)
        #expect(bench.clickTimes(2, on: "提示词", right: 3) == [.copy("提示词")])
        #expect(bench.click(on: "提示词", right: 3) == [.copy("提示词很重要, snake_case.")])
    }

    @Test func afterASecondClickTheMouseGoesOnByWords() {
        let bench = TestBench.answered("one two three four")
        let place = bench.find("wo three")
        bench.click(on: "wo three")
        bench.mouse(.press, at: place)
        bench.mouse(.drag, at: bench.find("our"))
        #expect(bench.mouse(.release, at: bench.find("our")) == [.copy("two three four")])
        bench.wait(seconds: 1)
        bench.click(on: "wo three")
        bench.mouse(.press, at: place)
        bench.mouse(.drag, at: bench.find("ne two"))
        #expect(bench.mouse(.release, at: place) == [.copy("one two")])
    }

    @Test func aClickIsStillAClick() {
        let bench = TestBench.talk(2)
        bench.click(on: "answer 1")
        #expect(bench.selected == "answer 1")
        bench.drag("ask 1", "ask 1")
        #expect(bench.selected == "answer 1")
        #expect(bench.copied == ["ask 1"])
        bench.press("<esc>")
        #expect(bench.selected == "answer 1")
        bench.press("<esc>")
        #expect(bench.selected == nil)
    }

    @Test func aSecondClickStillUnfoldsAnEvent() {
        let bench = TestBench(.wide)
        bench.send("why?")
        bench.answer("Because **so**.")
        bench.clickTimes(2, on: "\"Because")
        #expect(bench.copied == [])
        #expect(bench.state.screen.traffic.unfolded == 0)
        #expect(bench.clickTimes(2, on: "\"content\"", right: 3) == [.copy("content")])
    }

    @Test func rowsOfTheListOfEventsAreCopiedWithTabs() {
        let bench = TestBench(.wide)
        bench.send("why?")
        bench.answer("Because.")
        let copied = bench.drag("0.500", "finish stop")
        guard case .copy(let text)? = copied.first else {
            Issue.record("nothing was copied")
            return
        }
        let rows = text.split(separator: "\n")
        #expect(rows.first?.hasPrefix("0.500\tcontent\t\"Because.\"") ?? false, "\(text)")
        #expect(bench.state.screen.traffic.unfolded == nil)
    }

    @Test func whatACellHasNoRoomForIsNotMarkedBesideIt() {
        let bench = TestBench(.wide)
        bench.send("why?")
        bench.answer(String(repeating: "a", count: 100))
        bench.press("<a-4>", "<a-z>")
        let raw = bench.find("{\"")
        bench.drag(bench.find("\"aaa"), raw)
        #expect(bench.marked.map(\.count) == [29])
        #expect(bench.marked.first?.hasPrefix("\"aaaaaaaaaaaaaaaaaaaaaaaa") == true)
        #expect(bench.marked.first?.hasSuffix("{") == true)
    }

    /// They are other texts, even where they are the same.
    @Test(arguments: [
        (0, "0.500", "\"Because"), (1, "POST", "POST"), (2, "200", "200"),
        (0, "status", "finish stop"),
    ])
    func whatIsSelectedOfAnExchangeIsNotOfTheNext(tab: Int, from: String, to: String) {
        let bench = TestBench(.wide)
        bench.send("why?")
        bench.answer("Because.")
        bench.press("<a-4>")
        for _ in 0..<tab { bench.press("<right>") }
        let copied = bench.drag(from, to)
        #expect(!copied.isEmpty && bench.press("y") == copied)
        #expect(!bench.marked.isEmpty)
        bench.press("<a-1>")
        bench.send("why?")
        bench.answer("Because.")
        #expect(bench.screen.contains(from))
        #expect(bench.marked == [])
        bench.press("<a-4>")
        #expect(bench.press("y") != copied)
    }

    @Test func figuresCanBeSelected() {
        let bench = TestBench(.wide)
        bench.send("why?")
        bench.answer("Because.")
        #expect(bench.drag("status", "finish stop") == [.copy("status 200  finish stop")])
    }

    @Test func inALaneTheMouseStaysInIt() {
        let bench = TestBench(.wide)
        bench.press("<a-c>")
        bench.send("why?")
        bench.answer("left one\n\nleft two", lane: 0)
        bench.answer("right one\n\nright two", lane: 1)
        let (from, to) = (bench.find("left one"), bench.find("right two"))
        #expect(bench.drag(from, to) == [.copy("left one\n\nleft two")])
        #expect(bench.state.screen.lane == 0)
    }
}
