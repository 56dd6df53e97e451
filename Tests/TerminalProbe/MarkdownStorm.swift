import Glibc
import ScreenKit

/// Random strings of what could hurt a terminal, read as Markdown, on its whole screen.
struct MarkdownStorm {
    let size: Size
    private let count: Int
    private var random: Dice
    private var storm: Storm

    /// How many strings, and which ones, the environment says.
    init(size: Size) {
        func number(_ name: String) -> UInt64? {
            getenv(name).flatMap { UInt64(String(cString: $0)) }
        }
        let seed = number("STORM_SEED") ?? 1
        (self.size, count) = (size, Int(number("STORM_COUNT") ?? 1_000))
        (random, storm) = (Dice(state: seed &* 0x9E37_79B9), Storm(size: size, seed: ~seed))
    }

    func rage(_ show: (Grid) -> Void) {
        var (storm, left) = (self, count)
        while left > 0 {
            var grid = Grid(size, profile: left.isMultiple(of: 2) ? .modern : .conservative)
            grid.draw { left -= storm.fill(&$0) }
            show(grid)
        }
    }

    /// Some of the last lines of each string, one string below the other. Returns how many.
    private mutating func fill(_ canvas: inout Canvas) -> Int {
        var (row, strings) = (0, 0)
        while row < size.rows {
            for line in lastLines(canvas.profile) {
                line.draw(on: &canvas, row: row)
                row += 1
            }
            (row, strings) = (row + 1, strings + 1)
        }
        return strings
    }

    private mutating func lastLines(_ profile: WidthProfile) -> [StyledLine] {
        let width = Int.random(in: 8...size.columns, using: &random)
        var page = MarkdownPage(width: width, profile: profile, text())
        page.append(text())
        if Bool.random(using: &random) { page.end() }
        return page.lastLines(3)
    }

    private mutating func text() -> String {
        (0..<Int.random(in: 0...6, using: &random)).map { _ in
            (Self.signs.randomElement(using: &random) ?? "") + storm.fragment()
        }.joined()
    }

    private static let signs = [
        "", "", "a", " ", "\n", "\n\n", "*", "**", "`", "```\n", "```sh\n", "~~", "[", "](", ")",
        "![", "<", ">", "<br>", "- ", "1. ", "> ", "# ", "| ", " | ", "|\n|--|--|\n| ", "\\",
        "    ", "https://a.b/", "[a]: ", "&#27;", "&#x9b;2J", "&#x202e;", "&#0;", "&lrm;", "&zwj;",
        "&shy;", "&#xfeff;", "&#x1b;[2J", "&#7;", "// ", "\"", "<!--", "中", "「", "。", "**：",
    ]
}
