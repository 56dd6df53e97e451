import ScreenKit
import Testing

struct CanvasTests {
    @Test func textStandsWhereItIsWritten() {
        let grid = drawn(rows: 2, columns: 10) { canvas in
            let used = canvas.write("你好", at: Point(row: 1, column: 2), face: .strong)
            canvas.write("!", at: Point(row: 1, column: 2 + used))
        }
        #expect(grid.text == "\n  你好!")
        #expect(grid.text(row: 1, in: .strong) == ["你好"])
        #expect(grid.find("好") == Point(row: 1, column: 4))
        #expect(grid.find("x") == nil)
    }

    @Test func aWideCharacterIsNeverCutInHalf() {
        #expect(written("a你", columns: 2).lines == ["a"])
        #expect(brokenHalves(written("a你", columns: 2)).isEmpty)
        let limited = drawn(columns: 8) {
            #expect($0.write("你好世", at: Point(row: 0, column: 0), limit: 5) == 5)
        }
        #expect(limited.lines == ["你好"])
    }

    @Test func whatIsLeftOfTheEdgeIsClipped() {
        let grid = drawn(columns: 4) { $0.write("你好吗", at: Point(row: 0, column: -1)) }
        #expect(grid.lines == [" 好"])
        #expect(brokenHalves(grid).isEmpty)
    }

    @Test func overwritingHalfOfAWideCharacterBlanksTheOther() {
        for column in 0..<4 {
            let grid = drawn(columns: 6) { canvas in
                canvas.write("你好吗", at: Point(row: 0, column: 0))
                canvas.write("x", at: Point(row: 0, column: column))
                canvas.write("世", at: Point(row: 0, column: 3))
            }
            #expect(brokenHalves(grid).isEmpty)
        }
        let filled = drawn(columns: 6) { canvas in
            canvas.write("你好吗", at: Point(row: 0, column: 0))
            canvas.fill(Rect(row: 0, column: 1, rows: 1, columns: 2), face: .dim)
        }
        #expect(filled.lines == ["    吗"])
    }

    @Test func anyOrderOfDrawingLeavesWholeCharacters() {
        var dice = Dice(7)
        let words = ["你好", "a", "👍", "🇨🇳", "e\u{301}x", "─", "漢a字", "\u{1b}"]
        var grid = Grid(Size(rows: 3, columns: 12))
        for _ in 0..<5000 {
            let place = Point(
                row: .random(in: -1...3, using: &dice), column: .random(in: -3...13, using: &dice))
            let area = Rect(
                row: place.row, column: place.column, rows: 2,
                columns: .random(in: 0...6, using: &dice))
            grid.draw(
                in: Rect(row: 0, column: .random(in: -2...4, using: &dice), rows: 3, columns: 7)
            ) { canvas in
                switch Int.random(in: 0..<5, using: &dice) {
                case 0: canvas.fill(area)
                case 1: canvas.paint(face: .selection, in: area)
                case 2: canvas.box(area)
                default: canvas.write(words[.random(in: 0..<words.count, using: &dice)], at: place)
                }
            }
            #expect(brokenHalves(grid).isEmpty)
        }
    }

    @Test func aPartHasItsOwnCoordinatesAndCannotBeLeft() {
        let grid = drawn(rows: 3, columns: 12) { canvas in
            canvas.sub(Rect(row: 1, column: 2, rows: 1, columns: 4)) { part in
                #expect(part.size == Size(rows: 1, columns: 4))
                part.write("abcdefgh", at: Point(row: 0, column: 0))
                part.write("no", at: Point(row: 1, column: 0))
                part.sub(Rect(row: 0, column: 3, rows: 5, columns: 5)) { inner in
                    inner.write("XY", at: Point(row: 0, column: 0))
                }
            }
            canvas.write("end", at: Point(row: 2, column: 0))
        }
        #expect(grid.lines == ["", "  abcX", "end"])
    }

    @Test func aPartBeyondTheGridIsHarmless() {
        var grid = Grid(Size(rows: 2, columns: 3))
        for rect in [
            Rect(row: 5, column: 9, rows: 2, columns: 2),
            Rect(row: -4, column: -4, rows: 2, columns: 2),
            Rect(row: 0, column: 0, rows: 0, columns: 0),
            Rect(row: -1, column: -1, rows: 9, columns: 9),
        ] {
            grid.draw(in: rect) { canvas in
                canvas.fill()
                canvas.box(canvas.bounds, title: "title")
                canvas.write("你好世界", at: Point(row: 1, column: 1))
                canvas.paint(face: .dim)
            }
        }
        #expect(brokenHalves(grid).isEmpty)
        #expect(grid.lines == ["你", ""])
    }

    @Test func paintingChangesFacesOfWholeCharacters() {
        let grid = drawn(columns: 6) { canvas in
            canvas.write("你好吗", at: Point(row: 0, column: 0))
            canvas.paint(face: .selection, in: Rect(row: 0, column: 3, rows: 1, columns: 2))
        }
        #expect(grid.lines == ["你好吗"])
        #expect(grid.text(row: 0, in: .selection) == ["好吗"])
    }

    @Test func tabsLeadToStopsCountedFromWhereTheTextBegins() {
        let grid = drawn(columns: 20) { $0.write("a\tb\t你\tc", at: Point(row: 0, column: 1)) }
        #expect(grid.lines == [" a   b   你  c"])
        #expect(Width.of("a\tb\t你\tc") == 13)
    }

    @Test func framesJoinWhereTheyMeet() {
        let grid = drawn(rows: 5, columns: 15) { canvas in
            canvas.box(Rect(row: 0, column: 0, rows: 3, columns: 9), title: "对话")
            canvas.box(Rect(row: 0, column: 8, rows: 3, columns: 7))
            canvas.box(Rect(row: 2, column: 0, rows: 3, columns: 15))
        }
        #expect(
            grid.text == """
                ┌ 对话 ─┬─────┐
                │       │     │
                ├───────┴─────┤
                │             │
                └─────────────┘
                """)
    }

    @Test func framesAreASCIIWhereLinesMayBeWide() {
        var profile = WidthProfile.conservative
        profile.ambiguousWide = true
        let grid = drawn(rows: 3, columns: 9, profile) { canvas in
            canvas.box(Rect(row: 0, column: 0, rows: 3, columns: 5))
            canvas.box(Rect(row: 0, column: 4, rows: 3, columns: 5), title: "long title")
        }
        #expect(grid.lines == ["+---+ ~ +", "|   |   |", "+---+---+"])
    }

    @Test func linesCrossInAllWays() {
        let grid = drawn(rows: 3, columns: 5) { canvas in
            canvas.box(Rect(row: 0, column: 0, rows: 3, columns: 5))
            canvas.horizontalLine(row: 1, from: 0, to: 5)
            canvas.verticalLine(column: 2, from: 0, to: 3)
        }
        #expect(grid.lines == ["┌─┬─┐", "├─┼─┤", "└─┴─┘"])
    }

    @Test func aClippedTextSaysSoIfAsked() {
        let grid = drawn(columns: 8) {
            $0.write("你好世界再见", at: Point(row: 0, column: 0), ellipsis: true)
        }
        #expect(grid.lines == ["你好世…"])
    }
}
