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
        package let leaves: [Place]
        /// What lies between parts.
        package let lines: [Rect]

        /// Nothing stands anywhere, unless it is said where.
        package init(leaves: [Place] = [], lines: [Rect] = []) {
            (self.leaves, self.lines) = (leaves, lines)
        }

        @inlinable
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
        var leaves: [Place] = []
        var lines: [Rect] = []
        place(in: rect, &leaves, &lines)
        return Placement(leaves: leaves, lines: lines)
    }

    // Each frame is laid out. What a leaf is, is looked up at each step here, so there are few.

    private func place(in rect: Rect, _ leaves: inout [Place], _ lines: inout [Rect]) {
        var left = rect
        switch self {
        case .leaf(let leaf): leaves.append(Place(leaf: leaf, rect: rect))
        case .rows(let parts, let gap):
            let lengths = Self.lengths(of: parts, in: rect.rows, gap: gap)
            for place in 0..<lengths.count {
                if place > 0 { lines.add(left.cutTop(gap)) }
                let rect = left.cutTop(lengths[place])
                parts[place].split.place(in: rect, &leaves, &lines)
            }
        case .columns(let parts, let gap):
            let lengths = Self.lengths(of: parts, in: rect.columns, gap: gap)
            for place in 0..<lengths.count {
                if place > 0 { lines.add(left.cutLeft(gap)) }
                let rect = left.cutLeft(lengths[place])
                parts[place].split.place(in: rect, &leaves, &lines)
            }
        }
    }

    private static func lengths(of parts: [Part], in whole: Int, gap: Int) -> [Int] {
        var extents: [Extent] = []
        for place in 0..<parts.count { extents.append(parts[place].extent) }
        return Extent.lengths(of: extents, in: whole, gap: gap)
    }
}

extension [Rect] {
    /// Where there was no room, there is no line.
    fileprivate mutating func add(_ line: Rect) {
        if !line.isEmpty { append(line) }
    }
}

extension Rect {
    /// Takes so many rows off its upper edge, as far as there are any.
    fileprivate mutating func cutTop(_ count: Int) -> Rect {
        let count = min(max(0, count), rows)
        defer { self = inset(top: count) }
        return Rect(row: row, column: column, rows: count, columns: columns)
    }

    /// Takes so many columns off its left edge, as far as there are any.
    fileprivate mutating func cutLeft(_ count: Int) -> Rect {
        let count = min(max(0, count), columns)
        defer { self = inset(left: count) }
        return Rect(row: row, column: column, rows: rows, columns: count)
    }
}
