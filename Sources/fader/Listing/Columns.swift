import ScreenKit

/// Rows as lines whose columns are aligned, two spaces apart.
enum Columns {
    static func text(_ rows: [[String]]) -> String {
        var widths: [Int] = []
        for row in rows {
            for (column, cell) in row.enumerated() {
                if column == widths.count { widths.append(0) }
                widths[column] = max(widths[column], Width.of(cell))
            }
        }
        return rows.map { line($0, widths) + "\n" }.joined()
    }

    private static func line(_ row: [String], _ widths: [Int]) -> String {
        let cells = zip(row, widths).map { cell, width in
            cell + String(repeating: " ", count: max(0, width - Width.of(cell)))
        }
        var line = cells.joined(separator: "  ")
        while line.hasSuffix(" ") { line.removeLast() }
        return line
    }
}
