import ScreenKit
import Testing

/// Marks on styled text, and the places of a mouse in it.
struct MarksTests {
    private let heat = Face(index: 42)

    private func draw(_ text: String, columns: Int, _ marks: Marks) -> Grid {
        var page = StyledPage(StyledText(text), width: columns)
        let rows = page.countLines()
        return drawn(rows: rows, columns: columns) {
            page.window(ScrollState(), rows: rows).draw(on: &$0, marks: marks)
        }
    }

    @Test func aMarkFollowsItsTextThroughTheLines() {
        var marks = Marks()
        let text = "one two three"
        marks[.match] = [Mark(4..<13, .match)]
        let grid = draw(text, columns: 6, marks)
        #expect(grid.lines == ["one", "two", "three"])
        #expect((0..<3).map { grid.text(row: $0, in: .match) } == [[], ["two"], ["three"]])
    }

    @Test func upperLayersHideLowerOnes() {
        var marks = Marks()
        marks[.match] = [Mark(2..<4, .selection)]
        marks[.heat] = [Mark(1..<5, .match)]
        marks[.difference] = [Mark(0..<6, heat)]
        let grid = draw("abcdefg", columns: 9, marks)
        #expect(grid.text(row: 0, in: heat) == ["a", "f"])
        #expect(grid.text(row: 0, in: .match) == ["b", "e"])
        #expect(grid.text(row: 0, in: .selection) == ["cd"])
        #expect(grid.text(row: 0, in: .text) == ["g  "])
    }

    /// Half of a character is marked with the other half.
    @Test func wholeClustersAreMarked() {
        var marks = Marks()
        marks[.match] = [Mark(2..<3, .match), Mark(17..<18, .match)]
        let grid = draw("你好 e\u{301}\u{1b} \u{202e}", columns: 30, marks)
        #expect(grid.lines == ["你好 e\u{301}^[ <U+202E>"])
        #expect(grid.text(row: 0, in: .match) == ["你"])
        marks[.match] = [Mark(8..<9, .match), Mark(10..<11, .match), Mark(12..<13, .match)]
        let more = draw("你好 e\u{301}\u{1b} \u{202e}", columns: 30, marks)
        #expect(more.text(row: 0, in: .match) == ["e\u{301}^[", "<U+202E>"])
    }

    @Test func tabsAndWhatStandsBehindThemAreMarkedInTheirColumns() {
        var marks = Marks()
        marks[.match] = [Mark(1..<3, .match)]
        let grid = draw("a\tbc", columns: 20, marks)
        #expect(grid.text(row: 0, in: .match) == ["   b"])
    }

    @Test func aLabelIsMarkedAsTheRest() {
        var text = StyledText()
        text.begin(label: "name: ", .dim)
        text.append("a name of names")
        var page = StyledPage(text, width: 12)
        var marks = Marks()
        for start in [0, 8, 16] { marks.append(Mark(start..<start + 4, .match), to: .match) }
        let grid = drawn(rows: 3, columns: 12) {
            page.window(ScrollState(), rows: 3).draw(on: &$0, marks: marks)
        }
        #expect(grid.lines == ["name: a name", "      of", "      names"])
        #expect(
            (0..<3).map { grid.text(row: $0, in: .match) } == [["name", "name"], [], ["name"]])
    }

    @Test func whereMarksOverlapTheLaterOneHolds() {
        var marks = Marks()
        marks[.match] = [Mark(4..<9, heat), Mark(0..<6, .match), Mark(20..<20, .match)]
        #expect(marks[.match] == [Mark(0..<4, .match), Mark(4..<9, heat)])
        marks.append(Mark(8..<12, .match), to: .match)
        #expect(marks[.match] == [Mark(0..<4, .match), Mark(4..<8, heat), Mark(8..<12, .match)])
        #expect(!marks.isEmpty)
        #expect(Marks().isEmpty)
    }

    @Test func everyCellFindsItsPlaceInTheSource() {
        var dice = Dice(71)
        let parts = ["a", "你", " ", "\n", "word", "\t", "e\u{301}", "👍", "\u{1b}", "🇨🇳", "，"]
        for _ in 0..<300 {
            let text = (0..<30).map { _ in parts[.random(in: 0..<parts.count, using: &dice)] }
                .joined()
            var page = StyledPage(StyledText(text), width: .random(in: 8...20, using: &dice))
            let bytes = Array(text.utf8)
            let lines = page.lines(in: 0..<page.countLines())
            for line in lines {
                for offset in line.range {
                    for columns in line.columns(of: offset..<offset + 1) {
                        let found = line.row.cluster(
                            atColumn: columns.lowerBound, of: bytes, page.profile)
                        #expect(found?.contains(offset) == true)
                        #expect(found.map { line.columns(of: $0) } == [columns])
                    }
                }
            }
        }
    }

    @Test func whatIsBelowIsCountedOverTheLastRow() {
        let lines = (1...9).map { "line \($0)" }.joined(separator: "\n")
        var page = StyledPage(StyledText(lines), width: 20)
        var scroll = ScrollState()
        scroll.scroll(by: 2, count: page.countLines(), height: 3)
        let grid = drawn(rows: 3, columns: 20) {
            page.window(scroll, rows: 3).draw(on: &$0) { "↓ \($0) more" }
        }
        #expect(grid.lines == ["line 3", "line 4", "line 5     ↓ 4 more"])
        #expect(grid.text(row: 2, in: .dim) == [" ↓ 4 more "])
        scroll.scroll(by: 99, count: page.countLines(), height: 3)
        let end = drawn(rows: 3, columns: 20) {
            page.window(scroll, rows: 3).draw(on: &$0) { "↓ \($0) more" }
        }
        #expect(end.lines == ["line 7", "line 8", "line 9"])
    }
}
