import ScreenKit
import Testing

struct TextBufferTests {
    @Test func typingAndDeletingGoByCluster() {
        var buffer = TextBuffer()
        for text in ["你", "👩", "\u{200d}", "👩", "e", "\u{301}"] { buffer.insert(text) }
        #expect(buffer.text == "你👩\u{200d}👩e\u{301}")
        buffer.deleteBackward()
        #expect(buffer.text == "你👩\u{200d}👩")
        buffer.move(.left)
        #expect(buffer.cursor == 3)
        buffer.deleteForward()
        buffer.deleteForward()
        #expect(buffer.text == "你")
        buffer.move(.left)
        buffer.deleteBackward()
        #expect(buffer.text == "你")
    }

    @Test func pastedReturnsAreNewlinesAndControlsStay() {
        var buffer = TextBuffer()
        buffer.paste("a\r\nb\rc\nd\u{1b}[A\u{0}")
        #expect(buffer.text == "a\nb\nc\nd\u{1b}[A\u{0}")
        #expect(TextBuffer("a\r\nb\n", isSingleLine: true).text == "a b ")
    }

    @Test func wordsAreRunsOfOneKind() {
        var buffer = TextBuffer("let top_p = 0.9; 用一句话，解释 it")
        var stops: [String] = []
        while buffer.cursor > 0 {
            buffer.move(.wordLeft)
            stops.append(String(buffer.text.utf8.dropFirst(buffer.cursor)) ?? "?")
        }
        #expect(
            stops.map { $0.prefix(4) } == [
                "it", "解释 i", "，解释 ", "话，解释", "一句话，", "用一句话", "; 用一", "9; 用", ".9; ", "0.9;",
                "= 0.", "top_",
                "let ",
            ])
        buffer.move(.wordRight)
        buffer.move(.wordRight)
        #expect(buffer.text(in: 0..<buffer.cursor) == "let top_p")
    }

    /// What stands beside a word is not reached by killing it.
    @Test(arguments: [
        ("提示词很重要", ["提示词", "很", "重要"]), ("大模型的温度越高", ["大模型", "的", "温度", "越", "高"]),
        ("南京市长江大桥", ["南京市", "长江大桥"]), ("研究生命起源", ["研究", "生命", "起源"]),
        ("你好，世界", ["你好", "，", "世界"]), ("漢語編輯", ["漢", "語", "編", "輯"]),
        ("カタカナと漢字", ["カタカナと", "漢", "字"]),
    ])
    func chineseWordsAreThoseOfAList(text: String, words: [String]) {
        var (forth, back) = (TextBuffer(text), TextBuffer(text))
        forth.move(.textStart)
        var (read, killed) = ([String](), [String]())
        while forth.cursor < forth.bytes.count {
            let start = forth.cursor
            forth.move(.wordRight)
            read.append(forth.text(in: start..<forth.cursor))
        }
        while !back.isEmpty {
            back.kill(.wordLeft)
            killed.insert(back.killed, at: 0)
        }
        #expect(read == words)
        #expect(killed == words)
    }

    /// A word is found by some hundred ideographs about it, wherever it stands in them.
    @Test func aWordInALongChineseTextIsFoundByWhatStandsAboutIt() {
        var buffer = TextBuffer(String(repeating: "提示词很重要", count: 50_000))
        buffer.moveCursor(to: 450_000)
        buffer.move(.wordRight)
        #expect(buffer.cursor == 450_009)
        buffer.move(.wordLeft)
        #expect(buffer.cursor == 450_000)
    }

    @Test func linesHaveStartsAndEnds() {
        var buffer = TextBuffer("one\n two\n")
        #expect(buffer.cursor == 9)
        buffer.move(.lineStart)
        #expect(buffer.cursor == 9)
        buffer.move(.left)
        buffer.move(.lineStart)
        #expect(buffer.cursor == 4)
        buffer.move(.lineEnd)
        #expect(buffer.cursor == 8)
        buffer.move(.textStart)
        #expect(buffer.cursor == 0)
    }

    @Test func aSelectionIsReplacedCollapsedOrDeleted() {
        var buffer = TextBuffer("hello world")
        buffer.move(.wordLeft, selecting: true)
        #expect(buffer.selection.map { buffer.text(in: $0) } == "world")
        var typed = buffer
        typed.insert("there")
        #expect(typed.text == "hello there")
        typed.undo()
        #expect(typed.text == "hello world")
        var moved = buffer
        moved.move(.right)
        #expect(moved.selection == nil)
        #expect(moved.cursor == 11)
        buffer.deleteBackward()
        #expect(buffer.text == "hello ")
        buffer.selectAll()
        buffer.deleteForward()
        #expect(buffer.isEmpty)
    }

    @Test func undoGoesBackByWordsAndRedoReturns() {
        var buffer = TextBuffer()
        for character in "one two" { buffer.insert(String(character)) }
        buffer.paste("PASTE")
        buffer.deleteBackward()
        buffer.deleteBackward()
        #expect(buffer.text == "one twoPAS")
        var states: [String] = []
        while buffer.undo() { states.append(buffer.text) }
        #expect(states == ["one twoPASTE", "one two", "one ", ""])
        while buffer.redo() {}
        #expect(buffer.text == "one twoPAS")
        buffer.undo()
        buffer.insert("x")
        let wasRedone = buffer.redo()
        #expect(!wasRedone)
    }

    @Test func whatIsKilledCanBeYanked() {
        var buffer = TextBuffer("first line\nsecond line")
        buffer.kill(.wordLeft)
        #expect(buffer.text == "first line\nsecond ")
        buffer.kill(.lineStart)
        #expect(buffer.killed == "second ")
        buffer.moveCursor(to: 5)
        buffer.killToLineEnd()
        #expect(buffer.text == "first\n")
        buffer.killToLineEnd()
        #expect(buffer.text == "first")
        buffer.kill(.lineStart)
        #expect(buffer.isEmpty)
        buffer.yank()
        #expect(buffer.text == "first")
    }

    @Test func theCursorNeverStandsInsideACluster() {
        var buffer = TextBuffer("a\u{301}b")
        buffer.moveCursor(to: 1)
        #expect(buffer.cursor == 3)
        buffer.moveCursor(to: 0)
        buffer.deleteForward()
        buffer.moveCursor(to: 0)
        buffer.insert("\u{301}")
        buffer.moveCursor(to: 0)
        buffer.insert("e")
        #expect(buffer.cursor == 3)
    }

    @Test func anyEditingCanBeUndoneToTheStart() {
        var dice = Dice(21)
        let texts = [
            "a", " ", "\n", "你", "e\u{301}", "👩\u{200d}👩", "\u{200d}", "🇨🇳", "\u{1f1e8}", "word",
            "\t",
        ]
        for _ in 0..<300 {
            var buffer = TextBuffer("start 开始")
            for _ in 0..<30 { change(&buffer, &dice, texts) }
            let end = buffer.text
            var steps = 0
            while buffer.undo() { steps += 1 }
            #expect(buffer.text == "start 开始")
            while buffer.redo() { steps -= 1 }
            #expect(buffer.text.utf8.elementsEqual(end.utf8))
            #expect(steps == 0)
        }
    }

    private func change(_ buffer: inout TextBuffer, _ dice: inout Dice, _ texts: [String]) {
        let motions: [TextBuffer.Motion] = [
            .left, .right, .wordLeft, .wordRight, .lineStart, .lineEnd, .textStart, .textEnd,
        ]
        switch Int.random(in: 0..<8, using: &dice) {
        case 0:
            buffer.move(motions[.random(in: 0..<8, using: &dice)], selecting: .random(using: &dice))
        case 1: buffer.deleteBackward()
        case 2: buffer.deleteForward()
        case 3: buffer.kill(motions[.random(in: 0..<8, using: &dice)])
        case 4: buffer.move(.up(1), in: buffer.layout(width: 5))
        case 5: buffer.paste(texts[.random(in: 0..<texts.count, using: &dice)])
        default: buffer.insert(texts[.random(in: 0..<texts.count, using: &dice)])
        }
        // Between clusters as they are read from the start of the text.
        let boundaries = clusterBoundaries(of: buffer)
        #expect(
            boundaries.contains(buffer.cursor), "\(buffer.text.debugDescription) \(buffer.cursor)")
    }

    private func clusterBoundaries(of buffer: TextBuffer) -> Set<Int> {
        var (walker, found) = (buffer, Set([0]))
        walker.moveCursor(to: 0)
        while walker.cursor < walker.bytes.count {
            walker.move(.right)
            found.insert(walker.cursor)
        }
        return found
    }
}

