import Testing

@testable import ScreenKit

/// What a chunk costs, in bytes that are looked at.
struct MarkdownCostTests {
    /// The bench has it with a megabyte.
    private static let much = 60_000

    private struct Kind: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let start: String
        let line: String
        /// How much of an open paragraph may be looked at again.
        var open = 0
    }

    private static let kinds = [
        Kind(
            testDescription: "table", start: "| a | b |\n|---|---|\n",
            line: "| some words 一些汉字 | value |\n"),
        Kind(
            testDescription: "code", start: "```swift\n", line: "let some = \"words 一些汉字\" // and\n"
        ),
        Kind(testDescription: "list", start: "", line: "- some words **一些汉字** and more\n"),
        Kind(
            testDescription: "nested list", start: "- a\n",
            line: "  - some words **一些汉字** and more\n"),
        Kind(
            testDescription: "paragraph", start: "", line: "some words **一些汉字** and more\n",
            open: 6_000),
        Kind(testDescription: "one line", start: "", line: "一些汉字和**更多**的字。", open: 10_000),
        Kind(testDescription: "line without a space", start: "", line: "一些汉字，", open: 26_000),
    ]

    /// The most that one of some chunks costs, shown at the end after each.
    private func cost(_ page: inout MarkdownPage, _ line: String) -> Int {
        var most = 0
        for _ in 0..<10 {
            for part in line.halves {
                let before = page.markdown.bytesRead
                page.append(part)
                page.countLines()
                var layout = page.layout
                _ = page.lastLines(40, &layout)
                most = max(most, page.markdown.bytesRead - before + layout.bytesLaidOut)
            }
        }
        return most
    }

    @Test(arguments: kinds)
    private func aChunkAtTheEndOfALongAnswerCostsWhatOneAtTheBeginningDoes(kind: Kind) {
        var page = MarkdownPage(width: 60, kind.start)
        let piece = String(repeating: kind.line, count: 10_000 / kind.line.utf8.count)
        page.append(piece)
        let atFirst = cost(&page, kind.line)
        while page.markdown.source.count < Self.much { page.append(piece) }
        let atLast = cost(&page, kind.line)
        #expect(atLast <= atFirst * 11 / 10 + 200 + kind.open)
        #expect(atLast < 40_000)
        if kind.open == 0 { #expect(page.countedLines > 500) }
    }

    @Test func anotherWidthCostsWhatIsSeen() {
        var page = MarkdownPage(width: 60, "| a | b |\n|---|---|\n")
        page.append(String(repeating: "| some words 一些汉字 | value |\n", count: 2_000))
        page.setWidth(30)
        var layout = page.layout
        #expect(page.lastLines(40, &layout).count == 40)
        #expect(layout.bytesLaidOut < 2_000)
    }
}

extension String {
    fileprivate var halves: [String] {
        let middle = index(startIndex, offsetBy: count / 2)
        return [String(self[..<middle]), String(self[middle...])]
    }
}
