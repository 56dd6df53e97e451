/// All n-grams of a token sequence: its positions, sorted by what stands before them.
///
/// The positions that follow a context of any length up to four are neighbours, so counting what
/// comes next is walking over a range, and a longer context is a range inside the shorter one's.
struct NGramIndex: Sendable {
    static let longestContext = 4

    /// The four tokens before a position, the nearest in the highest bits.
    private let contexts: [UInt64]
    private let positions: [UInt32]

    init(_ tokens: [Token]) {
        var entries: [(context: UInt64, position: UInt32)] = []
        entries.reserveCapacity(tokens.count)
        var context: UInt64 = 0
        for (position, token) in tokens.enumerated() {
            if position > 0 { entries.append((context, UInt32(position))) }
            context = context >> 16 | UInt64(token.id) << 48
        }
        entries.sort { ($0.context, $0.position) < ($1.context, $1.position) }
        contexts = entries.map(\.context)
        positions = entries.map(\.position)
    }

    /// The positions that follow the last `length` tokens of the history.
    func positions(after history: [Token], length: Int) -> ArraySlice<UInt32> {
        var context: UInt64 = 0
        for (place, token) in history.suffix(length).reversed().enumerated() {
            context |= UInt64(token.id) << (48 - 16 * place)
        }
        let last = context | ((UInt64.max >> (16 * length - 1)) >> 1)
        let lower = firstPlace { $0 >= context }
        let upper = firstPlace { $0 > last }
        return positions[lower..<upper]
    }

    private func firstPlace(where holds: (UInt64) -> Bool) -> Int {
        var (low, high) = (0, contexts.count)
        while low < high {
            let middle = (low + high) / 2
            if holds(contexts[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