struct TextLayoutTests {
    /// Rows that were kept through edits are those of the text as it stands.
    @Test func keptRowsAreThoseOfTheText() {
        var dice = Dice(41)
        let parts = [
            "a", "word", " ", "  ", "\n", "你好", "\t", "e\u{301}", "\u{301}", "👍", "\u{1b}",
            "\u{202e}", "🇨🇳", "\u{1f1e8}", "longerthantherow", "👩", "\u{200d}", "",
        ]
        for _ in 0..<400 {
            let text = (0..<40).map { _ in parts[.random(in: 0..<parts.count, using: &dice)] }
                .joined()
            var buffer = TextBuffer(text)
            let width = Int.random(in: 2...24, using: &dice)
            buffer.keepRows(width: width)
            for _ in 0..<20 {
                buffer.moveCursor(to: .random(in: 0...buffer.bytes.count, using: &dice))
                switch Int.random(in: 0..<6, using: &dice) {
                case 0: buffer.deleteBackward()
                case 1: buffer.kill(.wordLeft)
                case 2: buffer.undo()
                case 3: buffer.redo()
                default: buffer.paste(parts[.random(in: 0..<parts.count, using: &dice)])
                }
                let anew = TextBuffer(buffer.text).layout(width: width)
                #expect(buffer.layout(width: width).rows == anew.rows)
            }
        }
    }

