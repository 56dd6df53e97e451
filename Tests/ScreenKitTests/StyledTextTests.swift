import ScreenKit
import Testing

/// What styled text says in lines.
struct StyledTextTests {
    private let red = Face(index: 40)
    private let blue = Face(index: 41)

    @Test func linesBreakAsThoseOfPlainText() {
        var dice = Dice(61)
        for _ in 0..<1500 {
            var (page, plain) = (StyledPage(), "")
            for _ in 0..<Int.random(in: 1...4, using: &dice) {
                let part = randomText(&dice, .random(in: 0...40, using: &dice))
                plain += part
                let face = Face(index: UInt16.random(in: 0...3, using: &dice))
                page.grow { $0.append(part, face) }
                let width = Int.random(in: 1...24, using: &dice)
                page.setWidth(width)
                let whole = WrappedText(width: width, plain).lines
                #expect(page.countLines() == whole.count)
                let lines = page.lines(in: 0..<whole.count)
                #expect(lines.map(\.text) == whole.map(\.text))
                #expect(lines.map(\.range) == whole.map(\.range))
            }
        }
    }

    @Test func anyWindowShowsTheSameLines() {
        var dice = Dice(62)
        let text = randomText(&dice, 6000)
        var page = StyledPage(StyledText(text), width: 30)
        let wrapped = WrappedText(width: 30, text)
        let whole = wrapped.lines.map(\.text)
        for _ in 0..<60 {
            let rows = Int.random(in: 0...40, using: &dice)
            let first = Int.random(in: 0...whole.count - rows, using: &dice)
            #expect(
                page.lines(in: first..<first + rows).map(\.text)
                    == whole[first..<first + rows].map(\.self))
            #expect(page.lastLines(rows).map(\.text) == whole.suffix(rows).map(\.self))
        }
        for offset in stride(from: 0, through: text.utf8.count, by: 97) {
            #expect(page.lineNumber(of: offset) == wrapped.line(at: offset))
        }
    }

    @Test func everyCellHasTheFaceOfItsCluster() {
        var text = StyledText("plain ", .text)
        text.append("红色 and e", red)
        text.append("\u{301}蓝\t", blue)
        text.append("\u{1b}[2J end", red)
        var page = StyledPage(text, width: 12)
        let grid = drawn(rows: 4, columns: 12) {
            page.window(ScrollState(), rows: 4).draw(on: &$0)
        }
        #expect(grid.lines == ["plain 红色", "and e\u{301}蓝", "^[[2J end", ""])
        #expect(grid.text(row: 0, in: red) == ["红色"])
        // A mark goes with what it stands on, whatever face it was given.
        #expect(grid.text(row: 1, in: red) == ["and e\u{301}"])
        #expect(grid.text(row: 1, in: blue) == ["蓝"])
        #expect(grid.text(row: 2, in: .escaped) == ["^["])
        #expect(grid.text(row: 2, in: red) == ["[2J end"])
        #expect(brokenHalves(grid) == [])
    }

    @Test func tabsEndWhereTheyDoInPlainText() {
        var page = StyledPage(StyledText("a\tb\t你\tc"), width: 20)
        #expect(page.lines(in: 0..<1).map(\.text) == ["a   b   你  c"])
    }

    /// A name with its value beside it, wrapped in what is left: as JSON and headers are shown.
    @Test func whatFollowsALabelStandsBesideIt() {
        let style = ParagraphStyle(leastColumns: 8)
        let value = "\"a value that is longer than one line, 也有汉字\""
        for width in [10, 20, 33] {
            var text = StyledText()
            text.begin(style, label: "  \"name\": ", red)
            text.append(value, blue)
            text.begin(style, label: "  \"more\": ", red)
            text.append("1", blue)
            var page = StyledPage(text, width: width)
            let used = Width.of("  \"name\": ")
            let wrapped = WrappedText(width: max(8, width - used), value).lines.map(\.text)
            let blank = String(repeating: " ", count: used)
            let lines = page.lines(in: 0..<page.countLines()).map(\.text)
            #expect(
                lines == ["  \"name\": " + wrapped[0]] + wrapped.dropFirst().map { blank + $0 }
                    + ["  \"more\": 1"])
        }
    }

    @Test func aLabelStandsAloneUntilSomethingFollows() {
        var page = StyledPage(width: 20)
        page.grow { $0.begin(label: "name: ", red) }
        #expect(page.lines(in: 0..<page.countLines()).map(\.text) == ["name: "])
        page.grow { $0.append("value\nand more\n") }
        #expect(
            page.lines(in: 0..<page.countLines()).map(\.text) == ["name: value", "      and more"])
    }

    @Test func marginsStandBesideEveryLineAndAreNoneOfTheText() {
        let bar = ParagraphStyle.Piece(Symbols.of(.conservative).bar + " ", red)
        let quote = ParagraphStyle(margin: [bar], hanging: [bar])
        let list = ParagraphStyle(margin: [.init("• ", blue)])
        var text = StyledText()
        text.line("four words are here", .text, quote)
        text.line("一二三四五", .text, list)
        text.line("plain again")
        var page = StyledPage(text, width: 10)
        let lines = page.lines(in: 0..<page.countLines())
        #expect(
            lines.map(\.text) == [
                "│ four", "│ words", "│ are here", "• 一二三四", "  五", "plain", "again",
            ])
        #expect(text.text == "four words are here\n一二三四五\nplain again\n")
        let grid = drawn(rows: 7, columns: 10) {
            page.window(ScrollState(), rows: 7).draw(on: &$0)
        }
        #expect(grid.lines == lines.map(\.text))
        #expect((0..<3).allSatisfy { grid.text(row: $0, in: red) == ["│ "] })
        #expect(grid.text(row: 3, in: blue) == ["• "])
        #expect(lines.map(\.range.lowerBound) == [0, 5, 11, 20, 32, 36, 42])
    }

    @Test func whatDoesNotWrapIsCutAtTheEdge() {
        var text = StyledText()
        text.line("GET https://example.com/v1/models", .strong, .unwrapped)
        text.line("and words that wrap")
        var page = StyledPage(text, width: 12)
        let grid = drawn(rows: 3, columns: 12) {
            page.window(ScrollState(), rows: 3).draw(on: &$0)
        }
        #expect(grid.lines == ["GET https://", "and words", "that wrap"])
    }

    @Test func longParagraphsKeepTheirMarginAcrossBlocks() {
        let quote = ParagraphStyle(margin: [.init("> ")], hanging: [.init("| ")])
        var text = StyledText()
        text.begin(quote)
        for number in 0..<3000 { text.append("line \(number)\n") }
        var page = StyledPage(text, width: 30)
        let lines = page.lines(in: 0..<page.countLines()).map(\.text)
        #expect(lines.count == 3000)
        #expect(lines.first == "> line 0")
        #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("| line ") })
    }

    private func randomText(_ dice: inout Dice, _ count: Int) -> String {
        let parts = [
            "a", "word", " ", "  ", "\t", "\n", "\r", "\r\n", "你", "好", "，", "。", "「",
            "e\u{301}", "\u{301}", "👍", "\u{1f3fd}", "👩", "\u{200d}", "\u{fe0f}", "\u{1f1e8}",
            "\u{1f1f3}", "\u{1b}", "\u{202e}", "(", ")", "🏴", "\u{e0067}", "\u{e007f}",
        ]
        return (0..<count).map { _ in parts[.random(in: 0..<parts.count, using: &dice)] }.joined()
    }
}

