/// Which rows of a long content are in view.
package struct ScrollState: Hashable, Sendable {
    /// The first row in view.
    package private(set) var offset = 0
    /// New rows at the end come into view.
    package private(set) var followsEnd: Bool

    package init(followsEnd: Bool = false) { self.followsEnd = followsEnd }

    /// The rows in view of `count`, where `height` fit.
    package func visible(count: Int, height: Int) -> Range<Int> {
        let last = Self.lastOffset(count, height)
        let first = followsEnd ? last : min(offset, last)
        return first..<min(count, first + max(0, height))
    }

    /// Scrolls; reaching the end follows it from then on where `sticks` says so.
    package mutating func scroll(by rows: Int, count: Int, height: Int, sticks: Bool = true) {
        let first = visible(count: count, height: height).lowerBound
        let last = Self.lastOffset(count, height)
        offset = min(max(0, first + rows), last)
        followsEnd =
            sticks && rows > 0 && offset == last || followsEnd && rows >= 0 && offset == last
    }

    /// Scrolls by pages less one row.
    package mutating func page(_ pages: Int, count: Int, height: Int, sticks: Bool = true) {
        scroll(by: pages * max(1, height - 1), count: count, height: height, sticks: sticks)
    }

    package mutating func scrollToStart() { (offset, followsEnd) = (0, false) }

    /// Shows the end and stays there.
    package mutating func follow() { followsEnd = true }

    /// Scrolls no further than needed to show rows; the first of them where they are too many.
    package mutating func reveal(_ rows: Range<Int>, count: Int, height: Int) {
        let shown = visible(count: count, height: height)
        if rows.lowerBound >= shown.lowerBound && rows.upperBound <= shown.upperBound { return }
        let isAbove = rows.lowerBound < shown.lowerBound || rows.count > height
        let first = isAbove ? rows.lowerBound : rows.upperBound - height
        offset = min(max(0, first), Self.lastOffset(count, height))
        followsEnd = false
    }

    /// A view may be too small for any row, and its height, less borders, below nothing.
    private static func lastOffset(_ count: Int, _ height: Int) -> Int {
        max(0, count - max(0, height))
    }
}

/// A list of rows of which one is selected.
package struct ListState: Hashable, Sendable {
    package private(set) var selection = 0
    package private(set) var scroll = ScrollState()

    package init() {}

    /// The rows in view; the selected one is among them.
    package func visible(count: Int, height: Int) -> Range<Int> {
        var scroll = scroll
        if count > 0 {
            let selected = min(selection, count - 1)
            scroll.reveal(selected..<selected + 1, count: count, height: height)
        }
        return scroll.visible(count: count, height: height)
    }

    /// Selects a row, the nearest there is.
    package mutating func select(_ row: Int, count: Int, height: Int) {
        selection = min(max(0, row), max(0, count - 1))
        guard count > 0 else { return }
        scroll.reveal(selection..<selection + 1, count: count, height: height)
    }

    package mutating func move(by rows: Int, count: Int, height: Int) {
        select(min(selection, max(0, count - 1)) + rows, count: count, height: height)
    }

    package mutating func page(_ pages: Int, count: Int, height: Int) {
        move(by: pages * max(1, height - 1), count: count, height: height)
    }

    /// Turns the wheel: scrolls, and takes the selection along at the edges.
    package mutating func wheel(by rows: Int, count: Int, height: Int) {
        scroll.scroll(by: rows, count: count, height: height, sticks: false)
        let shown = scroll.visible(count: count, height: height)
        guard !shown.isEmpty else { return }
        selection = min(max(selection, shown.lowerBound), shown.upperBound - 1)
    }

    /// The row of the list at a row of the view.
    package func row(at viewRow: Int, count: Int, height: Int) -> Int? {
        let shown = visible(count: count, height: height)
        let row = shown.lowerBound + viewRow
        return viewRow >= 0 && shown.contains(row) ? row : nil
    }
}
