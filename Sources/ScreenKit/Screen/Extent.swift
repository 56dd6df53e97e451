/// How much of a length a part of it wants: a share, so many cells, or what the others leave.
package struct Extent: Hashable, Sendable {
    private enum Kind: Hashable {
        case share(numerator: Int, denominator: Int, less: Int)
        case rest
    }

    private let kind: Kind
    package let atLeast: Int
    package let atMost: Int

    /// Rounded down, less so many cells, then brought within the bounds; of two bounds that
    /// contradict each other the upper one holds.
    package static func share(
        _ numerator: Int, of denominator: Int, less: Int = 0, atLeast: Int = 0, atMost: Int = .max
    ) -> Extent {
        let kind = Kind.share(numerator: numerator, denominator: max(1, denominator), less: less)
        return Extent(kind: kind, atLeast: atLeast, atMost: atMost)
    }

    package static func fixed(_ cells: Int) -> Extent {
        share(0, of: 1, atLeast: cells, atMost: cells)
    }

    /// What all others leave; where several parts want it, they get equal parts of it.
    package static let rest = rest(atLeast: 0)

    /// The same, and the others do with less where so much would not be left.
    package static func rest(atLeast: Int) -> Extent {
        Extent(kind: .rest, atLeast: atLeast, atMost: .max)
    }

    var isRest: Bool { kind == .rest }

    private func wanted(of whole: Int) -> Int {
        guard case .share(let numerator, let denominator, let less) = kind else { return 0 }
        return max(0, min(max(atLeast, whole * numerator / denominator - less), atMost))
    }

    /// The lengths of parts that stand side by side with so many cells between them. Together with
    /// the gaps they fill the whole; who stands first has first claim where there is too little.
    static func lengths(of extents: [Extent], in whole: Int, gap: Int) -> [Int] {
        let room = max(0, whole - gap * max(0, extents.count - 1))
        let reserved = extents.reduce(0) { $0 + ($1.isRest ? $1.atLeast : 0) }
        var left = max(0, room - reserved)
        var lengths = extents.map { extent in
            let length = extent.isRest ? 0 : min(extent.wanted(of: whole), left)
            left -= length
            return length
        }
        var rest = room - lengths.reduce(0, +)
        var waiting = extents.count(where: \.isRest)
        for (place, extent) in extents.enumerated() where extent.isRest {
            lengths[place] = min(rest, max(extent.atLeast, rest / waiting))
            rest -= lengths[place]
            waiting -= 1
        }
        return lengths
    }
}
