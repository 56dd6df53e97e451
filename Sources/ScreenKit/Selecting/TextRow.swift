/// A row of the screen as parts of a text: what stands where, to be pointed at and to be marked.
///
/// The text is beside it, so a row is small however long the text.
package struct TextRow: Hashable, Sendable {
    /// What stands in one go from a column on.
    package struct Part: Hashable, Sendable {
        package var column: Int
        /// In UTF-8 offsets of the text.
        package var range: Range<Int>
        /// The columns that it has, where what is longer is cut off; `nil`: as many as it takes.
        package var room: Int?

        package init(column: Int, range: Range<Int>, room: Int? = nil) {
            (self.column, self.range, self.room) = (column, range, room)
        }
    }

    /// From the left to the right.
    package var parts: [Part]

    package init(_ parts: [Part] = []) { self.parts = parts }

    /// Where the text of the row ends; `nil` where it has none.
    package var end: Int? { parts.last?.range.upperBound }

    /// The cluster in a column. Where none stands there it is an empty place: before the first one,
    /// else behind the last one that stands before the column. `nil`: the row has no text.
    package func cluster(
        atColumn column: Int, of text: [UInt8], _ profile: WidthProfile
    ) -> Range<Int>? {
        guard let first = parts.first else { return nil }
        guard let part = parts.last(where: { $0.column <= column }) else {
            return first.range.lowerBound..<first.range.lowerBound
        }
        var found = part.range.upperBound..<part.range.upperBound
        part.walk(text, profile) { cluster, columns in
            guard columns.contains(column) else { return columns.upperBound <= column }
            found = cluster
            return false
        }
        return found
    }

    /// The columns that a part of the text takes.
    package func columns(
        of range: Range<Int>, in text: [UInt8], _ profile: WidthProfile
    ) -> [Range<Int>] {
        parts.compactMap { part in
            guard part.range.overlaps(range) else { return nil }
            var found: Range<Int>?
            part.walk(text, profile) { cluster, columns in
                guard cluster.lowerBound < range.upperBound else { return false }
                if cluster.upperBound > range.lowerBound {
                    found = (found?.lowerBound ?? columns.lowerBound)..<columns.upperBound
                }
                return true
            }
            return found
        }
    }
}

extension TextRow.Part {
    /// Goes through its clusters and their columns, while the body wants more.
    fileprivate func walk(
        _ text: [UInt8], _ profile: WidthProfile, _ body: (Range<Int>, Range<Int>) -> Bool
    ) {
        let range = range.clamped(to: 0..<text.count)
        let end = room.map { column + $0 } ?? .max
        text.withUnsafeBufferPointer { bytes in
            var (offset, used) = (range.lowerBound, 0)
            while offset < range.upperBound {
                let cluster = Cluster.next(in: bytes, at: offset)
                let width = Width.of(cluster, in: bytes, at: used, profile)
                let columns = min(column + used, end)..<min(column + used + width, end)
                guard body(cluster.range, columns) else { return }
                used += width
                offset = cluster.range.upperBound
            }
        }
    }
}

extension WrappedLine {
    /// The line as a row that begins at a column.
    package func row(at column: Int = 0) -> TextRow {
        TextRow([.init(column: column, range: range.lowerBound..<textEnd)])
    }
}

extension StyledLine {
    /// The line as a row of its text: of Markdown that is the passage, else the styled text.
    package var row: TextRow {
        TextRow(
            stretches.map { .init(column: $0.column, range: $0.place..<$0.place + $0.bytes.count) })
    }
}
