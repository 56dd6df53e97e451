package import ScreenKit

/// Where everything stands on the screen: a function of its size and of what is open.
package struct Layout: Sendable, Equatable {
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
    package private(set) var placement = Split<PaneID>.Placement()
    package let header: Rect
    /// The frame's last line, where keys or a notice stand.
    package let footer: Rect

    package init(_ screen: ScreenState, size: Size, widths: WidthProfile = .conservative) {
        self.size = size
        header = Rect(row: 0, column: 0, rows: 1, columns: size.columns)
        footer = Rect(row: size.rows - 1, column: 0, rows: 1, columns: size.columns)
        style = Self.style(of: size)
        guard style != .tooSmall else { return }
        place(screen, widths)
    }

    package func inner(_ pane: PaneID) -> Rect? { placement[pane] }

    /// The pane at a cell.
    package func pane(at point: Point) -> PaneID? { placement.leaf(at: point) }

    private static func style(of size: Size) -> Style {
        if size.rows < smallest.rows || size.columns < smallest.columns { return .tooSmall }
        if size.columns >= 100 && size.rows >= 28 { return .wide }
        return size.columns >= 72 && size.rows >= 18 ? .medium : .small
    }

    private mutating func place(_ screen: ScreenState, _ widths: WidthProfile) {
        let prompt = min(screen.composer.rows(on: size, widths), max(1, size.rows / 2))
        let panes = screen.zoomed.map { .leaf($0) } ?? screen.page.panes(style, screen)
        let split: Split<PaneID> = .rows([
            .init(.rest, panes), .init(.fixed(prompt), .leaf(.composer)),
        ])
        let whole = Rect(row: 2, column: 1, rows: size.rows - 3, columns: size.columns - 2)
        placement = split.placed(in: whole)
    }
}

extension State {
    package var layout: Layout { Layout(screen, size: around.size, widths: around.widths) }
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
