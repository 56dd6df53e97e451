import ScreenKit

/// Where a parameter's parts stand in its row: drawing and the mouse ask the same.
struct ParametersGeometry {
    let rect: Rect
    /// The rows of the list, and below them, where there is room, the selected one's hint.
    let list: Rect
    let hint: Rect
    let nameColumns: Int
    private static let hintRows = 3

    init(_ rect: Rect, rows: [ParameterRow]) {
        self.rect = rect
        let hintRows = rect.rows >= 10 ? Self.hintRows : 0
        // The row below the list is blank, or says how many more there are.
        let isCut = rect.rows > 1 && rows.count > rect.rows
        list = rect.inset(bottom: hintRows + (hintRows > 0 || isCut ? 1 : 0))
        hint = Rect(
            row: rect.endRow - hintRows, column: rect.column, rows: hintRows,
            columns: rect.columns)
        let longest = rows.map(\.name.utf8.count).max() ?? 0
        nameColumns = min(longest, max(8, rect.columns - 21), 20)
    }

    /// The first row shown, so that the selected one is among those shown.
    func first(selected: Int, count: Int) -> Int {
        let visible = max(1, list.rows)
        return min(max(0, selected - visible + 1), max(0, count - visible))
    }

    /// The column after the name, where a control begins.
    var controlColumn: Int { rect.column + 1 + nameColumns + 2 }

    var controlColumns: Int { max(0, rect.endColumn - 2 - controlColumn) }
}
