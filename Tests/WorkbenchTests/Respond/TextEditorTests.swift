import ScreenKit
import Support
import Testing
import Workbench

/// The system prompt's box, as a place to write in.
@Suite struct TextEditorTests {
    private let words = (1...60).map { "word\($0)" }.joined(separator: " ")

    private func opened(_ size: Size, _ text: String) -> TestBench {
        let bench = TestBench(size)
        bench.press("<a-y>")
        bench.paste(text)
        return bench
    }

    /// Whatever the box has of columns, and before it was drawn too.
    @Test(arguments: [Size.smallest, .medium, .wide], [true, false])
    func downAndUpGoToTheNextRowAsShown(size: Size, isDrawn: Bool) throws {
        let bench = opened(size, words)
        bench.press("<c-home>", "<right>", "<right>")
        if isDrawn { _ = bench.frame }
        bench.press("<down>")
        let below = try #require(bench.frame.cursor)
        bench.press("<up>")
        let above = try #require(bench.frame.cursor)
        #expect(above == bench.find("word1 ").moved(columns: 2))
        #expect(below == Point(row: above.row + 1, column: above.column))
    }

    @Test func anotherWidthHasOtherRows() throws {
        let bench = opened(.wide, words)
        _ = bench.frame
        bench.resize(to: .smallest)
        bench.press("<c-home>", "<down>", "<down>")
        let cursor = try #require(bench.frame.cursor)
        #expect(cursor == bench.find("word1 ").moved(rows: 2))
    }

    @Test func aKeyInALongTextLaysOutItsOwnRows() throws {
        let bench = opened(
            .wide, String(repeating: "a line of a long prompt, 一行提示词\n", count: 5_000))
        _ = bench.frame
        let before = try rowsLaidOut(bench)
        #expect(before >= 5_000)
        bench.type("x")
        bench.press("<up>")
        _ = bench.frame
        #expect(try rowsLaidOut(bench) - before < 10)
    }

    private func rowsLaidOut(_ bench: TestBench) throws -> Int {
        try #require(bench.state.top(TextEditor.self)).buffer.rowsLaidOut
    }
}

extension Point {
    fileprivate func moved(rows: Int = 0, columns: Int = 0) -> Point {
        Point(row: row + rows, column: column + columns)
    }
}
