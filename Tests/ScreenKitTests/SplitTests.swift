import ScreenKit
import Testing

struct SplitTests {
    @Test func sharesAreRoundedDownAndTheRestTakesWhatIsLeft() {
        let split: Split = .columns([.init(.rest, .leaf("a")), .init(.share(1, of: 3), .leaf("b"))])
        let placed = split.placed(in: Rect(row: 2, column: 1, rows: 5, columns: 20))
        #expect(placed["a"] == Rect(row: 2, column: 1, rows: 5, columns: 13))
        #expect(placed["b"] == Rect(row: 2, column: 15, rows: 5, columns: 6))
        #expect(placed.lines == [Rect(row: 2, column: 14, rows: 5, columns: 1)])
        #expect(placed.leaf(at: Point(row: 3, column: 15)) == "b")
        #expect(placed.leaf(at: Point(row: 3, column: 14)) == nil)
        #expect(placed["c"] == nil)
    }

    @Test func boundsHoldAndFixedPartsKeepTheirSize() {
        #expect(columns(.rest, .share(1, of: 2, atLeast: 8), in: 11) == [2, 8])
        #expect(columns(.rest, .share(1, of: 2, atMost: 8), in: 101) == [92, 8])
        #expect(columns(.rest, .share(1, of: 2, less: 2), in: 21) == [12, 8])
        #expect(columns(.fixed(3), .rest, .fixed(4), in: 20) == [3, 11, 4])
    }

    @Test func equalPartsGetOneMoreAtTheEnd() {
        #expect(columns(.rest, .rest, .rest, in: 22) == [6, 7, 7])
        #expect(columns(.rest, .rest, .rest, .rest, in: 79) == [19, 19, 19, 19])
    }

    @Test func whereThereIsTooLittleTheFirstHasFirstClaim() {
        #expect(columns(.fixed(8), .fixed(8), in: 12) == [8, 3])
        #expect(columns(.rest(atLeast: 5), .fixed(8), in: 10) == [5, 4])
        #expect(columns(.rest, .fixed(8), in: 4) == [0, 3])
        #expect(columns(.fixed(2), .rest, .rest, in: 1) == [0, 0, 0])
    }

    /// Whatever is asked for: nothing overlaps, nothing is left over.
    @Test func partsAndLinesCoverTheWhole() {
        var dice = Dice(51)
        for _ in 0..<2000 {
            var names = 0
            let split = tree(&dice, depth: 3, &names)
            let whole = Rect(
                row: 3, column: 5, rows: .random(in: 0...40, using: &dice),
                columns: .random(in: 0...90, using: &dice))
            let placed = split.placed(in: whole)
            #expect(placed.leaves.map(\.leaf) == Array(0..<names))
            let rects = placed.leaves.map(\.rect) + placed.lines
            #expect(rects.allSatisfy { $0.isEmpty || $0.intersection(whole) == $0 })
            let cells = rects.reduce(0) { $0 + $1.rows * $1.columns }
            #expect(cells == whole.rows * whole.columns)
            for (place, rect) in rects.enumerated() {
                #expect(rects[..<place].allSatisfy { $0.intersection(rect).isEmpty })
            }
        }
    }

    private func tree(_ dice: inout Dice, depth: Int, _ names: inout Int) -> Split<Int> {
        guard depth > 0, Int.random(in: 0..<4, using: &dice) > 0 else {
            defer { names += 1 }
            return .leaf(names)
        }
        // A part that takes the rest is always there: shares alone need not fill the whole.
        var parts = [Split<Int>.Part(.rest, tree(&dice, depth: depth - 1, &names))]
        for _ in 0..<Int.random(in: 0...2, using: &dice) {
            parts.append(.init(extent(&dice), tree(&dice, depth: depth - 1, &names)))
        }
        let gap = Int.random(in: 0...1, using: &dice)
        return .random(using: &dice) ? .rows(parts, gap: gap) : .columns(parts, gap: gap)
    }

    private func extent(_ dice: inout Dice) -> Extent {
        switch Int.random(in: 0..<3, using: &dice) {
        case 0: .fixed(.random(in: 0...30, using: &dice))
        case 1: .rest(atLeast: .random(in: 0...10, using: &dice))
        default:
            .share(
                .random(in: 0...5, using: &dice), of: .random(in: 1...5, using: &dice),
                less: .random(in: 0...3, using: &dice), atLeast: .random(in: 0...9, using: &dice),
                atMost: .random(in: 9...60, using: &dice))
        }
    }

    private func columns(_ extents: Extent..., in columns: Int) -> [Int] {
        let parts = extents.enumerated().map { Split.Part($1, .leaf($0)) }
        let whole = Rect(Size(rows: 1, columns: columns))
        return Split.columns(parts).placed(in: whole).leaves.map(\.rect.columns)
    }
}

/// The workbench's places are a tree, in every size: what stood in its layout as sums.
struct WorkbenchSplitTests {
    private enum Pane: Hashable { case conversation, parameters, traffic, usage, composer }

    /// A screen and the rows of its prompt.
    private struct Screen: Hashable {
        var size: Size
        var prompt: Int

