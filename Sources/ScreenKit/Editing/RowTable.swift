/// The rows of a text in a width, kept while the text is edited.
struct RowTable: Sendable {
    let width: Int
    let profile: WidthProfile
    /// At least one.
    private(set) var rows: [TextLayout.Row] = []
    /// How many rows were laid out so far.
    private(set) var laidOut = 0

    init(_ bytes: [UInt8], width: Int, profile: WidthProfile) {
        (self.width, self.profile) = (max(1, width), profile)
        rows = bytes.withUnsafeBufferPointer { bytes in
            var breaker = RowBreaker(from: 0, width: max(1, width - 1), profile: profile)
            var rows: [TextLayout.Row] = []
            while let row = breaker.next(in: bytes) { rows.append(row) }
            return rows
        }
        laidOut = rows.count
    }

    func fits(width: Int, _ profile: WidthProfile) -> Bool {
        max(1, width) == self.width && profile == self.profile
    }

    func row(of offset: Int) -> Int {
        max(0, rows.place { $0.range.lowerBound > offset } - 1)
    }

    /// Says that a part of the text was replaced by so many bytes; the bytes are the new ones.
    ///
    /// Rows are laid out from shortly before the change until one begins where one began before:
    /// what follows a row's begin depends on nothing that stands before it.
    mutating func replaced(_ range: Range<Int>, by count: Int, in bytes: [UInt8]) {
        let growth = count - range.count
        let first = max(0, row(of: range.lowerBound) - Self.rowsBefore)
        var breaker = RowBreaker(
            from: rows[first].range.lowerBound, width: max(1, width - 1), profile: profile)
        var made: [TextLayout.Row] = []
        let last = bytes.withUnsafeBufferPointer { bytes in
            while let row = breaker.next(in: bytes) {
                made.append(row)
                let start = breaker.start - growth
                guard start >= range.upperBound, !breaker.isAtEnd else { continue }
                let old = rows.place { $0.range.lowerBound >= start }
                if old < rows.count, rows[old].range.lowerBound == start { return old }
            }
            return rows.count
        }
        laidOut += made.count
        shift(from: last, by: growth)
        rows.replaceSubrange(first..<last, with: made)
    }

    /// What decided a row's end stands in the row behind it, or, where something wider than that
    /// was to follow, in the one behind that.
    private static let rowsBefore = 2

    private mutating func shift(from first: Int, by growth: Int) {
        guard growth != 0 else { return }
        for place in first..<rows.count { rows[place].range = rows[place].range.moved(by: growth) }
    }
}

extension Range<Int> {
    fileprivate func moved(by distance: Int) -> Range {
        lowerBound + distance..<upperBound + distance
    }
}
