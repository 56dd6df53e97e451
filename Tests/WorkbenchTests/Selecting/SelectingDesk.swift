import ScreenKit
import Support
import Workbench

/// A person who selects.
extension TestBench {
    /// Asks and is answered, with the conversation in focus.
    static func answered(
        _ answer: String, _ size: Size = .medium, prompt: String = "why?",
        widths: WidthProfile = .conservative
    ) -> TestBench {
        let bench = TestBench(size, widths: widths)
        bench.send(prompt)
        bench.answer(answer)
        bench.press("<a-2>")
        return bench
    }

    /// Drags from the first cell of a text on the screen to the last cell of another one.
    @discardableResult
    func drag(_ from: String, _ to: String) -> [Effect] {
        let (start, last) = (place(of: from), place(of: to))
        let end = Point(
            row: last.row, column: last.column + Width.of(to, state.around.widths) - 1)
        return drag(start, end)
    }

    /// Where a text stands below the first line, which has the session's title.
    func place(of text: String) -> Point {
        let grid = frame.grid
        for row in 1..<grid.size.rows {
            var line = Grid(Size(rows: 1, columns: grid.size.columns), profile: grid.profile)
            line.draw { $0.write(grid.lines[row], at: Point(row: 0, column: 0)) }
            if let found = line.find(text) { return Point(row: row, column: found.column) }
        }
        return Point(row: -1, column: -1)
    }

    @discardableResult
    func drag(_ from: Point, _ to: Point) -> [Effect] {
        mouse(.press, at: from) + mouse(.drag, at: to) + mouse(.release, at: to)
    }

    @discardableResult
    func clickTimes(_ count: Int, on text: String, right columns: Int = 0) -> [Effect] {
        (0..<count).flatMap { _ in click(on: text, right: columns) }
    }

    /// The texts of the cells that are shown as selected, row by row; the selected turn's heading is
    /// one too.
    var marked: [String] {
        let grid = frame.grid
        return (0..<grid.size.rows).compactMap { row in
            let cells = (0..<grid.size.columns).map {
                grid.cell(at: Point(row: row, column: $0))
            }
            let text = cells.filter { $0.face == .selection }.map(grid.text(of:)).joined()
            return text.isEmpty ? nil : text
        }
    }

    var copied: [String] {
        effects.compactMap { if case .copy(let text) = $0 { text } else { nil } }
    }
}
