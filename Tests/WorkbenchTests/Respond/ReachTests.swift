import ChatCompletions
import Conversations
import ScreenKit
import Support
import Testing
import Workbench

/// What is drawn at once, and what a moment later.
struct ReachTests {
    private static let sizes: [Size] = [.wide, .medium, .small, Size(rows: 60, columns: 200)]

    /// What a person sees after an event when everything is not drawn, and when it is.
    private func seen(_ bench: TestBench, _ event: Event) -> (partial: Frame, whole: Frame) {
        let before = bench.state.frame()
        let reach = bench.state.reach(of: event)
        #expect(reach != .everything)
        #expect(bench.respond(to: event) == [])
        return (bench.state.frame(over: before, reach), bench.state.frame())
    }

    private func cells(_ frame: Frame, in rect: Rect) -> [String] {
        (rect.row..<rect.endRow).flatMap { row in
            (rect.column..<rect.endColumn).map { column in
                let cell = frame.grid.cell(at: Point(row: row, column: column))
                return "\(frame.grid.text(of: cell)) \(cell.face) \(cell.width)"
            }
        }
    }

    private func cells(_ frame: Frame) -> [String] { cells(frame, in: Rect(frame.grid.size)) }

    @Test(arguments: sizes)
    func whatIsTypedIsSeenAtOnce(size: Size) {
        let bench = TestBench(size)
        bench.send("why?")
        bench.answer("因为 👍🏽 **so**.")
        for key in ["a", "字", "<space>", "é", "b", "<backspace>", "c", "<backspace>"] {
            let (partial, whole) = seen(bench, .input(.key(.named(key))))
            #expect(cells(partial) == cells(whole))
            #expect(partial.cursor == whole.cursor)
        }
    }

    @Test func aPromptThatTakesAnotherRowIsDrawnWithAllThatMoves() {
        let bench = TestBench()
        bench.type(String(repeating: "word ", count: 22))
        for _ in 0..<30 {
            let (partial, whole) = seen(bench, .input(.key(.named("w"))))
            #expect(cells(partial) == cells(whole))
            #expect(partial.cursor == whole.cursor)
        }
    }

    @Test(arguments: sizes, [1, 2, 3])
    func answersAreSeenAtOnce(size: Size, lanes: Int) throws {
        let bench = TestBench(size)
        for _ in 1..<lanes { bench.press("<a-c>") }
        bench.send("why?")
        for number in 0..<12 {
            let lane = number % lanes
            let before = bench.state.frame()
            bench.arrive(Chunk.content("- 第 \(number) 行\n\n| a | 字 |\n|-|-|\n"), lane: lane)
            let partial = bench.state.frame(over: before, .answers)
            let whole = bench.state.frame()
            let rect = try #require(bench.state.layout.inner(.conversation))
            #expect(cells(partial, in: rect) == cells(whole, in: rect))
            #expect(partial.cursor == whole.cursor)
            guard let traffic = bench.state.layout.inner("traffic") else { continue }
            #expect(cells(partial, in: traffic) == cells(before, in: traffic))
        }
    }

    @Test(arguments: [["<a-4>"], ["<a-4>", "<a-z>"], ["<a-4>", "<a-z>", "<a-1>"]])
    func whoLooksAtTheTrafficSeesItAtOnce(keys: [String]) throws {
        let bench = TestBench()
        bench.send("why?")
        for key in keys { bench.press(key) }
        let before = bench.state.frame()
        bench.arrive(Chunk.content("Because."))
        let partial = bench.state.frame(over: before, .answers)
        #expect(partial.grid.text.contains("Because.\""))
        let rect = try #require(bench.state.layout.inner("traffic"))
        #expect(cells(partial, in: rect) == cells(bench.state.frame(), in: rect))
    }

    // MARK: What reaches further

    @Test(arguments: ["<enter>", "<a-c>", "<c-w>", "<tab>", "<f1>", "<esc>", "<up>", "<a-b>"])
    func otherKeysReachEverything(key: String) {
        let bench = TestBench()
        bench.type("why")
        #expect(bench.state.reach(of: .input(.key(.named(key)))) == .everything)
    }

    @Test(arguments: ["<a-2>", "<a-3>", "<a-4>", "<a-5>", "<c-p>", "<f1>"])
    func lettersThatAreNoTextReachEverything(key: String) {
        let bench = TestBench()
        bench.press(key)
        #expect(bench.state.reach(of: .input(.key(.named("v")))) == .everything)
    }

    @Test func aMessageThatGoesWithTheKeyReachesEverything() {
        let bench = TestBench()
        bench.press("<enter>")
        #expect(bench.notice != nil)
        #expect(bench.state.reach(of: .input(.key(.named("v")))) == .everything)
        bench.press("v")
        #expect(bench.state.reach(of: .input(.key(.named("v")))) == .prompt)
    }

    @Test func theEndOfAnAnswerReachesEverything() {
        let bench = TestBench()
        bench.send("why?")
        let reach = bench.starts.first.map {
            bench.state.reach(of: .exchange($0.exchange, [.ended(ExchangeEnd())]))
        }
        #expect(reach == .everything)
    }

    /// Nothing can stand as it was.
    @Test func anotherSizeOrADialogIsDrawnWhole() {
        let bench = TestBench()
        let before = bench.state.frame()
        bench.resize(to: .medium)
        #expect(cells(bench.state.frame(over: before, .prompt)) == cells(bench.state.frame()))
        let medium = bench.state.frame()
        bench.press("<f1>")
        #expect(cells(bench.state.frame(over: medium, .answers)) == cells(bench.state.frame()))
    }
}
