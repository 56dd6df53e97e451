/// A part of a grid to draw on, with coordinates of its own, and the only way to fill a grid.
///
/// ```swift
/// grid.draw(in: pane) { canvas in
///     canvas.box(Rect(canvas.size), face: .border, title: "Usage")
///     canvas.write("prompt 31", at: Point(row: 1, column: 2))
/// }
/// ```
///
/// Whatever text is written, no control character, direction override or invisible character gets
/// into a cell: they appear as `^[`, `<U+202E>` and the like, with the face `escaped`. Nothing is
/// drawn outside the part, and a wide character is never cut in half.
package struct Canvas: Sendable {
    package internal(set) var grid: Grid
    /// Where the canvas lies on the grid; may reach beyond what can be drawn on.
    private(set) var frame: Rect
    /// What can be drawn on, in the grid's coordinates.
    private(set) var clip: Rect

    /// A canvas on a grid, or on a part of it. The drawn grid is `grid`.
    package init(grid: Grid, rect: Rect? = nil) {
        let whole = Rect(grid.size)
        frame = rect ?? whole
        clip = frame.intersection(whole)
        self.grid = grid
    }

    package var size: Size { frame.size }
    package var bounds: Rect { Rect(size) }
    package var profile: WidthProfile { grid.profile }
    package var symbols: Symbols { Symbols.of(profile) }

    /// Draws on a part of the canvas, with the part's coordinates, clipped to both.
    @discardableResult
    package mutating func sub<R>(
        _ rect: Rect,
        _ body: (inout Canvas) throws -> R
    ) rethrows -> R {
        let outer = (frame, clip)
        frame = rect.moved(by: frame.origin)
        clip = frame.intersection(clip)
        defer { (frame, clip) = outer }
        return try body(&self)
    }

    // MARK: Cells, in the grid's coordinates

    /// Blanks the halves of wide characters at both sides of what was overwritten.
    mutating func mendEdges(_ row: Int, _ columns: Range<Int>) {
        guard !columns.isEmpty else { return }
        let start = row * grid.size.columns
        let (first, next) = (start + columns.lowerBound, start + columns.upperBound)
        if columns.lowerBound > 0, grid.cells[first - 1].width == 2, grid.cells[first].width != 0 {
            blank(first - 1)
        }
        if columns.upperBound < grid.size.columns, grid.cells[next].width == 0,
            grid.cells[next - 1].width != 2
        {
            blank(next)
        }
    }

    private mutating func blank(_ index: Int) {
        grid.cells[index] = Cell(glyph: 0x20, face: grid.cells[index].face, width: 1)
    }
}

extension Grid {
    /// Draws on the grid, or on a part of it. The body's result is handed on.
    @discardableResult
    package mutating func draw<R>(
        in rect: Rect? = nil,
        _ body: (inout Canvas) throws -> R
    ) rethrows -> R {
        // The cells move to the canvas and back, so they are never copied.
        var canvas = Canvas(grid: Grid(Size(rows: 0, columns: 0), profile: profile))
        swap(&canvas.grid, &self)
        defer { swap(&canvas.grid, &self) }
        return try canvas.within(rect, body)
    }
}

extension Canvas {
    fileprivate mutating func within<R>(
        _ rect: Rect?,
        _ body: (inout Canvas) throws -> R
    ) rethrows -> R {
        frame = rect ?? Rect(grid.size)
        clip = frame.intersection(Rect(grid.size))
        return try body(&self)
    }
}
