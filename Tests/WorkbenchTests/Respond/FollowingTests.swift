import ChatCompletions
import ScreenKit
import Support
import Testing
import Workbench

/// How the conversation goes along with an answer that comes.
@Suite struct FollowingTests {
    /// The first and the last of the answer's lines that are seen, and in which row the last is.
    private struct View: Equatable {
        var first: Int
        var last: Int
        var row: Int
    }

    private static func name(_ number: Int) -> String { "line-\(number)-" }

    private func view(_ bench: TestBench) throws -> View {
        let rows = bench.screen.split(separator: "\n")
        let seen = rows.enumerated().compactMap { row, text in
            text.firstMatch(of: /• line-(\d+)-/).flatMap { Int($0.1) }.map { (row, number: $0) }
        }
        let (first, last) = (try #require(seen.first), try #require(seen.last))
        return View(first: first.number, last: last.number, row: last.0)
    }

    /// What is seen after each of so many lines.
    private func views(_ bench: TestBench, _ count: Int) throws -> [View] {
        try (0..<count).map { number in
            bench.arrive(Chunk.content("- \(Self.name(number)) 一行\n"))
            return try view(bench)
        }
    }

    @Test(arguments: [(24, 3), (40, 3), (60, 4)])
    func whatComesScrollsSeveralRowsAtOnce(rows: Int, step: Int) throws {
        let bench = TestBench(Size(rows: rows, columns: 120))
        bench.send("why?")
        let views = try views(bench, 90)
        for (number, view) in views.enumerated() { #expect(view.last == number) }
        let scrolled = views.filter { $0.first > 0 }
        let tops = scrolled.map(\.first)
        #expect(tops == tops.sorted())
        #expect(Set(tops).count <= scrolled.count / step + 1)
        #expect(Set(tops).count > scrolled.count / (step + 1))
    }

    /// Several lines in one frame, or one: what is seen at the end is the same.
    @Test(arguments: [1, 2, 3, 5, 7, 30])
    func theEndIsTheSameHoweverItCame(lines: Int) throws {
        let bench = TestBench(Size(rows: 60, columns: 120))
        bench.send("why?")
        let one = TestBench(Size(rows: 60, columns: 120))
        one.send("why?")
        _ = try views(one, 60)
        for start in stride(from: 0, to: 60, by: lines) {
            let names = (start..<min(60, start + lines)).map { "- \(Self.name($0)) 一行\n" }
            bench.arrive(Chunk.content(names.joined()))
            _ = bench.frame
        }
        #expect(try view(bench) == view(one))
    }

    @Test(arguments: [46, 47, 48, 49])
    func nothingMovesAtTheEnd(lines: Int) throws {
        let bench = TestBench(Size(rows: 60, columns: 120))
        bench.send("why?")
        let last = try #require(try views(bench, lines).last)
        bench.arrive(Chunk.finish() + Chunk.done)
        bench.end()
        #expect(try view(bench) == last)
        bench.press("<f1>", "<esc>")
        #expect(try view(bench) == last)
    }

    /// Who looks at the end by a key, or at a turn there, sees as much of it as there is room for.
    @Test(arguments: ["G", "K"])
    func aKeyShowsTheEndWithoutBlankRows(key: String) throws {
        let bench = TestBench(Size(rows: 60, columns: 120))
        bench.send("why?")
        let bare = try views(bench, 60).map(\.row).max()
        bench.arrive(Chunk.finish() + Chunk.done)
        bench.end()
        bench.press("<a-2>", "g", "G")
        if key == "K" { bench.press("K") }
        #expect(try view(bench).row == bare)
        #expect(try view(bench).last == 59)
    }

    @Test(arguments: [46, 47, 48, 49])
    func oneRowUpIsOneRow(lines: Int) throws {
        let bench = TestBench(Size(rows: 60, columns: 120))
        bench.send("why?")
        let last = try #require(try views(bench, lines).last)
        bench.press("<a-2>", "k")
        #expect(try view(bench).first == last.first - 1)
        bench.press("G")
        #expect(try view(bench).last == lines - 1)
    }

    /// A click selects the turn: the second one of two hits the same word.
    @Test(arguments: [46, 47, 48, 49])
    func aClickMovesNothing(lines: Int) throws {
        let bench = TestBench(Size(rows: 60, columns: 120))
        bench.send("why?")
        let last = try #require(try views(bench, lines).last)
        bench.arrive(Chunk.finish() + Chunk.done)
        bench.end()
        bench.click(on: Self.name(lines - 3))
        #expect(bench.state.screen.conversation.selected != nil)
        #expect(try view(bench) == last)
    }

    /// What is selected stands still, and so does what one clicks on.
    @Test(arguments: [46, 47, 48, 49])
    func aSelectionMovesNothing(lines: Int) throws {
        let bench = TestBench(Size(rows: 60, columns: 120))
        bench.send("why?")
        let last = try #require(try views(bench, lines).last)
        let place = bench.find(Self.name(lines - 3))
        bench.mouse(.press, at: place)
        bench.mouse(.drag, at: Point(row: place.row, column: place.column + 5))
        #expect(try view(bench) == last)
    }
}
