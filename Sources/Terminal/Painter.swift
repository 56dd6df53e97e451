import CNcurses
import Glibc
import ScreenKit

/// Puts a grid's changed cells where ncurses finds them.
struct Painter {
    private var shown: Grid?

    /// The next grid is painted whole.
    mutating func forget() {
        shown = nil
    }

    /// Paints what differs from the grid before; says whether anything did.
    mutating func paint(_ grid: Grid, size: Size, wardrobe: Wardrobe) -> Bool {
        let rows = min(grid.size.rows, size.rows)
        let columns = min(grid.size.columns, size.columns)
        let before = shown?.size == grid.size ? shown : nil
        let haveSameClusters = before?.clusters == grid.clusters
        var painted = false
        for row in 0..<rows {
            let start = row * grid.size.columns
            let cells = start..<(start + columns)
            // Most rows of most frames: one comparison of memory.
            if haveSameClusters, let before, isSame(cells, before, grid) { continue }
            guard let changed = changes(in: cells, from: before, to: grid) else { continue }
            paint(changed, of: grid, row: row, end: cells.upperBound, wardrobe: wardrobe)
            painted = true
        }
        shown = grid
        return painted
    }

    private func isSame(_ cells: Range<Int>, _ before: Grid, _ after: Grid) -> Bool {
        before.cells.withUnsafeBytes { old in
            after.cells.withUnsafeBytes { new in
                guard let old = old.baseAddress, let new = new.baseAddress else { return true }
                let start = cells.lowerBound * MemoryLayout<Cell>.stride
                let count = cells.count * MemoryLayout<Cell>.stride
                return memcmp(old + start, new + start, count) == 0
            }
        }
    }

    // From the first cell that changed to the last, with whole clusters.
    private func changes(in cells: Range<Int>, from before: Grid?, to after: Grid) -> Range<Int>? {
        guard let before else { return cells }
        guard var first = cells.first(where: { differs($0, before, after) }),
            var last = cells.last(where: { differs($0, before, after) })
        else { return nil }
        while first > cells.lowerBound,
            after.cells[first].width == 0 || before.cells[first].width == 0
        { first -= 1 }
        while last + 1 < cells.upperBound,
            after.cells[last + 1].width == 0 || before.cells[last + 1].width == 0
        { last += 1 }
        return first..<(last + 1)
    }

    @inline(__always)
    private func differs(_ index: Int, _ before: Grid, _ after: Grid) -> Bool {
        let (old, new) = (before.cells[index], after.cells[index])
        if old.glyph & new.glyph & Cell.clusterFlag == 0 { return old != new }
        return old.face != new.face || old.width != new.width
            || before.cluster(of: old) != after.cluster(of: new)
    }

    private func paint(
        _ changed: Range<Int>, of grid: Grid, row: Int, end: Int, wardrobe: Wardrobe
    ) {
        let start = row * grid.size.columns
        var isWhole = true
        var index = changed.lowerBound
        while index < changed.upperBound {
            let cell = grid.cells[index]
            let look = wardrobe.look(of: cell.face)
            let brush = Brush(row: Int32(row), column: Int32(index - start), look: look)
            let width = max(1, Int(cell.width))
            // Half a wide cluster at an edge is no cluster.
            if cell.width == 0 || index + width > end {
                brush.putBlank()
                index += 1
            } else {
                isWhole = brush.put(grid, cell) && isWhole
                index += width
            }
        }
        if !isWhole { cn_distrust_row(Int32(row)) }
    }
}

/// One place of the screen that a cluster goes to.
private struct Brush {
    let row: Int32
    let column: Int32
    let look: Wardrobe.Look

    /// Puts a cell's cluster; false when ncurses must send the whole row for it to come out right.
    func put(_ grid: Grid, _ cell: Cell) -> Bool {
        let width = Int32(cell.width)
        if cell.glyph & Cell.clusterFlag != 0 {
            return put(grid.cluster(of: cell).unicodeScalars.map(\.value), width: width)
        }
        guard cn_width(cell.glyph) == width else { return put([cell.glyph], width: width) }
        // Nearly every cell; without an array.
        withUnsafePointer(to: cell.glyph) {
            cn_put(row, column, $0, 1, look.attributes, look.pair)
        }
        return true
    }

    private func put(_ scalars: [UInt32], width: Int32) -> Bool {
        let first = cn_width(scalars.first ?? 0x20)
        if first == width {
            place(whole(scalars))
        } else if first == 1, width == 2, let second = scalars.dropFirst().first, isHalf(second) {
            return putHalves(scalars)
        } else {
            for offset in 0..<width { place([0x3F], offset: offset) }
        }
        return true
    }

    func putBlank() {
        place([0x20])
    }

    // ncurses keeps five scalars in a cell; a joiner left at the end would take hold of what
    // comes after it.
    private func whole(_ scalars: [UInt32]) -> [UInt32] {
        var kept = scalars.prefix(Int(cn_scalars_per_cell()))
        while kept.count < scalars.count, kept.last == 0x200D { kept.removeLast() }
        return Array(kept)
    }

    // ncurses counts a cluster's columns by its first scalar alone. A text emoji with U+FE0F and a
    // flag take two columns together: ncurses is told of two cells, one column each, and the
    // terminal, which gets them in one go, makes one picture of two columns.
    private func putHalves(_ scalars: [UInt32]) -> Bool {
        place([scalars[0]])
        place(whole(Array(scalars.dropFirst())), offset: 1)
        return false
    }

    private func isHalf(_ scalar: UInt32) -> Bool {
        scalar == 0xFE0F || (0x1F1E6...0x1F1FF).contains(scalar)
    }

    private func place(_ scalars: [UInt32], offset: Int32 = 0) {
        let count = Int32(scalars.count)
        cn_put(row, column + offset, scalars, count, look.attributes, look.pair)
    }
}

extension Grid {
    fileprivate func cluster(of cell: Cell) -> String {
        let index = Int(cell.glyph & ~Cell.clusterFlag)
        return index < clusters.count ? clusters[index] : " "
    }
}
