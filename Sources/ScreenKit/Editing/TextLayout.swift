/// A text in rows of a width, for editing: every cluster has its cell, spaces at a row's end too.
///
/// Rows end after spaces where they can. One column is left free at the right for a cursor behind
/// the last character.
package struct TextLayout: Sendable {
    package struct Row: Hashable, Sendable {
        /// UTF-8 offsets, without the newline.
        package internal(set) var range: Range<Int>
        package let width: Int
        package let endsWithNewline: Bool
    }

    package var width: Int { table.width }
    /// At least one.
    package var rows: [Row] { table.rows }
    private let table: RowTable
    private let bytes: [UInt8]
    private var profile: WidthProfile { table.profile }

    /// - Parameter table: the rows of these bytes.
    init(_ bytes: [UInt8], _ table: RowTable) { (self.bytes, self.table) = (bytes, table) }

    /// What to write for a row.
    package func text(ofRow row: Int) -> String {
        String(decoding: bytes[rows[row].range], as: UTF8.self)
    }

    /// The cell of a cursor before the cluster at an offset.
    package func point(of offset: Int) -> Point {
        let row = row(of: offset)
        return Point(row: row, column: column(of: offset, inRow: row))
    }

    /// The offset of the cluster on which a cell lies; of the row's end beyond it.
    package func offset(at point: Point) -> Int {
        let index = min(max(0, point.row), rows.count - 1)
        var (found, column) = (lastOffset(inRow: index), 0)
        walk(rows[index].range) { cluster, width in
            column += width
            guard column > point.column else { return true }
            found = min(found, cluster.range.lowerBound)
            return false
        }
        return found
    }

    /// The columns of a row that a part of the text takes; empty where it takes none.
    package func columns(of range: Range<Int>, inRow row: Int) -> Range<Int> {
        let part = range.clamped(to: rows[row].range)
        guard !part.isEmpty else { return 0..<0 }
        return column(of: part.lowerBound, inRow: row)..<column(of: part.upperBound, inRow: row)
    }

    /// Where a cursor stands at the end of a row: in a wrapped row before the last cluster, since
    /// after it is the next row's start.
    func lastOffset(inRow index: Int) -> Int {
        let row = rows[index]
        if row.endsWithNewline || index == rows.count - 1 { return row.range.upperBound }
        var last = row.range.lowerBound
        walk(row.range) { cluster, _ in
            last = cluster.range.lowerBound
            return true
        }
        return last
    }

    private func row(of offset: Int) -> Int { table.row(of: offset) }

    private func column(of offset: Int, inRow row: Int) -> Int {
        var column = 0
        walk(rows[row].range) { cluster, width in
            guard cluster.range.lowerBound < offset else { return false }
            column += width
            return true
        }
        return column
    }

    /// Goes through a row's clusters with their columns, while the body wants more.
    private func walk(_ range: Range<Int>, _ body: (Cluster, Int) -> Bool) {
        bytes.withUnsafeBufferPointer { bytes in
            var (offset, column) = (range.lowerBound, 0)
            while offset < range.upperBound {
                let cluster = Cluster.next(in: bytes, at: offset)
                let width = Width.of(cluster, in: bytes, at: column, profile)
                guard body(cluster, width) else { return }
                column += width
                offset = cluster.range.upperBound
            }
        }
    }
}

extension TextBuffer {
    /// The text in rows, with the cursor's and the mouse's places in it. In the width for which the
    /// buffer keeps rows it costs nothing.
    package func layout(width: Int, profile: WidthProfile = .conservative) -> TextLayout {
        if let table, table.fits(width: width, profile) { return TextLayout(bytes, table) }
        return TextLayout(bytes, RowTable(bytes, width: width, profile: profile))
    }

    /// The text in the rows that are kept; in its lines where none are.
    package var keptLayout: TextLayout {
        table.map { TextLayout(bytes, $0) } ?? layout(width: .max)
    }

    /// Keeps the rows of this width from now on: an edit then lays out what it changes, however long
    /// the text.
    package mutating func keepRows(width: Int, profile: WidthProfile = .conservative) {
        if let table, table.fits(width: width, profile) { return }
        keep(RowTable(bytes, width: width, profile: profile))
    }

    /// Keeps the rows of an area's width, and which of them are in view there: those that were, moved
    /// so that the cursor is among them.
    package mutating func keepView(_ size: Size, _ profile: WidthProfile) {
        keepRows(width: size.columns, profile: profile)
        firstRow = TextArea(self, size: size, firstRow: firstRow, profile: profile).firstRow
    }
}
