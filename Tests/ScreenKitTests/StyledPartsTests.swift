import ScreenKit
import Testing

/// Texts one below the other are seen as one, and changed one by one.
struct StyledPartsTests {
    private typealias Parts = StyledParts<String>

    private func show(_ texts: [String], in parts: inout Parts, width: Int) {
        parts.show(
            texts.map { text in (text, { StyledText(text) }) }, width: width, .conservative)
    }

    /// Each text has its own lines, so that one page of all of them has the same.
    private func randomTexts(_ dice: inout Dice) -> [String] {
        (0..<Int.random(in: 0...5, using: &dice)).map { _ in
            let text = (0..<Int.random(in: 0...300, using: &dice)).map { _ in
                ["a", "word", " ", "  ", "\t", "\n", "你", "好，", "👍"].randomElement(using: &dice)
                    ?? ""
            }
            return text.isEmpty ? "" : text.joined() + "\n"
        }
    }

    @Test func anyWindowShowsTheLinesOfAll() {
        var (dice, parts) = (Dice(71), Parts())
        for _ in 0..<200 {
            let texts = randomTexts(&dice)
            let width = Int.random(in: 3...60, using: &dice)
            show(texts, in: &parts, width: width)
            var page = StyledPage(StyledText(texts.joined()), width: width)
            let count = page.countLines()
            #expect(parts.text == texts.joined())
            #expect(parts.countLines() == count)
            for _ in 0..<5 {
                let rows = Int.random(in: 0...30, using: &dice)
                var scroll = ScrollState(followsEnd: Bool.random(using: &dice))
                scroll.scroll(
                    by: .random(in: -40...40, using: &dice), count: count, height: rows)
                let (window, whole) = (
                    parts.window(scroll, rows: rows), page.window(scroll, rows: rows)
                )
                #expect(window.lines.map(\.text) == whole.lines.map(\.text))
                #expect(window.below == whole.below)
            }
        }
    }

    @Test func whatChangesIsMadeAndWrappedAlone() {
        var parts = Parts()
        let long = String(repeating: "a line that is wrapped into some\n", count: 2_000)
        show(["begin\n", long, "end\n"], in: &parts, width: 20)
        _ = parts.window(ScrollState(), rows: 10)
        let (made, wrapped) = (parts.bytesMade, parts.linesWrapped)
        #expect(wrapped > 4_000)
        for number in 0..<50 {
            show(["begin\n", long, "end \(number)\n"], in: &parts, width: 20)
            #expect(parts.window(ScrollState(), rows: 10).below > 3_990)
        }
        #expect(parts.makings == 3 + 50)
        #expect(parts.bytesMade - made < 500)
        #expect(parts.linesWrapped - wrapped == 50)
    }

    @Test func theEndIsShownWithoutWrappingWhatIsAboveIt() {
        var parts = Parts()
        let long = String(repeating: "a line\n", count: 20_000)
        show([long, "end\n"], in: &parts, width: 20)
        let window = parts.window(ScrollState(followsEnd: true), rows: 3)
        #expect(window.lines.map(\.text) == ["a line", "a line", "end"])
        #expect(parts.linesWrapped < 1_000)
    }

    @Test func widthAndProfileWrapAgainButOnlyTheProfileMakesAgain() {
        var parts = Parts()
        show(["one two three\n"], in: &parts, width: 20)
        #expect(parts.countLines() == 1)
        show(["one two three\n"], in: &parts, width: 8)
        #expect(parts.countLines() == 2)
        #expect(parts.makings == 1)
        var wide = WidthProfile()
        wide.ambiguousWide = true
        parts.show([("one two three\n", { StyledText("others\n") })], width: 8, wide)
        #expect(parts.text == "others\n")
    }
}
