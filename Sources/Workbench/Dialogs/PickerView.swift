package import ScreenKit
import Words

/// How a list is drawn, and where the mouse meets it.
extension ListDialog {
    package func extent(in room: DialogRoom) -> Size {
        // What commands say of themselves is long; who has a wide screen can read it.
        let columns = min(max(90, room.size.columns * 2 / 3), 140)
        return Size(rows: max(12, room.size.rows * 2 / 3), columns: columns)
    }

    package func draw(on canvas: inout Canvas, in room: DialogRoom) -> Point? {
        canvas.write("/", at: Point(row: 1, column: 2), face: Face(.menuTitle))
        drawRows(on: &canvas, room.language)
        let field = Rect(row: 1, column: 4, rows: 1, columns: canvas.size.columns - 6)
        let cursor = canvas.sub(field) { query.draw(on: &$0, face: Face(.menu)) }
        return Point(row: field.row, column: field.column + cursor.column)
    }

    /// How many rows are seen.
    func rowCount(in room: DialogRoom) -> Int { rows(in: room.box(extent(in: room)).size).rows }

    private func rows(in size: Size) -> Rect {
        Rect(size).inset(top: 3, left: 2, bottom: 1, right: 2)
    }

    func firstPlace(rows: Int) -> Int { max(0, min(place - rows / 2, count - rows)) }

    private func drawRows(on canvas: inout Canvas, _ language: Language) {
        let rect = rows(in: canvas.size)
        guard count > 0 else {
            return draw(emptyText.text(in: language), in: rect, on: &canvas)
        }
        let first = firstPlace(rows: rect.rows)
        for place in first..<min(count, first + rect.rows) {
            let point = Point(row: rect.row + place - first, column: rect.column)
            let row = item(place, in: language)
            draw(row, isSelected: place == self.place, at: point, rect, on: &canvas)
        }
    }

    private func draw(
        _ row: PickerRow, isSelected: Bool, at point: Point, _ rect: Rect,
        on canvas: inout Canvas
    ) {
        let face = isSelected ? Face(.menuSelected) : Face(.menu)
        canvas.fill(
            Rect(row: point.row, column: rect.column - 1, rows: 1, columns: rect.columns + 2),
            face: face)
        let columns = min(titleColumns, rect.columns)
        canvas.write(row.title, at: point, face: face, limit: columns, ellipsis: true)
        guard !row.detail.isEmpty else { return }
        let column = titleColumns + 2
        canvas.write(
            row.detail, at: Point(row: point.row, column: point.column + column),
            face: isSelected ? face : Face(.menuDetail), limit: rect.columns - column,
            ellipsis: true)
    }

    private func draw(_ text: String, in rect: Rect, on canvas: inout Canvas) {
        let lines = WrappedText(width: rect.columns, profile: canvas.profile, text).lines
        for (row, line) in lines.prefix(rect.rows).enumerated() {
            canvas.write(
                line.text, at: Point(row: rect.row + row, column: rect.column),
                face: Face(.menuDetail))
        }
    }

    package mutating func point(_ mouse: Mouse, clicks: Int, in size: Size) -> Pointed {
        switch mouse.action {
        case .wheelUp: move(by: -1)
        case .wheelDown: move(by: 1)
        case .press where !Rect(size).contains(mouse.point): return .closes
        case .press:
            let rect = rows(in: size)
            let place = firstPlace(rows: rect.rows) + mouse.point.row - rect.row
            guard rect.contains(mouse.point), place < count, let deed = taking(place) else {
                return .stays
            }
            return .takes(deed)
        case .drag, .release, .move: break
        }
        return .stays
    }
}
