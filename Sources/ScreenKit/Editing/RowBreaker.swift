/// Where the rows of an editor end. What follows a row's begin depends on nothing before it.
struct RowBreaker {
    let width: Int
    let profile: WidthProfile
    /// Where the next row begins.
    private(set) var start: Int
    /// The last row has been given.
    private(set) var isAtEnd = false
    private var offset: Int
    private var column = 0
    /// The last place where the row may end: after a space or a wide character.
    private var place: (offset: Int, column: Int)?

    init(from start: Int, width: Int, profile: WidthProfile) {
        (self.start, offset) = (start, start)
        (self.width, self.profile) = (width, profile)
    }

    /// The next row; `nil` behind the last one. A newline at the end begins one more.
    mutating func next(in bytes: UTF8Bytes) -> TextLayout.Row? {
        while offset < bytes.count {
            if takePlain(in: bytes) { continue }
            let cluster = Cluster.next(in: bytes, at: offset)
            if cluster.isNewline {
                let row = endRow(at: offset, column, newline: true)
                offset = cluster.range.upperBound
                (start, column) = (offset, 0)
                return row
            }
            if let row = add(cluster, in: bytes) { return row }
        }
        guard !isAtEnd else { return nil }
        isAtEnd = true
        return endRow(at: bytes.count, column)
    }

    /// Takes a letter of one column with which nothing can belong together, as most are in a large
    /// paste, if there is room.
    private mutating func takePlain(in bytes: UTF8Bytes) -> Bool {
        let byte = bytes[offset]
        guard column < width, byte >= 0x20, byte < 0x7f else { return false }
        guard offset + 1 == bytes.count || bytes[offset + 1] < 0x80 else { return false }
        (offset, column) = (offset + 1, column + 1)
        if byte == 0x20 { place = (offset, column) }
        return true
    }

    /// Takes a cluster into the row, unless a row has to end before it.
    private mutating func add(_ cluster: Cluster, in bytes: UTF8Bytes) -> TextLayout.Row? {
        let added = Width.of(cluster, in: bytes, at: column, profile)
        if column + added > width {
            if let place { return endRow(at: place.offset, place.column) }
            if offset > start { return endRow(at: offset, column) }
        }
        column += added
        offset = cluster.range.upperBound
        if cluster.first == 0x20 || cluster.first == 0x09 || cluster.kind == .wide {
            place = (offset, column)
        }
        return nil
    }

    /// Ends the row at a column; what stands behind it begins the next.
    private mutating func endRow(
        at end: Int, _ width: Int, newline: Bool = false
    ) -> TextLayout.Row {
        defer {
            start = end
            column -= width
            place = nil
        }
        return TextLayout.Row(range: start..<end, width: width, endsWithNewline: newline)
    }
}
