import ScreenKit

/// Lists, texts and questions over the panes.
extension State {
    /// Returns where the text cursor stands.
    func drawOverlay(on canvas: inout Canvas) -> Point? {
        switch overlay {
        case .list(let list): return drawList(list, on: &canvas)
        case .editor(let editor): return drawEditor(editor, on: &canvas)
        case .message(let message):
            drawMessage(message, on: &canvas)
            return nil
        case .confirmQuit(let reason):
            drawQuestion(reason, on: &canvas)
            return nil
        case nil: return nil
        }
    }

    /// A box in the middle of the screen.
    private func overlayBox(rows: Int, columns: Int) -> Rect {
        let rows = min(rows, size.rows - 2)
        let columns = min(columns, size.columns - 4)
        return Rect(
            row: max(1, (size.rows - rows) / 3), column: (size.columns - columns) / 2, rows: rows,
            columns: columns)
    }

    private func open(_ box: Rect, title: String, on canvas: inout Canvas) {
        canvas.fill(box, face: Face(.menu))
        canvas.sub(box) {
            $0.box(
                Rect($0.size), face: .borderFocused, title: title, titleFace: Face(.menuTitle))
        }
    }

    // MARK: A list

    var listBox: Rect { overlayBox(rows: max(12, size.rows * 2 / 3), columns: 90) }

    private func drawList(_ list: ListOverlay, on canvas: inout Canvas) -> Point {
        let box = listBox
        open(box, title: list.title, on: &canvas)
        let field = Rect(
            row: box.row + 1, column: box.column + 4, rows: 1, columns: box.columns - 6)
        canvas.write(
            "/", at: Point(row: field.row, column: field.column - 2), face: Face(.menuTitle))
        drawItems(list, in: listRows(of: box), on: &canvas)
        let cursor = canvas.sub(field) { list.query.draw(on: &$0, face: Face(.menu)) }
        return Point(row: field.row, column: field.column + cursor.column)
    }

    private func listRows(of box: Rect) -> Rect { box.inset(top: 3, left: 2, bottom: 1, right: 2) }

    private func firstItem(_ list: ListOverlay, rows: Int) -> Int {
        max(0, min(list.place - rows / 2, list.count - rows))
    }

    private func drawItems(_ list: ListOverlay, in rect: Rect, on canvas: inout Canvas) {
        guard list.count > 0 else { return drawEmptyText(of: list, in: rect, on: &canvas) }
        let first = firstItem(list, rows: rect.rows)
        let titleColumns = list.titleColumns(widths)
        for place in first..<min(list.count, first + rect.rows) {
            let item = list.item(place)
            let point = Point(row: rect.row + place - first, column: rect.column)
            let isSelected = place == list.place
            let face = isSelected ? Face(.menuSelected) : Face(.menu)
            canvas.fill(
                Rect(row: point.row, column: rect.column - 1, rows: 1, columns: rect.columns + 2),
                face: face)
            canvas.write(item.title, at: point, face: face, limit: titleColumns, ellipsis: true)
            let column = titleColumns + 2
            canvas.write(
                item.detail, at: Point(row: point.row, column: point.column + column),
                face: isSelected ? face : Face(.menuDetail), limit: rect.columns - column,
                ellipsis: true)
        }
    }

    private func drawEmptyText(of list: ListOverlay, in rect: Rect, on canvas: inout Canvas) {
        let lines = WrappedText(width: rect.columns, profile: widths, list.emptyText).lines
        for (row, line) in lines.prefix(rect.rows).enumerated() {
            canvas.write(
                line.text, at: Point(row: rect.row + row, column: rect.column),
                face: Face(.menuDetail))
        }
    }

    mutating func pointInOverlay(_ mouse: Mouse) -> [Effect] {
        guard case .list(var list) = overlay else { return [] }
        switch mouse.action {
        case .wheelUp: list.move(by: -1)
        case .wheelDown: list.move(by: 1)
        case .press where !listBox.contains(mouse.point):
            overlay = nil
            return []
        case .press:
            let rect = listRows(of: listBox)
            let place = firstItem(list, rows: rect.rows) + mouse.point.row - rect.row
            guard rect.contains(mouse.point), place < list.count else { return [] }
            return choose(list.item(place).value)
        case .drag, .release, .move: return []
        }
        overlay = .list(list)
        return []
    }

    // MARK: Texts

    private func drawEditor(_ editor: EditorOverlay, on canvas: inout Canvas) -> Point {
        let box = overlayBox(rows: max(8, size.rows / 2), columns: 90)
        open(box, title: editor.title, on: &canvas)
        canvas.write(
            " \(editor.hint) ", at: Point(row: box.endRow - 1, column: box.column + 2),
            face: Face(.menuDetail), limit: box.columns - 4, ellipsis: true)
        let rect = box.inset(top: 1, left: 2, bottom: 1, right: 2)
        return draw(editor.buffer, in: rect, face: Face(.menu), on: &canvas)
    }

    /// A message's lines and the box that they stand in.
    func layout(of message: MessageOverlay) -> (lines: [WrappedLine], box: Rect) {
        let columns = min(76, size.columns - 8)
        let text = WrappedText(width: columns, profile: widths, message.text)
        return (text.lines, overlayBox(rows: text.lines.count + 2, columns: columns + 4))
    }

    private func drawMessage(_ message: MessageOverlay, on canvas: inout Canvas) {
        let (lines, box) = layout(of: message)
        open(box, title: message.title, on: &canvas)
        let rect = box.inset(top: 1, left: 2, bottom: 1, right: 2)
        let visible = message.scroll.visible(count: lines.count, height: rect.rows)
        for (row, line) in lines[visible].enumerated() {
            canvas.write(
                line.text, at: Point(row: rect.row + row, column: rect.column), face: Face(.menu))
        }
    }

    private func drawQuestion(_ reason: String, on canvas: inout Canvas) {
        let reasons = reason.split(separator: "\n")
        let box = overlayBox(rows: 4 + reasons.count, columns: 52)
        open(box, title: "Quit?", on: &canvas)
        let inside = box.inset(top: 1, left: 2, bottom: 1, right: 2)
        canvas.sub(inside) {
            let ways = ["y or enter quits", "n or esc goes back"]
            for (row, line) in (reasons.map(String.init) + ways).enumerated() {
                let face = row < reasons.count ? Face(.menu) : Face(.menuDetail)
                $0.write(line, at: Point(row: row, column: 0), face: face)
            }
        }
    }
}
