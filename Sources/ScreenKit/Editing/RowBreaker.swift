/// Where the rows of an editor end.
struct RowBreaker {
    let width: Int
    let profile: WidthProfile
    private var rows: [TextLayout.Row] = []
    private var start = 0
    private var column = 0
    /// The last place where the row may end: after a space or a wide character.
    private var place: (offset: Int, column: Int)?

    init(width: Int, profile: WidthProfile) {
        (self.width, self.profile) = (width, profile)
    }

    mutating func rows(of bytes: UTF8Bytes) -> [TextLayout.Row] {
        var offset = 0
        while offset < bytes.count {
            let cluster = Cluster.next(in: bytes, at: offset)
            if cluster.isNewline {
                endRow(at: offset, column, newline: true)
                (start, column) = (cluster.range.upperBound, 0)
            } else {
                add(cluster, in: bytes)
            }
            offset = cluster.range.upperBound
        }
        endRow(at: bytes.count, column)
        return rows
    }

    private mutating func add(_ cluster: Cluster, in bytes: UTF8Bytes) {
        let offset = cluster.range.lowerBound
        var added = columns(of: cluster, bytes)
        if let place, column + added > width {
            endRow(at: place.offset, place.column)
            added = columns(of: cluster, bytes)
        }
        if column + added > width, offset > start {
            endRow(at: offset, column)
            added = columns(of: cluster, bytes)
        }
        column += added
        if cluster.first == 0x20 || cluster.first == 0x09 || cluster.kind == .wide {
            place = (cluster.range.upperBound, column)
        }
    }

    private func columns(of cluster: Cluster, _ bytes: UTF8Bytes) -> Int {
        Width.of(cluster, in: bytes, at: column, profile)
    }

    /// Ends the row at a column; what stands behind it begins the next.
    private mutating func endRow(at end: Int, _ width: Int, newline: Bool = false) {
        rows.append(TextLayout.Row(range: start..<end, width: width, endsWithNewline: newline))
        start = end
        column -= width
        place = nil
    }
}
