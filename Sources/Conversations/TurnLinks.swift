/// Which turns of a tree follow which, by their places: what a branch leaves aside is found without
/// looking at all of them.
struct TurnLinks: Sendable {
    /// Slots of other turns; 0 stands for none.
    private struct Link {
        var firstChild: Int32 = 0
        var lastChild: Int32 = 0
        var nextSibling: Int32 = 0
    }

    /// The first slot is that before all turns, whose children have no parent.
    private var links = [Link()]

    init(capacity: Int = 0) { links.reserveCapacity(capacity + 1) }

    /// Another turn, whose parent may be one that comes later.
    mutating func append() { links.append(Link()) }

    /// The turn at a place follows another one, or none.
    mutating func attach(_ place: Int, to parent: Int?) {
        let (slot, above) = (Int32(place + 1), (parent ?? -1) + 1)
        let last = Int(links[above].lastChild)
        if last == 0 { links[above].firstChild = slot } else { links[last].nextSibling = slot }
        links[above].lastChild = slot
    }

    /// The turns that follow one, or none, in the order in which they were made.
    func children(of place: Int?) -> some Sequence<Int> {
        sequence(state: links[(place ?? -1) + 1].firstChild) { next -> Int? in
            guard next > 0 else { return nil }
            defer { next = links[Int(next)].nextSibling }
            return Int(next) - 1
        }
    }
}
