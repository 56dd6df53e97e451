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

    package static let smallest = Size(rows: 10, columns: 40)

    package let size: Size
    package private(set) var style: Style
    /// The panes that are seen, each with its rectangle without the border.
    package private(set) var panes: [PaneID: Rect] = [:]
    package let header: Rect
    /// The frame's last line, where keys or a notice stand.
    package let footer: Rect

    package init(_ screen: ScreenState, size: Size) {
        self.size = size
        header = Rect(row: 0, column: 0, rows: 1, columns: size.columns)
        footer = Rect(row: size.rows - 1, column: 0, rows: 1, columns: size.columns)
        style = Self.style(of: size)
        guard style != .tooSmall else { return }
        place(screen)
    }

    package func inner(_ pane: PaneID) -> Rect? { panes[pane] }

    /// The pane at a cell.
    package func pane(at point: Point) -> PaneID? {
        panes.first { $0.value.contains(point) }?.key
    }

    private static func style(of size: Size) -> Style {
        if size.rows < smallest.rows || size.columns < smallest.columns { return .tooSmall }
        if size.columns >= 100 && size.rows >= 28 { return .wide }
        return size.columns >= 72 && size.rows >= 18 ? .medium : .small
    }

    private mutating func place(_ screen: ScreenState) {
        let prompt = min(screen.composer.rows(on: size), max(1, size.rows / 4))
        let top = 2
        let promptTop = size.rows - 1 - prompt
        panes[.composer] = Rect(row: promptTop, column: 1, rows: prompt, columns: size.columns - 2)
        let area = Rect(row: top, column: 1, rows: promptTop - 1 - top, columns: size.columns - 2)
        if let zoomed = screen.zoomed { return panes[zoomed] = area }
        switch style {
        case .wide: placeAll(in: area)
        case .medium: placeTwo(in: area, beside: screen.sidePane)
        case .small, .tooSmall:
            panes[screen.focus == .composer ? .conversation : screen.focus] = area
        }
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
    private mutating func placeTwo(in area: Rect, beside pane: PaneID) {
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
}

extension State {
    package var layout: Layout { Layout(screen, size: around.size) }
}

extension Rect {
    /// A pane with the border around it.
    var outline: Rect {
        Rect(row: row - 1, column: column - 1, rows: rows + 2, columns: columns + 2)
    }
}

extension Point {
    /// As seen from the corner of a rectangle.
    func inside(_ rect: Rect) -> Point {
        Point(row: row - rect.row, column: column - rect.column)
    }
}
