import ScreenKit

/// Every sequence in a list, in a list within a quotation and in a table, each in a row of its own with
/// its number in one and the same column: where a terminal draws a sequence wider or narrower than
/// the grid has it, the number stands elsewhere.
struct RowPages {
    let size: Size
    let profile: WidthProfile

    static let column = 40
    private static let wideHeading = "sequence............"

    /// Rulers above and below, and blank rows and a heading between the blocks.
    private var countOnPage: Int { max(1, (size.rows - 6) / 3) }
    var pages: Int { (Sequences.all.count + countOnPage - 1) / countOnPage }

    func draw(page: Int, on canvas: inout Canvas) {
        let first = page * countOnPage
        let shown = first..<min(first + countOnPage, Sequences.all.count)
        let name = "page \(page + 1) of \(pages), \(shown.lowerBound) to \(shown.upperBound - 1) "
        let ruler = name + String(repeating: "-", count: max(0, size.columns - name.count))
        canvas.write(ruler, at: Point(row: 0, column: 0))
        for (row, line) in lines(shown).prefix(size.rows - 2).enumerated() {
            line.draw(on: &canvas, row: row + 1)
        }
        canvas.write(ruler, at: Point(row: size.rows - 1, column: 0))
    }

    private func lines(_ shown: Range<Int>) -> [StyledLine] {
        var page = MarkdownPage(width: size.columns, profile: profile, text(shown))
        page.end()
        return page.lastLines(.max)
    }

    private func text(_ shown: Range<Int>) -> String {
        shown.map { "- " + row($0, from: 2) }.joined()
            + "\n" + shown.map { "> - " + row($0, from: 4) }.joined()
            + "\n| \(Self.wideHeading) | number |\n|---|---|\n"
            + shown.map { tableRow($0) }.joined()
    }

    private func row(_ number: Int, from start: Int) -> String {
        let sequence = Sequences.all[number]
        return sequence + dots(from: start + Width.of(sequence, profile)) + mark(number) + "\n"
    }

    private func tableRow(_ number: Int) -> String {
        let start = Self.wideHeading.count + 2
        return "| \(Sequences.all[number]) | " + dots(from: start) + mark(number) + " |\n"
    }

    private func dots(from column: Int) -> String {
        String(repeating: ".", count: max(0, Self.column - column))
    }

    private func mark(_ number: Int) -> String {
        let digits = String(number)
        return "#" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
