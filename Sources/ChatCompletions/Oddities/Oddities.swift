/// The oddities of an exchange: of each the place where it was met first. There are no more than
/// there are kinds, however long the answer is.
public struct Oddities: Sendable, Hashable {
    /// An oddity, and where.
    public struct Sighting: Sendable, Hashable {
        /// What it is.
        public var oddity: Oddity
        /// Where in the body, as `StreamEvent.span` counts: an event's begin, or the odd byte;
        /// `nil` when it is of no one place.
        public var place: Int?
    }

    /// In the order of their kinds.
    public private(set) var sightings: [Sighting] = []
    private var mask = OddityMask()

    init() {}

    /// Whether there were none.
    public var isEmpty: Bool { mask.isEmpty }

    /// Whether an oddity was met.
    public func contains(_ oddity: Oddity) -> Bool { mask.contains(oddity) }

    /// Which there were.
    public var kinds: [Oddity] { sightings.map(\.oddity) }

    @inline(__always)
    mutating func note(_ found: OddityMask, at place: Int?) {
        if !found.isSubset(of: mask) { add(found.subtracting(mask), place) }
    }

    private mutating func add(_ found: OddityMask, _ place: Int?) {
        mask.formUnion(found)
        for oddity in Oddity.allCases where found.contains(oddity) {
            let next = sightings.firstIndex { $0.oddity.rawValue > oddity.rawValue }
            sightings.insert(Sighting(oddity: oddity, place: place), at: next ?? sightings.count)
        }
    }
}
