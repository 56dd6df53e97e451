import Foundation
import ScreenKit
import Support
import Testing

@testable import Workbench

/// What `Docs/Contributing.md` says a new pane and a new command are: the files beside this one, and a
/// line in a table.
@Suite struct AdditionTests {
    @Test func aPaneIsAFile() {
        let bench = TestBench()
        let rect = Rect(row: 1, column: 1, rows: 1, columns: 30)
        var grid = Grid(Size(rows: 3, columns: 32), profile: .conservative)
        let pane = PlacedPane(ClockPane.self, bench.state, in: rect)
        grid.draw { canvas in
            bench.state.drawBorders(of: [pane], on: &canvas)
            _ = pane.draw(on: &canvas)
        }
        #expect(grid.text.contains("Clock"))
        #expect(grid.text.contains(ClockPane.shown(of: bench.state)))
        #expect(perform(Command.focusing(ClockPane.self), on: bench) == [])
        #expect(bench.state.screen.focus == .clock)
    }

    @Test func aCommandIsADeclaration() {
        let bench = TestBench()
        bench.send("why?")
        #expect(perform(.countTurns, on: bench) == [])
        #expect(bench.screen.contains("2 turns"))
    }

    private func perform(_ command: Command, on bench: TestBench) -> [Effect] {
        bench.state.perform(command)
    }

    /// The page shows the files as they are.
    @Test(arguments: ["ClockPane", "CountCommand"])
    func thePageShowsWhatIsBuiltHere(_ name: String) throws {
        let here = URL(filePath: #filePath).deletingLastPathComponent()
        let page = here.appending(path: "../../../Docs/Contributing.md").standardized
        let source = try String(contentsOf: here.appending(path: name + ".swift"), encoding: .utf8)
        let shown = source.replacing("@testable import Workbench\n\n", with: "")
        let text = try String(contentsOf: page, encoding: .utf8)
        #expect(text.contains("```swift\n" + shown + "```\n"))
    }
}
