import Corpora
import Testing

@testable import ScreenKit

/// What Markdown looks like, and that it does not depend on how it arrives.
struct MarkdownPageTests {
    private func lines(_ text: String, _ width: Int = 40) -> [String] {
        var page = MarkdownPage(width: width, text)
        page.end()
        return page.lastLines(.max).map(\.text)
    }

    private func grid(_ text: String, rows: Int, columns: Int) -> Grid {
        var page = MarkdownPage(width: columns, text)
        page.end()
        return drawn(rows: rows, columns: columns) {
            for (row, line) in page.lines(in: 0..<rows).enumerated() {
                line.draw(on: &$0, row: row)
            }
        }
    }

    // MARK: As it arrives

    @Test(arguments: MarkdownAnswers.all.indices)
    func anAnswerThatIsCutAnywhereEndsAsIfItHadComeAtOnce(number: Int) {
        let text = MarkdownAnswers.all[number]
        let scalars = Array(text.unicodeScalars)
        var whole = MarkdownPage(width: 24, text)
        whole.end()
        let expected = whole.lastLines(.max)
        // Every place, but of a very long one.
        for (count, cut) in stride(
            from: 0, through: scalars.count, by: scalars.count > 900 ? 997 : 1
        )
        .enumerated() {
            var page = MarkdownPage(width: 24)
            page.append(String(String.UnicodeScalarView(scalars[..<cut])))
            if count % 20 == 0 { page.countLines() }
            page.append(String(String.UnicodeScalarView(scalars[cut...])))
            page.end()
            #expect(page.markdown.leaves == whole.markdown.leaves, "\(number) cut at \(cut)")
            #expect(page.markdown.nodes == whole.markdown.nodes)
            #expect(page.markdown.tables == whole.markdown.tables)
            if count % 20 == 0 { #expect(page.lastLines(.max) == expected) }
        }
    }

    @Test(arguments: MarkdownAnswers.all.indices)
    func whatIsSettledStaysAsItWasShown(number: Int) {
        let text = MarkdownAnswers.all[number]
        var whole = MarkdownPage(width: 30, text)
        whole.end()
        let expected = whole.lastLines(.max)
        var page = MarkdownPage(width: 30)
        let step = 1 + text.unicodeScalars.count / 40
        var part = ""
        for (place, scalar) in text.unicodeScalars.enumerated() {
            part.unicodeScalars.append(scalar)
            guard place % step == 0 else { continue }
            page.append(part)
            part = ""
            page.countLines()
            let settled = page.lines(in: 0..<page.countedLines)
            #expect(settled.count == page.countedLines)
            #expect(settled.elementsEqual(expected.prefix(settled.count)))
            #expect(page.lineCount == page.lastLines(.max).count)
            page.layOut(last: 12)
            var layout = page.layout
            #expect(page.lastLines(12) == page.lastLines(12, &layout))
        }
        page.append(part)
        page.end()
        #expect(page.lastLines(.max) == expected)
        #expect(page.lines(in: 0..<page.lineCount) == expected)
    }

    /// What has been shown of the last line does not turn into something else and back.
    @Test func signsThatMayBecomeSomethingElseAreNotShownYet() {
        var page = MarkdownPage(width: 40)
        var shown: [[String]] = []
        for part in [
            "Text", "\n", "-", " ", "item", "\n\n", "1", ".", " one", "\n\n", "#", "#", " Head",
            "\n", "`", "``", "py", "\n", "x", "\n", "`", "``\n",
        ] {
            page.append(part)
            shown.append(page.lastLines(.max).map(\.text))
        }
        #expect(shown[3] == ["Text"])
        #expect(shown[4] == ["Text", "• item"])
        #expect(shown[7] == ["Text", "• item"])
        #expect(shown[8] == ["Text", "• item", "", "1. one"])
        #expect(shown[11] == shown[8])
        #expect(shown[12].last == "Head")
        #expect(shown[15] == shown[12])
        #expect(shown[16].last == "  py")
        #expect(shown[18].last == "  x")
        #expect(shown[20] == shown[18])
        #expect(shown[21] == shown[18])
    }

    @Test func whatIsOpenOnTheLastLineIsShownAsItWillBe() {
        var page = MarkdownPage(width: 40)
        for (part, text) in [
            ("see **bo", "see bo"), ("ld*", "see bold"), ("* and `co", "see bold and co"),
            ("de`, [a](https://exa", "see bold and code, a"),
            ("mple.com) 2**3", "see bold and code, a 2**3"),
        ] {
            page.append(part)
            #expect(page.lastLines(1).map(\.text) == [text])
        }
    }

    @Test func aTablesHeadingIsOneBeforeItsDelimitersHaveCome() {
        var page = MarkdownPage(width: 40)
        page.append("| 参数 | default |")
        let early = page.lastLines(.max).map(\.text)
        page.append("\n|--")
        #expect(page.lastLines(.max).map(\.text) == early)
        page.append("-|---|\n")
        #expect(page.lastLines(.max).map(\.text) == early)
        #expect(early == ["参数  default", "────  ───────"])
    }

    // MARK: What it looks like

    @Test func chineseEmphasisNeedsNoSpaces() {
        let strong = [
            "**重点：**请看", "这是**重点。**继续", "用**「引号」**吧", "用**\"引号\"**吧", "**（注）**请", "**100%**的人",
            "你**好**吗", "**A：**甲**B：**乙",
        ]
        for text in strong {
            #expect(HTMLPrinter.html(text).contains("<strong>"), "\(text)")
            #expect(!HTMLPrinter.html(text).contains("**"), "\(text)")
        }
        #expect(HTMLPrinter.html("2**3 = 8，a * b * c") == "<p>2**3 = 8，a * b * c</p>\n")
    }

    @Test func aTableIsAlignedWithChineseAndEmoji() {
        #expect(
            lines(
                "| 参数 | n | 效果 |\n|:--|--:|:-:|\n| top_p | 1 | 截尾 👍 |\n| 温度 | 0.70 | 随机 |\n| x |\n")
                == [
                    "参数      n   效果", "─────  ────  ───────", "top_p     1  截尾 👍", "温度   0.70   随机",
                    "x",
                ])
    }

