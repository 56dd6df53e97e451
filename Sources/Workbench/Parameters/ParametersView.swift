import ChatCompletions
import Conversations
import ScreenKit
import Words

/// The knobs: each one set or not sent, and the difference always visible.
struct ParametersView {
    let rows: [ParameterRow]
    let selected: Int
    let edit: ParameterEdit?
    let hasFocus: Bool
    let language: Language

    /// Returns where the text cursor stands while a value is typed.
    func draw(on canvas: inout Canvas) -> Point? {
        let geometry = ParametersGeometry(canvas.bounds, rows: rows)
        let selected = min(selected, rows.count - 1)
        if rows.indices.contains(selected) {
            canvas.sub(geometry.hint) { drawHint(of: rows[selected], on: &$0) }
        }
        let first = geometry.first(selected: self.selected, count: rows.count)
        var cursor: Point?
        for (offset, row) in rows.dropFirst(first).prefix(geometry.list.rows).enumerated() {
            let place = Point(row: offset, column: 1)
            let isSelected = first + offset == selected
            let found = draw(row, at: place, geometry, isSelected: isSelected, on: &canvas)
            cursor = cursor ?? found
        }
        drawMore(rows.count - first - geometry.list.rows, geometry, on: &canvas)
        return cursor
    }

    private func drawMore(
        _ rows: Int, _ geometry: ParametersGeometry, on canvas: inout Canvas
    ) {
        let list = geometry.list
        guard rows > 0, list.endRow < geometry.rect.endRow else { return }
        let text = Phrase.linesBelow(rows).text(in: language)
        let column = max(list.column, list.endColumn - Width.of(text, canvas.profile))
        canvas.write(text, at: Point(row: list.endRow, column: column), face: .dim)
    }

    private func draw(
        _ row: ParameterRow, at point: Point, _ geometry: ParametersGeometry, isSelected: Bool,
        on canvas: inout Canvas
    ) -> Point? {
        let isFocused = isSelected && hasFocus
        if isFocused {
            canvas.write("▸", at: Point(row: point.row, column: point.column - 1), face: .key)
        }
        canvas.write(
            row.name, at: point, face: nameFace(of: row, isFocused: isFocused),
            limit: geometry.nameColumns, ellipsis: true)
        if !row.spec.isDocumented {
            canvas.write(
                "*", at: Point(row: point.row, column: geometry.controlColumn - 2), face: .dim)
        }
        let control = Rect(
            row: point.row, column: geometry.controlColumn, rows: 1,
            columns: geometry.controlColumns)
        if let edit, edit.name == row.name, isSelected {
            return drawEdit(edit, control, on: &canvas)
        }
        canvas.sub(control) { drawControl(of: row, on: &$0) }
        if row.isOutside, !row.sliderMarksIt {
            canvas.write(
                "!", at: Point(row: point.row, column: control.endColumn),
                face: Face(.parameterOutside))
        }
        return nil
    }

    /// What the selected parameter does, and what the provider's document says of it.
    private func drawHint(of row: ParameterRow, on canvas: inout Canvas) {
        let columns = max(8, canvas.size.columns - 2)
        let lines = WrappedText(
            width: columns, profile: canvas.profile, row.hint.text(in: language)
        ).lines
        for (number, line) in lines.prefix(canvas.size.rows).enumerated() {
            canvas.write(line.text, at: Point(row: number, column: 1), face: .dim)
        }
    }

    private func nameFace(of row: ParameterRow, isFocused: Bool) -> Face {
        if isFocused { return Face(.parameterSelected) }
        return row.value == nil ? Face(.parameterUnset) : Face(.parameterName)
    }

    private func drawControl(of row: ParameterRow, on canvas: inout Canvas) {
        switch row.control {
        case .slider where row.isTyped: drawValue(of: row, on: &canvas)
        case .slider(let scale):
            row.slider(scale, columns: canvas.size.columns, in: language).draw(on: &canvas)
        case .chooser(let options):
            row.chooser(options, in: language).draw(on: &canvas)
            if row.value == nil { canvas.paint(face: Face(.parameterUnset)) }
        case .text: drawValue(of: row, on: &canvas)
        }
    }

    private func drawValue(of row: ParameterRow, on canvas: inout Canvas) {
        let text = row.valueText(canvas.size.columns, language)
        let face = row.value == nil ? Face(.parameterUnset) : Face(.parameterValue)
        canvas.write(text, at: Point(row: 0, column: 0), face: face, ellipsis: true)
    }

    private func drawEdit(
        _ edit: ParameterEdit, _ rect: Rect, on canvas: inout Canvas
    ) -> Point {
        let face = edit.problem == nil ? Face(.parameterValue) : Face(.parameterOutside)
        canvas.fill(rect, face: Face(.composer))
        let cursor = canvas.sub(rect) { edit.field.draw(on: &$0, face: face) }
        return Point(row: rect.row, column: rect.column + cursor.column)
    }
}
