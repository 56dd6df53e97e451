import ScreenKit
import Testing

struct WrappedTextTests {
    @Test func latinBreaksAtSpacesAndLongWordsAnywhere() {
        #expect(lines("hello wonderful world", 10) == ["hello", "wonderful", "world"])
        #expect(lines("abcdefghijklmno p", 6) == ["abcdef", "ghijkl", "mno p"])
        #expect(lines("to abcdefghij", 6) == ["to", "abcdef", "ghij"])
        #expect(
            lines("don’t well-known 3.14 f(x)", 7) == ["don’t", "well-kn", "own", "3.14", "f(x)"])
    }

    @Test func chineseBreaksBetweenIdeographsAndKeepsPunctuationInPlace() {
        #expect(lines("用一句话解释", 4) == ["用一", "句话", "解释"])
        #expect(lines("你好，世界。", 4) == ["你", "好，", "世", "界。"])
        #expect(lines("他说「第一」了", 6) == ["他说", "「第", "一」了"])
        #expect(lines("用top_p采样", 6) == ["用", "top_p", "采样"])
        #expect(lines("真的吗？！好", 6) == ["真的", "吗？！", "好"])
    }

    @Test func newlinesOfBothKindsEndParagraphs() {
        #expect(lines("a\nb\r\n\nc\n", 9) == ["a", "b", "", "c"])
        #expect(lines("", 9) == [])
        #expect(lines("\n", 9) == [""])
        #expect(
            WrappedText(width: 4, "ab cd\nef").lines.map(\.endsParagraph) == [false, true, true])
        #expect(lines("a\rb", 9) == ["a\rb"])
    }

    @Test func spacesHangAndIndentationStays() {
        #expect(lines("ab    cd", 3) == ["ab", "cd"])
        #expect(lines("  word longer", 8) == ["  word", "longer"])
        #expect(lines("    abcdef", 6) == ["    ab", "cdef"])
        #expect(lines("a\tb\tcd", 9) == ["a   b", "cd"])
    }

    @Test func whatIsShownByANameTakesItsColumns() {
        let text = WrappedText(width: 8, "ab\u{1b}[2Jc\u{202e}x")
        #expect(text.lines.map(\.width) == [8, 8, 1])
        #expect(text.lines.map(\.text) == ["ab\u{1b}[2Jc", "\u{202e}", "x"])
    }

    @Test func aNarrowWidthStillShowsEverything() {
        #expect(lines("你好a", 1) == ["你", "好", "a"])
        #expect(lines("ab", 0) == ["a", "b"])
    }

    @Test func aLineIsFoundByItsPlaceInTheSource() {
        let text = WrappedText(width: 4, "ab cd ef")
        #expect((0...8).map { text.line(at: $0) } == [0, 0, 0, 1, 1, 1, 2, 2, 2])
        #expect(WrappedText(width: 4).line(at: 0) == nil)
    }

    @Test func anotherWidthWrapsAnew() {
        var text = WrappedText(width: 4, "hello 世界 ")
        text.append("again")
        text.setWidth(12)
        #expect(text.lines.map(\.text) == ["hello 世界", "again"])
        #expect(text.lines == WrappedText(width: 12, "hello 世界 again").lines)
        #expect(text.text == "hello 世界 again")
    }

    @Test func theSameLinesComeOutHoweverTheTextWasCut() {
        var dice = Dice(3)
        for _ in 0..<4000 {
            let text = randomText(&dice, Int.random(in: 0...40, using: &dice))
            let width = Int.random(in: 1...24, using: &dice)
            let profile = Bool.random(using: &dice) ? WidthProfile.modern : .conservative
            let whole = WrappedText(width: width, profile: profile, text)
            var parts = WrappedText(width: width, profile: profile)
            var part = String.UnicodeScalarView()
            for scalar in text.unicodeScalars {
                part.append(scalar)
                guard Int.random(in: 0..<3, using: &dice) == 0 else { continue }
                parts.append(String(part))
                part = String.UnicodeScalarView()
            }
            parts.append(String(part))
            #expect(parts.lines == whole.lines)
        }
    }

    /// The last tag of a flag makes one of what were several.
    @Test func aFlagOfTagsMayArriveInPieces() {
        let flag = "🏴\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}"
        let whole = WrappedText(width: 12, "Cymru \(flag), Alba")
        var parts = WrappedText(width: 12)
        for scalar in "Cymru \(flag), Alba".unicodeScalars { parts.append(String(scalar)) }
        #expect(parts.lines == whole.lines)
        #expect(parts.lines.map(\.width) == [5, 8, 4])
    }

    @Test func linesCoverTheSourceFitTheWidthAndSayTheirWidth() {
        var dice = Dice(4)
        for _ in 0..<4000 {
            let text = randomText(&dice, Int.random(in: 1...60, using: &dice))
            let width = Int.random(in: 9...30, using: &dice)
            var end = 0
            for line in WrappedText(width: width, text).lines {
                #expect(line.range.lowerBound == end)
                #expect(line.width == Width.of(line.text))
                // A single cluster may be shown wider than the line.
                #expect(line.width <= width || line.text.unicodeScalars.count <= 32)
                end = line.range.upperBound
            }
            #expect(end == text.utf8.count)
        }
    }

    @Test func noLineBeginsOrEndsWithWhatMayNotStandThere() {
        var dice = Dice(5)
        for _ in 0..<4000 {
            let text = (0..<20).map { _ in randomPhrase(&dice) }.joined()
            let lines = WrappedText(width: .random(in: 16...40, using: &dice), text).lines
            for (index, line) in lines.enumerated() {
                let isFirst = index == 0
                #expect(isFirst || !"，。」）》？…".contains(line.text.first ?? "x"), "\(text)")
                #expect(line.endsParagraph || !"「（《".contains(line.text.last ?? "x"), "\(text)")
            }
        }
    }

    @Test func textWithoutAPlaceToBreakIsCutAtTheWidth() {
        var text = WrappedText(width: 20)
        for _ in 0..<3000 { text.append("endless") }
        #expect(text.lines.count == 1050)
        #expect(text.lines.last?.range.upperBound == 21_000)
        for _ in 0..<3000 { text.append("\u{301}\u{302}") }
        #expect(text.lines.last?.range.upperBound == 33_000)
        #expect(text.lines.allSatisfy { $0.width <= 20 })
    }

    private func lines(_ text: String, _ width: Int) -> [String] {
        WrappedText(width: width, text).lines.map(\.text)
    }

    /// A phrase in Chinese or English with the punctuation that may stand around it.
    private func randomPhrase(_ dice: inout Dice) -> String {
        let openers = ["", "", "「", "（《", "“"]
        let words = ["你", "好吗", "世界和平", "word", "top_p ", " x", "A1"]
        let closers = ["", "", "，", "。」", "》）", "？", "……", ", "]
        return openers[.random(in: 0..<openers.count, using: &dice)]
            + words[.random(in: 0..<words.count, using: &dice)]
            + closers[.random(in: 0..<closers.count, using: &dice)]
    }

    private func randomText(_ dice: inout Dice, _ count: Int) -> String {
        let parts = [
            "a", "word", " ", "  ", "\t", "\n", "\r", "\r\n", "你", "好", "，", "。", "「", "」",
            "e\u{301}",
            "\u{301}", "👍", "\u{1f3fd}", "👩", "\u{200d}", "\u{fe0f}", "❤", "\u{1f1e8}", "\u{1f1f3}",
            "\u{1b}", "\u{202e}", "…", "—", "(", ")", ".", "\u{1fae8}", "ก็", "क्षि", "가", "\u{11a8}",
            "🏴", "\u{e0067}", "\u{e007f}", "1", "\u{20e3}",
        ]
        return (0..<count).map { _ in parts[.random(in: 0..<parts.count, using: &dice)] }.joined()
    }
}
