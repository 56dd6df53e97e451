/// How wide the columns of a table would like to be, by its heading and its first rows.
struct TableShape {
    let alignments: [MarkdownTable.Alignment]
    var heading: [InlineText] = []
    private var wanted: [Int]

    static let gap = 2
    /// Narrower columns are none.
    private static let least = 5

    init(columns: [MarkdownTable.Alignment]) {
        alignments = columns
        wanted = Array(repeating: 1, count: columns.count)
    }

    /// A table of which only the heading has come.
    init(of heading: [InlineText], _ profile: WidthProfile) {
        self.init(columns: Array(repeating: .none, count: heading.count))
        self.heading = heading
        include(heading, profile)
    }

    mutating func include(_ cells: [InlineText], _ profile: WidthProfile) {
        for (place, cell) in cells.enumerated() where place < wanted.count {
            let widest = cell.wrapped(.max / 2, profile).map(\.width).max() ?? 0
            wanted[place] = max(wanted[place], widest)
        }
    }

    /// The columns' widths; `nil` where there is no room for so many. Who wants less than an equal
    /// share has what it wants, the others share what is left.
    func widths(in room: Int) -> [Int]? {
        let room = room - Self.gap * (wanted.count - 1)
        if wanted.reduce(0, +) <= room { return wanted }
        guard room >= Self.least * wanted.count else { return nil }
        var (widths, left) = (wanted, room)
        var waiting = wanted.indices.sorted { wanted[$0] < wanted[$1] }
        while let place = waiting.first, wanted[place] <= left / waiting.count {
            left -= wanted[place]
            waiting.removeFirst()
        }
        for (number, place) in waiting.sorted().enumerated() {
            widths[place] = left / waiting.count + (number < left % waiting.count ? 1 : 0)
        }
        return widths
    }
}

extension InlineText {
    func wrapped(_ width: Int, _ profile: WidthProfile) -> [LineSpan] {
        var wrapper = LineWrapper(width: width, profile: profile)
        bytes.withUnsafeBufferPointer { wrapper.grow($0, to: $0.count) }
        return wrapper.spans
    }
}
