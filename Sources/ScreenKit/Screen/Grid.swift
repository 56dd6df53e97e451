/// One character cell: what stands in it and with which face.
///
/// A wide cluster owns two cells; the second one has width 0.
package struct Cell: Hashable, Sendable {
    /// A Unicode scalar, or, with the highest bit set, an index into the grid's `clusters`.
    package var glyph: UInt32
    package var face: Face
    /// Columns: 1, 2, or 0 for the right half of a wide cluster.
    package var width: UInt8

    package init(glyph: UInt32, face: Face, width: UInt8) {
        self.glyph = glyph
        self.face = face
        self.width = width
    }

    package static let blank = Cell(glyph: 0x20, face: .text, width: 1)
    package static let clusterFlag: UInt32 = 0x8000_0000
}

/// A screen of cells, in memory. Only `Canvas` writes on it, so what it holds is safe to show.
package struct Grid: Hashable, Sendable {
    package let size: Size
    package internal(set) var cells: [Cell]
    /// Grapheme clusters of more than one scalar, referred to by cells.
    package internal(set) var clusters: [String] = []
    /// What the terminal is known to draw right.
    package let profile: WidthProfile

    package init(_ size: Size, profile: WidthProfile = .conservative) {
        self.size = size
        self.profile = profile
        cells = Array(repeating: .blank, count: size.rows * size.columns)
    }
}

/// What a display shows: a grid, and where the text cursor stands (`nil`: hidden).
package struct Frame: Sendable {
    package var grid: Grid
    package var cursor: Point?

    package init(grid: Grid, cursor: Point? = nil) {
        self.grid = grid
        self.cursor = cursor
    }
}
