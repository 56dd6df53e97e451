package import ScreenKit
package import Words

/// The values of variables, a field for each.
package struct VariablesForm: Dialog {
    /// What it was opened for.
    enum Purpose: Sendable {
        /// The values alone.
        case setting
        /// The prompt, which is to be sent.
        case sending
        /// Lanes that are to be asked anew.
        case asking([Int], Command.Deed)
    }

    /// How it is closed.
    enum End: Sendable {
        case done
        /// What stands in braces is text.
        case asWritten
        /// Nothing is to happen.
        case leaving
    }

    private struct Field: Sendable {
        let name: String
        var value: TextBuffer
        /// Whether it has one; an empty one is one when it was left by enter.
        var isGiven: Bool
    }

    private var fields: [Field]
    private var selected: Int
    private let purpose: Purpose
    private let widths: WidthProfile
    /// While the mouse holds a value.
    private var hold: TextHold?

    /// The first one that has no value is what the form was opened for.
    init(
        _ names: [String], _ values: [String: String], for purpose: Purpose, _ widths: WidthProfile
    ) {
        fields = names.map {
            Field(name: $0, value: TextBuffer(values[$0] ?? ""), isGiven: values[$0] != nil)
        }
        selected = fields.firstIndex { !$0.isGiven } ?? 0
        (self.purpose, self.widths) = (purpose, widths)
    }

    package var title: Phrase { .variables }
    package var contexts: [KeyContext] { [.form, .dialog] }

    package func hint(_ room: DialogRoom) -> Phrase {
        var sends = true
        if case .setting = purpose { sends = false }
        return .formHint(
            next: room.key(.nextField), done: room.key(.finishForm),
            asWritten: room.key(.sendAsWritten), close: room.key(.leaveForm), sends: sends,
            isLast: isAtLast)
    }

    // MARK: Where things stand

    private static let columns = 90
    private static let mostRows = 4

    package func extent(in room: DialogRoom) -> Size {
        let width = room.box(Size(rows: 1, columns: Self.columns)).columns
        let columns = valueColumns(in: width)
        let count = fields.map { rows(of: $0, columns) }.reduce(0, +)
        return Size(rows: count + 2, columns: Self.columns)
    }

    package mutating func fit(in room: DialogRoom) {
        let width = valueColumns(in: room.box(extent(in: room)).columns)
        for place in fields.indices {
            let rows = rows(of: fields[place], width)
            fields[place].value.keepView(Size(rows: rows, columns: width), room.widths)
        }
    }

    private func rows(of field: Field, _ columns: Int) -> Int {
        let rows = field.value.layout(width: columns, profile: widths).rows.count
        return min(Self.mostRows, rows)
    }

    private func nameColumns(in columns: Int) -> Int {
        min(columns / 3, 24, fields.map { Width.of($0.name, widths) }.max() ?? 0)
    }

    /// Between the names and the border.
    private func valueColumns(in columns: Int) -> Int {
        max(1, columns - nameColumns(in: columns) - 6)
    }

    /// Where the values stand; on a small screen as they are scrolled for the selected one.
    private func places(in size: Size) -> [Rect] {
        let columns = valueColumns(in: size.columns)
        let column = nameColumns(in: size.columns) + 4
        var (row, places) = (1, [Rect]())
        for field in fields {
            let rows = rows(of: field, columns)
            places.append(Rect(row: row, column: column, rows: rows, columns: columns))
            row += rows
        }
        let above = max(0, places[selected].endRow - (size.rows - 1))
        return places.map {
            Rect(row: $0.row - above, column: $0.column, rows: $0.rows, columns: $0.columns)
        }
    }

    private func isSeen(_ place: Rect, in size: Size) -> Bool {
        place.row >= 1 && place.endRow < size.rows
    }

    // MARK: Drawing

    package func draw(on canvas: inout Canvas, in room: DialogRoom) -> Point? {
        canvas.write(
            " \(hint(room).text(in: room.language)) ",
            at: Point(row: canvas.size.rows - 1, column: 2), face: Face(.menuDetail),
            limit: canvas.size.columns - 4, ellipsis: true)
        var cursor: Point?
        for (number, place) in places(in: canvas.size).enumerated()
        where isSeen(place, in: canvas.size) {
            let point = draw(fields[number], number, at: place, room.language, on: &canvas)
            if number == selected { cursor = point }
        }
        return cursor
    }

    private func draw(
        _ field: Field, _ number: Int, at place: Rect, _ language: Language,
        on canvas: inout Canvas
    ) -> Point {
        canvas.write(
            field.name, at: Point(row: place.row, column: 2),
            face: Face(number == selected ? .menuTitle : .menuDetail), limit: place.column - 4,
            ellipsis: true)
        if field.value.isEmpty {
            let hint: Phrase = field.isGiven ? .emptyValue : .noValueYet
            canvas.write(
                hint.text(in: language), at: place.origin, face: Face(.menuDetail),
                limit: place.columns, ellipsis: true)
        }
        return canvas.draw(field.value, in: place, face: Face(.menu))
    }

    // MARK: Keys and mouse

    /// Up in a value's first row and down in its last one lead to the other values.
    package mutating func press(_ key: Key) {
        let edition = fields[selected].value.edition
        guard fields[selected].value.press(key) else {
            if key == Key(.up) { select(by: -1) }
            if key == Key(.down) { select(by: 1) }
            return
        }
        if fields[selected].value.edition != edition { fields[selected].isGiven = true }
    }

    package mutating func paste(_ text: String) {
        fields[selected].value.paste(text)
        fields[selected].isGiven = true
    }

    package mutating func point(_ mouse: Mouse, clicks: Int, in size: Size) -> Pointed {
        switch mouse.action {
        case .press: return press(mouse, clicks: clicks, in: size)
        case .drag: drag(to: mouse.point, in: size)
        case .release: hold = nil
        case .wheelUp, .wheelDown, .move: break
        }
        return .stays
    }

    private mutating func press(_ mouse: Mouse, clicks: Int, in size: Size) -> Pointed {
        guard Rect(size).contains(mouse.point) else { return .takes(taking(.leaving)) }
        let places = places(in: size)
        guard
            let number = places.firstIndex(where: { place in
                isSeen(place, in: size) && (place.row..<place.endRow).contains(mouse.point.row)
            })
        else { return .stays }
        selected = number
        hold = fields[number].value.press(
            at: mouse.point.inside(places[number]), clicks: clicks,
            extends: mouse.modifiers.contains(.shift), in: places[number].size, widths)
        return .stays
    }

    private mutating func drag(to point: Point, in size: Size) {
        guard var hold else { return }
        let place = places(in: size)[selected]
        fields[selected].value.drag(&hold, to: point.inside(place), in: place.size, widths)
        self.hold = hold
    }

    package var dragsBeyondEdge: Bool { hold.map { $0.rowsBeyond != 0 } ?? false }

    package mutating func dragOn(in size: Size) {
        guard var hold else { return }
        let place = places(in: size)[selected].size
        fields[selected].value.dragOn(&hold, in: place, widths)
        self.hold = hold
    }

    package var selectedText: String? { fields[selected].value.selectedText }

    mutating func select(by step: Int) {
        selected = (selected + step + fields.count) % fields.count
    }

    var isAtLast: Bool { selected == fields.count - 1 }

    /// What stands in the field is its value.
    mutating func goOn() {
        fields[selected].isGiven = true
        select(by: 1)
    }

    /// What was typed is kept however it ends.
    func taking(_ end: End) -> Command.Deed {
        let given = fields.filter(\.isGiven).map { ($0.name, $0.value.text) }
        let values = Dictionary(given) { $1 }
        let purpose = purpose
        return { $0.take(variables: values, for: purpose, end) }
    }
}
