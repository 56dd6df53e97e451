/// How a part of the screen is divided: into rows or columns, each of which may be divided again.
///
/// ```swift
/// let split: Split<Pane> = .columns([
///     .init(.rest, .rows([.init(.rest, .leaf(.conversation)), .init(.share(2, of: 5), .leaf(.traffic))])),
///     .init(.share(21, of: 50, atLeast: 44, atMost: 68), .leaf(.parameters)),
/// ])
/// for (pane, rect) in split.placed(in: area).leaves { … }
/// ```
package indirect enum Split<Leaf: Hashable & Sendable>: Hashable, Sendable {
    case leaf(Leaf)
    /// One below the other, with so many rows between them: a line, most of the time.
    case rows([Part], gap: Int = 1)
    /// One beside the other, with so many columns between them.
    case columns([Part], gap: Int = 1)

    package struct Part: Hashable, Sendable {
        package var extent: Extent
        package var split: Split

        package init(_ extent: Extent, _ split: Split) {
            (self.extent, self.split) = (extent, split)
        }
    }

    /// Where everything stands.
    package struct Placement: Hashable, Sendable {
        /// The leaves in the order of the tree, also those without a cell.
        package fileprivate(set) var leaves: [Place] = []
        /// What lies between parts.
        package fileprivate(set) var lines: [Rect] = []

        /// Nothing stands anywhere.
        package init() {}

        package subscript(leaf: Leaf) -> Rect? { leaves.first { $0.leaf == leaf }?.rect }

        package func leaf(at point: Point) -> Leaf? {
            leaves.first { $0.rect.contains(point) }?.leaf
        }
    }

    package struct Place: Hashable, Sendable {
        package var leaf: Leaf
        package var rect: Rect
    }

    /// The leaves' rectangles: none overlap, and with the lines between them they cover the whole.
    package func placed(in rect: Rect) -> Placement {
        var placement = Placement()
        place(in: rect, &placement)
        return placement
    }

    private func place(in rect: Rect, _ placement: inout Placement) {
        switch self {
        case .leaf(let leaf): placement.leaves.append(Place(leaf: leaf, rect: rect))
        case .rows(let parts, let gap):
            Self.place(parts, gap, in: rect.rows, &placement) { start, length in
                Rect(
                    row: rect.row + start, column: rect.column, rows: length, columns: rect.columns)
            }
        case .columns(let parts, let gap):
            Self.place(parts, gap, in: rect.columns, &placement) { start, length in
                Rect(row: rect.row, column: rect.column + start, rows: rect.rows, columns: length)
            }
        }
    }

    private static func place(
        _ parts: [Part], _ gap: Int, in whole: Int, _ placement: inout Placement,
        rect: (_ start: Int, _ length: Int) -> Rect
    ) {
        let lengths = Extent.lengths(of: parts.map { $0.extent }, in: whole, gap: gap)
        var start = 0
        for (place, (part, length)) in zip(parts, lengths).enumerated() {
            if place > 0 {
                let line = min(gap, whole - start)
                if line > 0 { placement.lines.append(rect(start, line)) }
                start += line
            }
            part.split.place(in: rect(start, length), &placement)
            start += length
        }
    }
}
