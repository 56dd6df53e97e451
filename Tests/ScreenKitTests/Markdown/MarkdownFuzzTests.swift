import Testing

@testable import ScreenKit

/// Whatever comes as Markdown fits its width, and is the same however it comes.
struct MarkdownFuzzTests {
    @Test func randomMarkdownFitsAndDoesNotDependOnItsCuts() {
        var dice = Dice(71)
        for _ in 0..<150 {
            let text = randomText(&dice, .random(in: 0...60, using: &dice))
            let width = Int.random(in: 8...50, using: &dice)
            let profile = Bool.random(using: &dice) ? WidthProfile.modern : .conservative
            var whole = MarkdownPage(width: width, profile: profile, text)
            whole.end()
            let lines = whole.lastLines(.max)
            var parts = MarkdownPage(width: width, profile: profile)
            var part = ""
            for scalar in text.unicodeScalars {
                part.unicodeScalars.append(scalar)
                guard Int.random(in: 0..<4, using: &dice) == 0 else { continue }
                parts.append(part)
                part = ""
                parts.countLines()
                _ = parts.lastLines(10)
            }
            parts.append(part)
            parts.end()
            #expect(parts.lastLines(.max) == lines, "\(text.debugDescription)")
            check(lines, width, profile, text)
        }
    }

    private func check(_ lines: [StyledLine], _ width: Int, _ profile: WidthProfile, _ text: String)
    {
        let grid = drawn(rows: lines.count, columns: width + 40, profile) {
            for (row, line) in lines.enumerated() { line.draw(on: &$0, row: row) }
        }
        #expect(brokenHalves(grid) == [], "\(text.debugDescription)")
        for (row, line) in lines.enumerated() {
            #expect(line.range.upperBound <= text.utf8.count)
            let end = (0..<width + 40).last {
                grid.cell(at: Point(row: row, column: $0)).glyph != 0x20
            }
            // A cluster that is made visible may be wider than a narrow line.
            let widest = widestCluster(line, profile)
            #expect(
                (end ?? 0) < width + (widest > 2 ? widest - 1 : 0),
                "\(text.debugDescription): \(grid.lines[row])")
        }
    }

    private func widestCluster(_ line: StyledLine, _ profile: WidthProfile) -> Int {
        line.stretches.map { stretch in
            stretch.bytes.withUnsafeBufferPointer { bytes in
                var (widest, place) = (0, 0)
                while place < bytes.count {
                    let cluster = Cluster.next(in: bytes, at: place)
                    widest = max(widest, Width.of(cluster, in: bytes, at: 0, profile))
                    place = cluster.range.upperBound
                }
                return widest
            }
        }.max() ?? 0
    }

    private func randomText(_ dice: inout Dice, _ count: Int) -> String {
        let parts = [
            "a", "word ", " ", "    ", "\t", "\n", "\n\n", "\n", "\r\n", "你好", "，", "。", "「", "」",
            "*", "**",
            "***", "_", "`", "```", "```\n", "~~", "~~~", "[", "]", "](", "(", ")", "<", ">",
            "<br>", "&amp;", "&",
            "# ", "- ", "1. ", "2) ", "> ", "| ", " | ", "|---|---|\n", "| a | b |\n", "---\n",
            "===\n", "\\", "![",
            "[a]: /b\n", "[a]", "https://a.b/c", "```swift\n", "\"", "/*", "*/", "//", "e\u{301}",
            "\u{301}", "👍",
            "\u{1f3fd}", "👩", "\u{200d}", "\u{fe0f}", "\u{1f1e8}", "\u{1f1f3}", "\u{1b}",
            "\u{202e}", "<div>\n",
        ]
        return (0..<count).map { _ in parts[.random(in: 0..<parts.count, using: &dice)] }.joined()
    }
}
