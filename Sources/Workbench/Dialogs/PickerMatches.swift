/// Which of a list's rows a query leaves. Narrowed when the query changes; a longer query looks only
/// at what the shorter one had left.
struct PickerMatches: Sendable {
    private var words: [[UInt8]] = []
    /// In the rows' own order; `nil` is all of them.
    private(set) var found: [Int]?
    /// What is called so comes before what only tells of it; `nil` is the rows' own order.
    private var shown: [Int]?
    private(set) var count: Int

    /// All rows.
    init(_ rows: FoldedRows) { count = rows.count }

    /// The row at a place of the list.
    subscript(place: Int) -> Int { shown?[place] ?? place }

    mutating func narrow(_ rows: FoldedRows, to query: String, beginningsFirst: Bool = false) {
        let wanted = FoldedRows.words(of: query)
        guard wanted != words else { return }
        guard !wanted.isEmpty else { return self = PickerMatches(rows) }
        let isNarrower = words.allSatisfy { old in wanted.contains { $0.contains(old) } }
        let left = isNarrower ? found : nil
        let now = left.map { rows.split($0, by: wanted) } ?? rows.split(0..<rows.count, by: wanted)
        words = wanted
        found = now.all
        let named = beginningsFirst ? rows.beginningsFirst(now.named, wanted) : now.named
        shown = now.others.isEmpty ? named : named + now.others
        count = now.all.count
    }
}
