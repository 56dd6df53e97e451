/// Which rows of a long content are in view.
package struct ScrollState: Hashable, Sendable {
    /// The first row in view.
    package private(set) var offset = 0
    /// New rows at the end come into view.
    package private(set) var followsEnd: Bool
    /// So many rows stay blank below the last one, where there are more than fit.
    package var slack = 0

    package init(followsEnd: Bool = false) { self.followsEnd = followsEnd }

    /// The rows in view of `count`, where `height` fit.
    package func visible(count: Int, height: Int) -> Range<Int> {
        let last = lastOffset(count, height)
        let first = followsEnd ? last : min(offset, last)
        return first..<min(count, first + max(0, height))
    }

    /// Scrolls; reaching the end follows it from then on where `sticks` says so.
    package mutating func scroll(by rows: Int, count: Int, height: Int, sticks: Bool = true) {
        let first = visible(count: count, height: height).lowerBound
        let last = lastOffset(count, height)
        offset = min(max(0, first + rows), last)
        followsEnd =
            sticks && rows > 0 && offset == last || followsEnd && rows >= 0 && offset == last
    }

    package mutating func scrollToStart() { (offset, followsEnd) = (0, false) }

    /// Stays where it is, also where it followed the end.
    package mutating func stay(count: Int, height: Int) {
        (offset, followsEnd) = (visible(count: count, height: height).lowerBound, false)
    }

    /// Shows the end and stays there.
    package mutating func follow() { followsEnd = true }

    /// A view may be too small for any row, and its height, less borders, below nothing.
    private func lastOffset(_ count: Int, _ height: Int) -> Int {
        let hidden = count - max(0, height)
        return hidden > 0 ? hidden + min(slack, max(0, height)) : 0
    }
}