    @Test func aKeyInALongTextLaysOutAFewRows() {
        let lines = long("a line of words, 和一些汉字。\n")
        #expect(rowsLaidOut(byKeysIn: lines, at: [0, 500_000, 900_000, 1_000_000]) < 8)
        // Without a line end what stands behind moves on, until it finds its old place.
        let paragraph = long("a line of words, 和一些汉字。")
        #expect(rowsLaidOut(byKeysIn: paragraph, at: [0, 500_000, 900_000, 1_000_000]) < 300)
        #expect(rowsLaidOut(byKeysIn: long("endless"), at: [1_000_000]) < 8)
    }

    private func long(_ line: String) -> TextBuffer {
        var buffer = TextBuffer(String(repeating: line, count: 1_000_000 / line.utf8.count))
        buffer.keepRows(width: 80)
        return buffer
    }

    /// The most rows for a key, what it draws, and its way back.
    private func rowsLaidOut(byKeysIn text: TextBuffer, at places: [Int]) -> Int {
        #expect(text.rowsLaidOut > 10_000)
        return places.map { place in
            var buffer = text
            buffer.moveCursor(to: place)
            var counts = [buffer.rowsLaidOut]
            buffer.insert("x")
            _ = TextArea(buffer, size: Size(rows: 9, columns: 80))
            counts.append(buffer.rowsLaidOut)
            buffer.undo()
            counts.append(buffer.rowsLaidOut)
            return max(counts[1] - counts[0], counts[2] - counts[1])
        }.max() ?? 0
    }

    @Test func textsWithAndWithoutKeptRowsAreEqual() {
        var buffer = TextBuffer("the same")
        buffer.keepRows(width: 20)
        #expect(buffer == TextBuffer("the same"))
        #expect(buffer.layout(width: 5).rows == TextBuffer("the same").layout(width: 5).rows)
    }

