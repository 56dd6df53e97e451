/// The extent of a screen or a part of it, in character cells.
package struct Size: Hashable, Sendable {
    package var rows: Int
    package var columns: Int

    package init(rows: Int, columns: Int) {
        self.rows = max(0, rows)
        self.columns = max(0, columns)
    }
}

/// A cell's place; row 0, column 0 is the top left.
package struct Point: Hashable, Sendable {
    package var row: Int
    package var column: Int

    package init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }
}

/// A rectangle of cells.
package struct Rect: Hashable, Sendable {
    package var origin: Point
    package var size: Size

    package init(row: Int, column: Int, rows: Int, columns: Int) {
        origin = Point(row: row, column: column)
        size = Size(rows: rows, columns: columns)
    }

    package init(_ size: Size) {
        self.init(row: 0, column: 0, rows: size.rows, columns: size.columns)
    }

    package var row: Int { origin.row }
    package var column: Int { origin.column }
    package var rows: Int { size.rows }
    package var columns: Int { size.columns }
    package var endRow: Int { origin.row + size.rows }
    package var endColumn: Int { origin.column + size.columns }
    package var isEmpty: Bool { rows == 0 || columns == 0 }

    package func contains(_ point: Point) -> Bool {
        point.row >= row && point.row < endRow && point.column >= column && point.column < endColumn
    }

    /// The rectangle less so many cells at each edge, never smaller than nothing.
    package func inset(top: Int = 0, left: Int = 0, bottom: Int = 0, right: Int = 0) -> Rect {
        Rect(
            row: row + min(top, rows),
            column: column + min(left, columns),
            rows: rows - top - bottom,
            columns: columns - left - right
        )
    }
}

extension Rect {
    /// What two rectangles have in common.
    package func intersection(_ other: Rect) -> Rect {
        let (row, column) = (max(row, other.row), max(column, other.column))
        return Rect(
            row: row,
            column: column,
            rows: min(endRow, other.endRow) - row,
            columns: min(endColumn, other.endColumn) - column
        )
    }

    /// The rectangle as far to the right and down as a point lies from the origin.
    package func moved(by offset: Point) -> Rect {
        Rect(
            row: row + offset.row,
            column: column + offset.column,
            rows: rows,
            columns: columns
        )
    }
}
