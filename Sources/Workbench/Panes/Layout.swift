package import ScreenKit

/// Where everything stands on the screen: a function of its size and of what is open.
package struct Layout: Sendable {
    package enum Style: Sendable, Hashable {
        /// All panes.
        case wide
        /// Conversation, prompt and one more pane.
        case medium
        /// One pane and the prompt.
        case small
        /// Nothing fits.
        case tooSmall
    }

    /// A lane's column: its heading and figures (only when there are several), and its text.
    package struct LanePlace: Sendable, Hashable {
        package var place: Int
        package var column: Rect
        package var heading: Rect?
        package var transcript: Rect
        package var figures: Rect?
    }

    package static let smallest = Size(rows: 10, columns: 40)

    package let size: Size
    package private(set) var style: Style
    /// A pane's rectangle without its border.
    package private(set) var panes: [Pane: Rect] = [:]
    package private(set) var lanes: [LanePlace] = []
    package let header: Rect
    /// The frame's last line, where keys or a notice stand.
    package let footer: Rect

    package init(_ state: State) {
        size = state.size
        header = Rect(row: 0, column: 0, rows: 1, columns: size.columns)
        footer = Rect(row: size.rows - 1, column: 0, rows: 1, columns: size.columns)
        style = Self.style(of: size)
        guard style != .tooSmall else { return }
        place(state)
        placeLanes(state)
    }

    package func inner(_ pane: Pane) -> Rect? { panes[pane] }

    package func lane(_ place: Int) -> LanePlace? { lanes.first { $0.place == place } }

    private static func style(of size: Size) -> Style {
        if size.rows < smallest.rows || size.columns < smallest.columns { return .tooSmall }
        if size.columns >= 100 && size.rows >= 28 { return .wide }
        return size.columns >= 72 && size.rows >= 18 ? .medium : .small
    }

    // MARK: Panes

    private mutating func place(_ state: State) {
        let composerRows = composerRows(state)
        let top = 2
        let composerTop = size.rows - 1 - composerRows
        panes[.composer] = Rect(
            row: composerTop, column: 3, rows: composerRows, columns: size.columns - 5)
        let area = Rect(row: top, column: 1, rows: composerTop - 1 - top, columns: size.columns - 2)
        if let zoomed = state.zoomed { return panes[zoomed] = area }
        switch style {
        case .wide: placeAll(in: area)
        case .medium: placeTwo(in: area, beside: state.sidePane)
        case .small, .tooSmall:
            panes[state.focus == .composer ? .conversation : state.focus] = area
        }
    }

    private func composerRows(_ state: State) -> Int {
        let lines = state.composer.buffer.layout(width: max(1, size.columns - 5)).rows.count
        return min(max(1, lines), max(1, size.rows / 4))
    }

    private mutating func placeAll(in area: Rect) {
        let right = min(max(44, area.columns * 21 / 50), 68)
        let left = area.columns - right - 1
        let bottom = max(8, area.rows * 2 / 5)
        let top = area.rows - bottom - 1
        let column = area.column + left + 1
        let row = area.row + top + 1
        panes[.conversation] = Rect(row: area.row, column: area.column, rows: top, columns: left)
        panes[.parameters] = Rect(row: area.row, column: column, rows: top, columns: right)
        panes[.traffic] = Rect(row: row, column: area.column, rows: bottom, columns: left)
        panes[.usage] = Rect(row: row, column: column, rows: bottom, columns: right)
    }

    /// Traffic is wide and goes below; the others are narrow and go beside.
    private mutating func placeTwo(in area: Rect, beside pane: Pane) {
        if pane == .traffic {
            let bottom = area.rows * 2 / 5
            let top = area.rows - bottom - 1
            panes[.conversation] = Rect(
                row: area.row, column: area.column, rows: top, columns: area.columns)
            panes[.traffic] = Rect(
                row: area.row + top + 1, column: area.column, rows: bottom, columns: area.columns)
            return
        }
        let right = min(40, area.columns / 2 - 2)
        let left = area.columns - right - 1
        panes[.conversation] = Rect(
            row: area.row, column: area.column, rows: area.rows, columns: left)
        panes[pane] = Rect(
            row: area.row, column: area.column + left + 1, rows: area.rows, columns: right)
    }

    // MARK: Lanes

    private mutating func placeLanes(_ state: State) {
        guard let area = panes[.conversation] else { return }
        let count = state.lanes.count
        let alone = count == 1 || state.zoomedLane || (area.columns + 1) / count < 20
        let places = alone ? [state.lane] : Array(state.lanes.indices)
        var column = area.column
        for (number, place) in places.enumerated() {
            let left = area.endColumn - column - (places.count - number - 1)
            let width = left / (places.count - number)
            let rect = Rect(row: area.row, column: column, rows: area.rows, columns: width)
            lanes.append(lanePlace(place, in: rect, framed: count > 1))
            column += width + 1
        }
    }

    private func lanePlace(_ place: Int, in rect: Rect, framed: Bool) -> LanePlace {
        guard framed, rect.rows > 4 else {
            return LanePlace(place: place, column: rect, transcript: rect.inset(left: 1, right: 1))
        }
        let heading = Rect(row: rect.row, column: rect.column, rows: 2, columns: rect.columns)
        let rows = rect.columns < 46 && rect.rows > 7 ? 2 : 1
        let figures = Rect(
            row: rect.endRow - rows, column: rect.column, rows: rows, columns: rect.columns)
        return LanePlace(
            place: place, column: rect, heading: heading,
            transcript: rect.inset(top: 2, left: 1, bottom: rows, right: 1), figures: figures)
    }

    /// The pane at a cell.
    package func pane(at point: Point) -> Pane? {
        panes.first { $0.value.contains(point) }?.key
    }
}