    @Test func rowsEndAfterSpacesAndBetweenIdeographs() {
        let layout = TextBuffer("hello world 你好世界\n\nx").layout(width: 9)
        #expect(
            layout.rows.indices.map { layout.text(ofRow: $0) } == [
                "hello ", "world 你", "好世界", "", "x",
            ])
        #expect(TextBuffer("").layout(width: 5).rows.count == 1)
        #expect(TextBuffer("abcdefghij").layout(width: 5).rows.map(\.width) == [4, 4, 2])
        #expect(TextBuffer("a\n").layout(width: 5).rows.count == 2)
    }

    @Test func offsetsAndCellsFindEachOther() {
        let buffer = TextBuffer("ab 你好\n\tx\u{1b}y")
        let layout = buffer.layout(width: 20)
        #expect(layout.point(of: 0) == Point(row: 0, column: 0))
        #expect(layout.point(of: 6) == Point(row: 0, column: 5))
        #expect(layout.point(of: 9) == Point(row: 0, column: 7))
        #expect(layout.point(of: 11) == Point(row: 1, column: 4))
        #expect(layout.point(of: 13) == Point(row: 1, column: 7))
        #expect(layout.offset(at: Point(row: 0, column: 4)) == 3)
        #expect(layout.offset(at: Point(row: 0, column: 99)) == 9)
        #expect(layout.offset(at: Point(row: 9, column: 6)) == 12)
        #expect(layout.columns(of: 2..<9, inRow: 0) == 2..<7)
    }

    @Test func everyCursorHasACellInsideAndFindsBack() {
        var dice = Dice(31)
        let parts = ["a", "你", " ", "\n", "word", "\t", "e\u{301}", "👍", "\u{1b}", "🇨🇳"]
        for _ in 0..<500 {
            let text = (0..<30).map { _ in parts[.random(in: 0..<parts.count, using: &dice)] }
                .joined()
            var buffer = TextBuffer(text)
            let layout = buffer.layout(width: .random(in: 8...20, using: &dice))
            #expect(layout.rows.allSatisfy { $0.width < layout.width })
            while buffer.cursor > 0 {
                buffer.move(.left)
                let point = layout.point(of: buffer.cursor)
                #expect(point.column < layout.width)
                #expect(layout.offset(at: point) == buffer.cursor)
            }
        }
    }

    @Test func verticalMotionKeepsTheColumn() {
        var buffer = TextBuffer("long line here\nab\n你好世界再见")
        let layout = buffer.layout(width: 40)
        buffer.moveCursor(to: 10)
        buffer.move(.down(1), in: layout)
        #expect(buffer.cursor == 17)
        buffer.move(.down(1), in: layout)
        #expect(layout.point(of: buffer.cursor) == Point(row: 2, column: 10))
        buffer.move(.up(2), in: layout)
        #expect(buffer.cursor == 10)
        let moved = buffer.move(.up(1), in: layout)
        #expect(!moved)
    }

    @Test func rowsHaveStartsAndEnds() {
        var buffer = TextBuffer("hello world")
        let layout = buffer.layout(width: 8)
        buffer.move(.rowStart, in: layout)
        #expect(buffer.cursor == 6)
        buffer.move(.up(1), in: layout)
        buffer.move(.rowEnd, in: layout)
        #expect(layout.point(of: buffer.cursor).row == 0)
    }

    @Test func theEditorFollowsItsCursorAndShowsTheSelection() {
        var buffer = TextBuffer((1...9).map { "line \($0)" }.joined(separator: "\n"))
        var area = TextArea(buffer, size: Size(rows: 3, columns: 10))
        var cursor = Point(row: 0, column: 0)
        let grid = drawn(rows: 3, columns: 10) { cursor = area.draw(on: &$0) }
        #expect(grid.lines == ["line 7", "line 8", "line 9"])
        #expect(cursor == Point(row: 2, column: 6))
        buffer.move(.up(5), in: area.layout, selecting: true)
        area = TextArea(buffer, size: Size(rows: 3, columns: 10), firstRow: area.firstRow)
        #expect(area.firstRow == 3)
        let selected = drawn(rows: 3, columns: 10) { area.draw(on: &$0) }
        #expect(
            (0..<3).map { selected.text(row: $0, in: .selection) } == [[], ["line 5"], ["line 6"]])
        #expect(area.offset(at: Point(row: 1, column: 2)) == 30)
    }
}
