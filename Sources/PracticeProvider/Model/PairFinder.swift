/// Finds the ideographs that stand together so often that they are one word.
struct PairFinder {
    private var singles: [String: Int] = [:]
    private var pairs: [String: (count: Int, first: String, second: String)] = [:]

    mutating func read(_ pieces: [String]) {
        var previous: String?
        for piece in pieces {
            guard piece.unicodeScalars.first?.isIdeograph == true else {
                previous = nil
                continue
            }
            singles[piece, default: 0] += 1
            if let previous { pairs[previous + piece, default: (0, previous, piece)].count += 1 }
            previous = piece
        }
    }

    /// Pairs that come five times and more, where one of both seldom stands without the other.
    var words: Set<String> {
        Set(pairs.lazy.filter { self.isWord($0.value) }.map(\.key))
    }

    private func isWord(_ pair: (count: Int, first: String, second: String)) -> Bool {
        guard pair.count >= 5 else { return false }
        let rarer = min(singles[pair.first] ?? 0, singles[pair.second] ?? 0)
        return pair.count * 3 >= rarer
    }
}