        /// Inside the frame and above the prompt.
        var area: Rect {
            Rect(row: 2, column: 1, rows: size.rows - 4 - prompt, columns: size.columns - 2)
        }
    }

    /// The screens on which a placing is another than it should be.
    private func screens(
        atLeast rows: Int, _ columns: Int, differ: (Screen) -> Bool
    ) -> [Screen] {
        stride(from: rows, through: 70, by: 2).flatMap { rows in
            (columns...200).flatMap { columns in
                Set([1, rows / 8, rows / 4]).filter { $0 > 0 }.map {
                    Screen(size: Size(rows: rows, columns: columns), prompt: $0)
                }
            }
        }.filter(differ)
    }

    private func placed(_ panes: Split<Pane>, on screen: Screen) -> Split<Pane>.Placement {
        let split: Split<Pane> = .rows([
            .init(.rest, panes), .init(.fixed(screen.prompt), .leaf(.composer)),
        ])
        let (rows, columns) = (screen.size.rows - 3, screen.size.columns - 2)
        return split.placed(in: Rect(row: 2, column: 1, rows: rows, columns: columns))
    }

    @Test func thePromptStandsBelow() {
        let wrong = screens(atLeast: 10, 40) { screen in
            let placed = placed(.leaf(.conversation), on: screen)
            let prompt = Rect(
                row: screen.size.rows - 1 - screen.prompt, column: 3, rows: screen.prompt,
                columns: screen.size.columns - 5)
            return placed[.conversation] != screen.area
                || placed[.composer]?.inset(left: 2, right: 1) != prompt
        }
        #expect(wrong == [])
    }

    @Test func allPanesStandInAGrid() {
        let side = Extent.share(21, of: 50, atLeast: 44, atMost: 68)
        let upper: Split<Pane> = .columns([
            .init(.rest, .leaf(.conversation)), .init(side, .leaf(.parameters)),
        ])
        let lower: Split<Pane> = .columns([
            .init(.rest, .leaf(.traffic)), .init(side, .leaf(.usage)),
        ])
        let split: Split<Pane> = .rows([
            .init(.rest, upper), .init(.share(2, of: 5, atLeast: 8), lower),
        ])
        let wrong = screens(atLeast: 28, 100) { screen in
            let (placed, area) = (placed(split, on: screen), screen.area)
            let right = min(max(44, area.columns * 21 / 50), 68)
            let left = area.columns - right - 1
            let bottom = max(8, area.rows * 2 / 5)
            let top = area.rows - bottom - 1
            let (column, row) = (area.column + left + 1, area.row + top + 1)
            return placed[.conversation] != Rect(row: 2, column: 1, rows: top, columns: left)
                || placed[.parameters] != Rect(row: 2, column: column, rows: top, columns: right)
                || placed[.traffic] != Rect(row: row, column: 1, rows: bottom, columns: left)
                || placed[.usage] != Rect(row: row, column: column, rows: bottom, columns: right)
        }
        #expect(wrong == [])
    }

    @Test func oneMorePaneStandsBelow() {
        let split: Split<Pane> = .rows([
            .init(.rest, .leaf(.conversation)), .init(.share(2, of: 5), .leaf(.traffic)),
        ])
        let wrong = screens(atLeast: 18, 72) { screen in
            let (placed, area) = (placed(split, on: screen), screen.area)
            let bottom = area.rows * 2 / 5
            let (top, columns) = (area.rows - bottom - 1, area.columns)
            return placed[.conversation] != Rect(row: 2, column: 1, rows: top, columns: columns)
                || placed[.traffic] != Rect(row: top + 3, column: 1, rows: bottom, columns: columns)
        }
        #expect(wrong == [])
    }

    @Test func orBeside() {
        let split: Split<Pane> = .columns([
            .init(.rest, .leaf(.conversation)),
            .init(.share(1, of: 2, less: 2, atMost: 40), .leaf(.usage)),
        ])
        let wrong = screens(atLeast: 18, 72) { screen in
            let (placed, area) = (placed(split, on: screen), screen.area)
            let right = min(40, area.columns / 2 - 2)
            let (left, rows) = (area.columns - right - 1, area.rows)
            return placed[.conversation] != Rect(row: 2, column: 1, rows: rows, columns: left)
                || placed[.usage] != Rect(row: 2, column: left + 2, rows: rows, columns: right)
        }
        #expect(wrong == [])
    }

    @Test(arguments: 1...4) func lanesStandSideBySide(_ count: Int) {
        let split: Split<Int> = .columns((0..<count).map { .init(.rest, .leaf($0)) })
        for columns in 20...210 {
            let area = Rect(row: 2, column: 1, rows: 9, columns: columns)
            var (column, lanes) = (area.column, [Rect]())
            for number in 0..<count {
                let left = area.endColumn - column - (count - number - 1)
                let width = left / (count - number)
                lanes.append(Rect(row: 2, column: column, rows: 9, columns: width))
                column += width + 1
            }
            #expect(split.placed(in: area).leaves.map(\.rect) == lanes)
        }
    }
}
