import ScreenKit

/// The next character and the next word, in the texts of a pane one after the other.
extension Reading {
    func character(after place: TextPlace) -> TextPlace? {
        guard let passage = passage(place.id) else { return nil }
        let cluster = TextUnits.cluster(at: place.cluster.upperBound, in: passage.bytes)
        return cluster.map { TextPlace(id: place.id, cluster: $0) }
            ?? neighbour(of: place.id, by: id(after:)).map { first(of: $0) }
    }

    func character(before place: TextPlace) -> TextPlace? {
        guard let passage = passage(place.id) else { return nil }
        let cluster = TextUnits.cluster(before: place.cluster.lowerBound, in: passage.bytes)
        return cluster.map { TextPlace(id: place.id, cluster: $0) }
            ?? neighbour(of: place.id, by: id(before:)).map { last(of: $0) }
    }

    func word(after place: TextPlace) -> TextPlace? {
        guard let passage = passage(place.id) else { return nil }
        let next = TextUnits.nextWord(after: place.cluster.lowerBound, in: passage.bytes)
        return next.flatMap { self.place($0, in: place.id) }
            ?? neighbour(of: place.id, by: id(after:)).map { first(of: $0) }
    }

    func word(before place: TextPlace) -> TextPlace? {
        guard let passage = passage(place.id) else { return nil }
        if let start = TextUnits.wordBefore(place.cluster.lowerBound, in: passage.bytes) {
            return self.place(start, in: place.id)
        }
        guard let before = neighbour(of: place.id, by: id(before:)) else { return nil }
        let end = last(of: before)
        let behind = end.cluster.upperBound
        return word(before: TextPlace(id: before, cluster: behind..<behind))
    }

    private func place(_ offset: Int, in id: PassageID) -> TextPlace? {
        guard let passage = passage(id) else { return nil }
        let cluster = TextUnits.cluster(at: offset, in: passage.bytes)
        return cluster.map { TextPlace(id: id, cluster: $0) }
    }

    private func first(of id: PassageID) -> TextPlace {
        place(0, in: id) ?? TextPlace(id: id, cluster: 0..<0)
    }

    private func last(of id: PassageID) -> TextPlace {
        let bytes = passage(id)?.bytes ?? []
        let end = bytes.last == 0x0a ? bytes.count - 1 : bytes.count
        return TextPlace(id: id, cluster: TextUnits.cluster(before: end, in: bytes) ?? 0..<0)
    }

    /// The next text that is not there for its looks alone.
    private func neighbour(
        of id: PassageID, by step: (PassageID) -> PassageID?
    ) -> PassageID? {
        var next = step(id)
        while let here = next, let passage = passage(here), passage.isDecoration {
            next = step(here)
        }
        return next
    }
}