/// What a frame costs, in lines that are wrapped.
struct StyledPageCostTests {
    private func long(_ line: String, bytes: Int = 1_000_000) -> StyledText {
        StyledText(String(repeating: line, count: bytes / line.utf8.count))
    }

    @Test func theEndOfAMegabyteCostsWhatIsSeen() {
        var page = StyledPage(long("some words and 一些汉字 in a line that wraps\n"), width: 30)
        var following = ScrollState(followsEnd: true)
        #expect(page.window(following, rows: 40).lines.count == 40)
        #expect(page.linesWrapped < 600)
        page.setWidth(50)
        _ = page.window(following, rows: 40)
        #expect(page.linesWrapped < 1_000)
        // Nothing has changed: nothing is wrapped.
        let before = page.linesWrapped
        for _ in 0..<9 { _ = page.window(following, rows: 40) }
        #expect(page.linesWrapped == before)
        // Further up all have to be counted, once.
        let count = page.countLines()
        following.scroll(by: -100, count: count, height: 40)
        let counted = page.linesWrapped
        #expect(counted < count + 2_000)
        for _ in 0..<9 { #expect(page.window(following, rows: 40).below == 100) }
        #expect(page.linesWrapped - counted < 600)
    }

    @Test func whatArrivesCostsItsOwnLength() {
        for line in ["a word ", "endless", "几个字，", "line\n"] {
            var page = StyledPage(long(line, bytes: 200_000), width: 40)
            _ = page.countLines()
            var most = 0
            for _ in 0..<300 {
                let before = page.linesWrapped
                page.grow { $0.append(line) }
                _ = page.window(ScrollState(followsEnd: true), rows: 30)
                _ = page.countLines()
                most = max(most, page.linesWrapped - before)
            }
            #expect(most < 300, "\(line)")
            #expect(page.lines(in: 0..<page.countLines()).count == page.countLines())
        }
    }

    @Test func anUnfoldedEventOfManyLinesIsWrappedWhereItIsSeen() {
        var text = StyledText()
        for number in 0..<30_000 {
            text.begin(ParagraphStyle(leastColumns: 8), label: "\"\(number)\": ", .dim)
            text.append("\"a value of some words\"")
        }
        var page = StyledPage(text, width: 24)
        _ = page.lastLines(30)
        #expect(page.linesWrapped < 100)
    }

    @Test func whatIsMadeIsKeptUntilItsKeyIsAnother() {
        var kept = Kept<Int, StyledPage>()
        for version in [1, 1, 1, 2, 2] {
            kept.update(to: version) { StyledPage(StyledText("version \(version)"), width: 30) }
            #expect(kept.value?.lastLines(1).first?.text == "version \(version)")
        }
        #expect(kept.makings == 2)
        #expect(kept.value?.linesWrapped == 1)
    }
}
