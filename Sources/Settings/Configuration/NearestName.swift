/// Which name was meant? The one that is fewest letters away, if that is near enough to be a slip.
enum NearestName {
    static func to(_ written: String, among names: [String]) -> String? {
        // No slip is as long as this, and a file may hold anything.
        guard written.count <= 40 else { return nil }
        let distances = names.map { (name: $0, letters: distance(written, $0)) }
        guard let nearest = distances.min(by: { $0.letters < $1.letters }) else { return nil }
        return nearest.letters <= max(1, written.count / 3) ? nearest.name : nil
    }

    /// Letters to add, take away or change (Levenshtein); two that changed places count as one.
    private static func distance(_ a: String, _ b: String) -> Int {
        let (a, b) = (Array(a), Array(b))
        var before: [Int] = []
        var last = Array(0...b.count)
        for (row, letter) in a.enumerated() {
            var next = [row + 1]
            for (column, other) in b.enumerated() {
                let change = last[column] + (letter == other ? 0 : 1)
                var best = min(change, last[column + 1] + 1, next[column] + 1)
                if row > 0, column > 0, letter == b[column - 1], other == a[row - 1] {
                    best = min(best, before[column - 1] + 1)
                }
                next.append(best)
            }
            (before, last) = (last, next)
        }
        return last[b.count]
    }
}
