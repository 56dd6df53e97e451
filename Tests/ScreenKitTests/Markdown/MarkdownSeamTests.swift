import Corpora
import Testing

@testable import ScreenKit

/// Markdown that goes on with a text that is shown elsewhere.
struct MarkdownSeamTests {
    private func page(after beginning: String, _ text: String, width: Int = 40) -> MarkdownPage {
        var page = MarkdownPage(width: width, after: beginning, text)
        page.end()
        return page
    }

    /// What is shown of the beginning, which has no end, and of what goes on with it.
    private func shown(_ beginning: String, _ text: String) -> [[String]] {
        var first = MarkdownPage(width: 40, beginning)
        first.readWhole()
        return [first, page(after: beginning, text)].map { $0.lastLines(.max).map(\.text) }
    }

    @Test func itIsReadAsWhatItGoesOnWith() {
        let cases: [(String, String, [[String]])] = [
            ("one, two", ", three", [["one, two"], [", three"]]),
            ("one, two", " three\n\nfour", [["one, two"], ["three", "", "four"]]),
            ("one", "\n\ntwo", [["one"], ["two"]]),
            ("```py\nx = ", "5\n}\n```\nend", [["  py", "  x ="], ["  5", "  }", "end"]]),
            ("```py\nx\n", "# y\n", [["  py", "  x"], ["  # y"]]),
            ("- one\n- tw", "o\n- three", [["• one", "• tw"], ["  o", "• three"]]),
            ("1. one\n2. two\n", "3. three", [["1. one", "2. two"], ["3. three"]]),
            ("> quo", "ted\n> more", [["│ quo"], ["│ ted", "│ more"]]),
            ("see **bo", "ld** text", [["see bo"], ["ld text"]]),
            ("# Head", "ing\ntext", [["Head"], ["ing", "text"]]),
            (
                "text\n\n---\n", "\nmore",
                [["text", "", "────────────────────────────────────────"], ["more"]]
            ),
        ]
        for (beginning, text, expected) in cases {
            #expect(shown(beginning, text) == expected, "\(beginning)|\(text)")
        }
    }

    /// Of what says too little yet nothing is shown, so it is shown with what follows.
    @Test func whatWasNotShownYetIsShown() {
        #expect(shown("Text\n\n1.", "5 is more") == [["Text"], ["1.5 is more"]])
        #expect(shown("Text\n\n-", " item") == [["Text"], ["• item"]])
        #expect(shown("```\nx\n``", "y\n") == [["  x"], ["  ``y"]])
        #expect(shown("```\nx\n``", "`\nend") == [["  x"], ["end"]])
    }

    @Test func rowsOfATableStandInItsColumns() {
        let table = "| name | value |\n|---|---:|\n| one | 1 |\n"
        #expect(page(after: table, "| two | 22 |\n").lastLines(.max).map(\.text) == ["two      22"])
        let whole = page(after: "", table + "| two | 22 |\n").lastLines(.max)
        #expect(whole.last?.text == "two      22")
    }

    /// Cut at a line's end, what is shown is what the whole would end with.
    @Test(arguments: MarkdownAnswers.all.indices)
    func afterALinesEndTheRestIsThatOfTheWhole(number: Int) {
        let text = String(MarkdownAnswers.all[number].prefix(1_500))
        var whole = MarkdownPage(width: 30, text)
        whole.end()
        let expected = whole.lastLines(.max).map(\.text)
        for end in text.indices where text[end] == "\n" {
            let cut = text.index(after: end)
            let rest = page(after: String(text[..<cut]), String(text[cut...]), width: 30)
            let lines = rest.lastLines(.max).map(\.text)
            #expect(lines.elementsEqual(expected.suffix(lines.count)), "cut at \(end)")
        }
    }

    /// However it is cut, what follows is shown and read alike, in whatever pieces it comes.
    @Test(arguments: MarkdownAnswers.all.indices)
    func itDoesNotDependOnThePieces(number: Int) {
        let text = Array(MarkdownAnswers.all[number].prefix(500))
        for cut in stride(from: number, through: text.count, by: 41) {
            let (beginning, rest) = (String(text[..<cut]), text[cut...])
            let whole = page(after: beginning, String(rest), width: 24)
            var pieces = MarkdownPage(width: 24, after: beginning)
            for (place, character) in rest.enumerated() {
                pieces.append(String(character))
                if place % 5 == 0 { pieces.layOut(last: 6) }
                if place % 20 == 0 { pieces.countLines() }
            }
            pieces.end()
            let lines = whole.lastLines(.max)
            #expect(pieces.lastLines(.max) == lines, "\(number) cut at \(cut)")
            #expect(pieces.lines(in: 0..<pieces.lineCount) == lines)
            #expect(whole.source == String(rest))
            let isShown = lines.allSatisfy {
                whole.passages.contains($0.passage) && whole.passage($0.passage) != nil
            }
            #expect(isShown)
        }
    }

    @Test func itsPassagesGoOnInTheLineBefore() {
        #expect(page(after: "one, two", ", three").passage(0)?.joint == "")
        #expect(page(after: "one, two", " three").passage(0)?.joint == " ")
        #expect(page(after: "one, two\n", "three").passage(0)?.joint == nil)
        #expect(page(after: "```\nx = ", "  5").passage(1)?.joint == "")
        #expect(page(after: "```\nx = ", "  5").passage(1)?.bytes == Array("  5".utf8))
        #expect(page(after: "one\n\n", "two").passage(1)?.joint == nil)
        #expect(page(after: "one\n\n", "two").passage(1)?.standsApart == true)
        #expect(page(after: "- on", "e").passage(0)?.marker == "")
        #expect(page(after: "one", "").passages.isEmpty)
    }

    /// The same as where nothing is before it.
    @Test func aChunkCostsItsOwnLength() {
        let line = "- some words **一些汉字** and more\n"
        var page = MarkdownPage(width: 60, after: String(repeating: line, count: 2_000))
        let known = page.markdown.bytesRead
        for _ in 0..<5 {
            page.append(line)
            page.layOut(last: 40)
            var layout = page.layout
            #expect(page.lastLines(40, &layout).count <= 5)
            #expect(layout.bytesLaidOut < 500)
        }
        #expect(page.markdown.bytesRead - known < 500)
    }
}

extension MarkdownPage {
    /// Shows what has come of the last line.
    fileprivate mutating func readWhole() { layOut(last: .max) }
}