    @Test func longCellsWrapAndTheTableFits() {
        let text = "| a | 说明 |\n|---|---|\n| one | 很长的一格要折行，不能把别的列挤出屏幕。 |\n| two words here | b |\n"
        #expect(
            lines(text, 26) == [
                "a             说明", "────────────  ────────────", "one           很长的一格要",
                "              折行，不能把", "              别的列挤出屏", "              幕。",
                "two words     b", "here",
            ])
        #expect(lines(text, 8).prefix(4) == ["a: one", "说明: 很", "长的一格", "要折行，"])
    }

    @Test func listsQuotesAndRulesHaveTheirSigns() {
        #expect(
            lines("- 一二三四五六七八\n  - b\n\n    c\n3. d\n\n> q **s**\n> > r\n\n---\n", 12) == [
                "• 一二三四五", "  六七八", "  • b", "    ", "    c", "3. d", "", "│ q s", "│ │ r", "",
                "────────────",
            ])
    }

    @Test func anItemHasItsSignWhateverStandsInIt() {
        #expect(
            lines("- #\n- []()\n- ```\n  x\n  ```\n-\n- z\n> #\n") == [
                "• ", "• ", "• ", "    x", "• ", "• z", "│ ",
            ])
        let table = "- | a | b | c |\n  |---|---|---|\n  | d | e | a long cell |\n"
        #expect(lines(table, 13).prefix(2) == ["• ", "  a: d"])
        #expect(lines("- ***\n") == ["• " + String(repeating: "─", count: 38)])
    }

    @Test func noLineBeginsOrEndsWithWhatMayNotStandThere() {
        for width in 12...40 {
            let text = "**他说：**「`好`的」，（然后**走**了）。还有《书》，[链接](x)。\n\n- " + "甲乙，丙丁。「戊己」（庚辛）。"
            for line in lines(text, width) {
                let first = line.first { $0 != " " && $0 != "•" } ?? "x"
                #expect(!"，。」）》".contains(first), "\(line)")
                #expect(!"「（《".contains(line.last ?? "x"), "\(line)")
            }
        }
    }

    /// A cluster has the face of its beginning, and what stands behind it keeps its column.
    @Test func facesBeginWithClusters() {
        let shown = grid("e**\u{301}x**字 `重`", rows: 1, columns: 20)
        #expect(shown.text(row: 0, in: .markdownStrong) == ["x"])
        #expect(shown.text(row: 0, in: .markdownCode) == ["重"])
        #expect(shown.find("重")?.column == 5)
        let table = grid("| a**重**b | 字 |\n|-|-|\n| 重**点**： | 文 |", rows: 3, columns: 20)
        #expect(table.text(row: 2, in: .markdownStrong) == ["点"])
        #expect(table.find("文")?.column == table.find("字")?.column)
    }

    @Test func facesSayWhatItIs() {
        let shown = grid(
            "# 头 `x`\n**s** *e* ***b*** ~~d~~ [l](u)\n- i\n> q\n", rows: 4, columns: 30)
        #expect(shown.text(row: 0, in: .markdownHeading) == ["头 "])
        #expect(shown.text(row: 0, in: .markdownCode) == ["x"])
        #expect(shown.text(row: 1, in: .markdownStrong) == ["s"])
        #expect(shown.text(row: 1, in: .markdownEmphasis) == ["e"])
        #expect(shown.text(row: 1, in: .markdownStrongEmphasis) == ["b"])
        #expect(shown.text(row: 1, in: .markdownStruck) == ["d"])
        #expect(shown.text(row: 1, in: .markdownLink) == ["l"])
        #expect(shown.text(row: 2, in: .markdownMarker) == ["• "])
        #expect(shown.text(row: 3, in: .markdownQuote) == ["│ "])
    }

    @Test func codeIsABlockWithColours() {
        let shown = grid("```swift\nlet 名 = \"a\" // c\n```\n", rows: 3, columns: 30)
        #expect(shown.lines == ["  swift", "  let 名 = \"a\" // c", ""])
        #expect(shown.text(row: 0, in: .codeLanguage) == ["swift"])
        #expect(shown.text(row: 1, in: .codeKeyword) == ["let"])
        #expect(shown.text(row: 1, in: .codeString) == ["\"a\""])
        #expect(shown.text(row: 1, in: .codeComment) == ["// c"])
        #expect(shown.faces(row: 1).last == .code)
        #expect(shown.faces(row: 2).last == .text)
    }

    @Test func aLinkKnowsWhereItLeads() {
        let source = Array("[甲](https://a.b) <https://c.d> https://e.f/g。".utf8)
        let text = InlineText(InlineSource(SourceLines(0..<source.count), of: source), .text) { _ in
            nil
        }
        #expect(text.links.map(\.address) == ["https://a.b", "https://c.d", "https://e.f/g"])
        #expect(String(decoding: text.bytes, as: UTF8.self) == "甲 https://c.d https://e.f/g。")
    }

    /// An item's sign is no part of its text, which then is shorter than the line that is cut.
    @Test func emphasisDoesNotReachOverTheCutOfALongLine() {
        let start = "**" + String(repeating: "x", count: 4_091) + "."
        #expect(lines("- \(start) y**\n", 5_000) == ["• \(start)", "  y**"])
    }

    @Test func anAddressEndsBeforeWhatBelongsToTheSentence() {
        for (text, address) in [
            ("(https://a.b/c_(d)).", "https://a.b/c_(d)"),
            ("https://a.b/(c))),", "https://a.b/(c)"),
            ("https://a.b/c)(d))!", "https://a.b/c)(d"), ("https://a.b/((c)", "https://a.b/((c)"),
        ] {
            #expect(MarkdownPage.links(in: text).map(\.address) == [address])
        }
        for text in ["https://.a", "www.-", "http://", "https://中"] {
            #expect(MarkdownPage.links(in: text).isEmpty)
        }
    }

    @Test(.timeLimit(.minutes(1))) func theEndOfAnAddressIsFoundInOneGo() {
        let text = Array(("https://a.b/" + String(repeating: ")", count: 100_000)).utf8)
        let end = text.withUnsafeBufferPointer { Address.end(at: 0, in: $0) }
        #expect(end == 12)
    }

    @Test func theNamesOfHTML4AreKnown() {
        #expect(
            lines("&thetasym;&piv;&weierp;&real;&alefsym;&crarr;&lang;&Dcaron;") == [
                "ϑϖ℘ℜℵ↵⟨&Dcaron;"
            ])
        #expect(Entities.named.count == 252 + 2)
    }

    @Test func codeIsWhatStandsInItsFences() {
        let text =
            "1. a\n\n   ```py x\n   if a:\n\tb\n\n   c\n   ```\n> ~~~~\n> ```\n> ~~~~\n\n    indented\n\n```\nopen"
        let code = MarkdownPage.code(in: text)
        #expect(code.map(\.language) == ["py", "", ""])
        #expect(code.map(\.text) == ["if a:\n b\n\nc", "```", "open"])
    }

    @Test func aLongLineOfCodeStaysOne() {
        let long = String(repeating: "x = 1. ", count: 1_500)
        let code = MarkdownPage.code(in: "```\r\n\(long)\r\ny\r\n```\r\n")
        #expect(code.map(\.text) == [long + "\ny"])
    }

    @Test func aPlaceOnTheScreenIsAPlaceInTheSource() {
        let text = "- **重点** and `code` &amp; more\n"
        var page = MarkdownPage(width: 40, text)
        page.end()
        let line = page.lastLines(1)[0]
        #expect(line.text == "• 重点 and code & more")
        for word in ["重点", "and", "code", "more"] {
            let range = text.range(of: word)
            #expect(line.columns(of: range) == line.text.columns(of: word), "\(word)")
        }
    }
}

extension String {
    /// Where a word stands, in UTF-8 offsets.
    fileprivate func range(of word: String) -> Range<Int> {
        let start =
            firstRange(of: word).map { utf8.distance(from: startIndex, to: $0.lowerBound) } ?? 0
        return start..<start + word.utf8.count
    }

    fileprivate func columns(of word: String) -> [Range<Int>] {
        guard let found = firstRange(of: word) else { return [] }
        let start = Width.of(String(self[..<found.lowerBound]))
        return [start..<start + Width.of(word)]
    }
}
