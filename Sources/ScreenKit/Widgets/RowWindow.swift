/// A list of which only a window of rows is in memory. What is missing is asked for by range, and
/// the answers name what they answer: late ones change nothing.
///
/// ```swift
/// list.show(first..<first + rect.rows)
/// if let request = list.takeRequest() { effects.append(.listSessions(query, request)) }
/// …
/// list.take(rows, from: 400, of: 100_000, for: request)
/// ```
///
/// Nothing here looks at a row but for its id, and nothing at rows that are not in the window.
package struct RowWindow<Row: Identifiable & Sendable>: Sendable where Row.ID: Sendable {
    /// What is to be brought.
    package struct Request: Hashable, Sendable {
        /// Of another generation, an answer is too late.
        package var generation: Int
        /// The places that are wanted.
        package var range: Range<Int>
        /// Rather the rows around this one, wherever it stands.
        package var around: Row.ID?
    }

    /// How many rows there are; `nil` until an answer has said it.
    package private(set) var count: Int?
    /// Goes up with every other query: what was asked for before is no answer to it.
    package private(set) var generation = 0
    /// The places whose rows are in memory.
    package private(set) var loaded = 0..<0
    /// The selected place; there may be no row yet.
    package private(set) var selectedPlace = 0
    private var rows: [Row] = []
    /// The selected row, once it was in memory; it stays selected where it moves.
    private var selectedID: Row.ID?
    /// The selected row is looked for by its id.
    private var isSeeking = false
    private var visible = 0..<0
    /// What was asked for last. It is not asked for again, whatever the answer was.
    private var asked: Request?
    private let margin: Int

    /// - Parameter margin: rows kept beyond each end of what is in view.
    package init(margin: Int = 100) { self.margin = max(0, margin) }

    // MARK: What is there

    /// The row at a place, where it is in memory.
    package subscript(place: Int) -> Row? {
        loaded.contains(place) ? rows[place - loaded.lowerBound] : nil
    }

    /// How many places can be shown; where the count is not known, those in memory.
    package var knownCount: Int { count ?? loaded.upperBound }

    package var selection: Row? { isSeeking ? nil : self[selectedPlace] }

    // MARK: What is wanted

    /// Says which places are in view.
    package mutating func show(_ places: Range<Int>) {
        let end = count ?? max(loaded.upperBound, places.upperBound)
        visible = places.clamped(to: 0..<max(0, end))
    }

    /// What has to be brought for what is in view; `nil` when it is there, or asked for already.
    package mutating func takeRequest() -> Request? {
        guard let request = missing, request != asked else { return nil }
        asked = request
        return request
    }

    private var missing: Request? {
        let range = wanted
        if isSeeking { return Request(generation: generation, range: range, around: selectedID) }
        // Of an empty list nothing is in view.
        if isLoaded(visible), count != nil || !loaded.isEmpty { return nil }
        // Scrolling on asks for the same until it leaves what was asked for.
        if let asked, asked.generation == generation, asked.around == nil,
            asked.range.contains(visible)
        {
            return asked
        }
        return Request(generation: generation, range: range)
    }

    private func isLoaded(_ range: Range<Int>) -> Bool { range.isEmpty || loaded.contains(range) }

    private var wanted: Range<Int> {
        let start = max(0, visible.lowerBound - margin)
        let end = max(visible.upperBound, start + 1) + margin
        return start..<max(start, min(end, count ?? end))
    }

    /// Takes rows that were asked for; returns whether they were still wanted.
    ///
    /// - Parameters:
    ///   - start: the place of the first of them.
    ///   - count: how many rows there are altogether.
    @discardableResult
    package mutating func take(
        _ rows: [Row], from start: Int, of count: Int?, for request: Request
    ) -> Bool {
        guard request.generation == generation else { return false }
        self.rows = rows
        loaded = start..<start + rows.count
        let isEnd = request.around == nil && rows.count < request.range.count
        self.count = count ?? (isEnd ? loaded.upperBound : self.count)
        if isSeeking, request.around == selectedID { found() }
        select(selectedPlace)
        return true
    }

    /// The row that was sought is where it is now, or gone: then its place is kept.
    private mutating func found() {
        isSeeking = false
        let place = rows.firstIndex { $0.id == selectedID }
        if let place { selectedPlace = loaded.lowerBound + place }
    }

    // MARK: Changes

    /// Another query, or another order: nothing in memory counts any more.
    ///
    /// - Parameter keepsSelection: the selected row stays selected, wherever it stands then.
    package mutating func renew(keepsSelection: Bool = false) {
        generation += 1
        (count, loaded, rows, asked) = (nil, 0..<0, [], nil)
        visible = 0..<visible.count
        isSeeking = keepsSelection && selectedID != nil
        if !isSeeking { (selectedPlace, selectedID) = (0, nil) }
    }

    /// Rows were added behind the last one, as in a log. They stay in memory where the last one is.
    package mutating func append(_ new: [Row]) {
        let isAtEnd = count == nil || loaded.upperBound == count
        count = count.map { $0 + new.count }
        guard isAtEnd else { return }
        rows += new
        loaded = loaded.lowerBound..<loaded.upperBound + new.count
        let most = visible.count + 2 * margin
        // Not with each row: what remains has to be moved.
        guard rows.count > 2 * most else { return }
        rows.removeFirst(rows.count - most)
        loaded = loaded.upperBound - most..<loaded.upperBound
    }

    /// Nobody answered: what is missing is asked for once more.
    package mutating func retry() { asked = nil }

    // MARK: Selecting

    /// Selects a place, or the nearest there is.
    package mutating func select(_ place: Int) {
        let last = max(0, (count ?? max(loaded.upperBound, place + 1)) - 1)
        selectedPlace = min(max(0, place), last)
        isSeeking = isSeeking && place == selectedPlace
        if !isSeeking, let row = self[selectedPlace] { selectedID = row.id }
    }

    package mutating func select(by distance: Int) {
        isSeeking = false
        select(selectedPlace + distance)
    }

    /// Selects a row by its id: at once where it is in memory, else when it has been brought.
    package mutating func select(id: Row.ID) {
        selectedID = id
        let place = rows.firstIndex { $0.id == id }
        isSeeking = place == nil
        if let place { selectedPlace = loaded.lowerBound + place }
    }
}
