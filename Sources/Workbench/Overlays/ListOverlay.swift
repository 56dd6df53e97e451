import ChatCompletions
package import Conversations
package import ScreenKit

/// Things to choose from, narrowed by typing.
package struct ListOverlay: Sendable {
    package enum Kind: Sendable, Hashable {
        case palette, help, sessions, providers, themes
        case models(provider: String)
    }

    package struct Item: Sendable, Hashable {
        package enum Value: Sendable, Hashable {
            case command(Command.ID)
            case session(SessionID)
            case provider(String)
            case model(String)
            case theme(String)
        }

        package var title: String
        package var detail: String
        package var value: Value
    }

    package let kind: Kind
    package let title: String
    package private(set) var rows: ListRows
    private var matches: ListMatches
    /// What was typed, where that can be chosen though it is not listed.
    private var freeChoice: String?
    package var query = TextField()
    private var selected = 0
    package var isLoading = false
    /// Why there is nothing to choose from, when something went wrong.
    package var problem: String?

    package init(_ kind: Kind, title: String, rows: ListRows) {
        self.kind = kind
        self.title = title
        self.rows = rows
        matches = ListMatches(rows.text)
    }

    /// Other rows, narrowed as the ones before them.
    mutating func fill(_ rows: ListRows) {
        self.rows = rows
        matches = ListMatches(rows.text)
        narrow()
    }

    // MARK: What is left to choose from

    /// How many items hold every word of the query, with what was typed.
    package var count: Int { matches.count + (freeChoice == nil ? 0 : 1) }

    /// What is called so comes before what only tells of it.
    package func item(_ place: Int) -> Item {
        if place < matches.count { return rows[matches[place]] }
        let name = freeChoice ?? ""
        return Item(title: name, detail: "as typed", value: .model(name))
    }

    private mutating func narrow() {
        matches.narrow(rows.text, to: query.buffer.text)
        freeChoice = nil
        // Any model can be named, listed or not.
        let name = query.buffer.text.trimmingBlanks
        guard case .models = kind, !name.isEmpty else { return }
        let isListed = matches.found?.contains { rows.isModel($0, called: name) } ?? false
        if !isListed { freeChoice = name }
    }

    /// The columns for the titles. They depend on all rows, so that typing does not move the details.
    func titleColumns(_ widths: WidthProfile) -> Int {
        let typed = freeChoice.map { Width.of($0, widths) } ?? 0
        return min(ListRows.mostTitleColumns, max(rows.titleColumns, typed))
    }

    /// What stands where nothing can be chosen.
    var emptyText: String {
        if isLoading { return "Loading…" }
        if let problem { return problem }
        if !query.buffer.isEmpty { return "Nothing matches." }
        if case .models = kind { return "The provider lists no model: type any name." }
        return kind == .sessions ? "No session has been saved yet." : "There is nothing here."
    }

    // MARK: Choosing

    /// The selected item's place among those that are left.
    package var place: Int { min(selected, max(0, count - 1)) }

    package var selection: Item? { count == 0 ? nil : item(place) }

    package mutating func select(_ place: Int) { selected = min(max(0, place), max(0, count - 1)) }

    package mutating func move(by delta: Int) { select(place + delta) }

    /// Changes what is typed. A key that only moves in it leaves the list as it is.
    mutating func edit(_ change: (inout TextBuffer) -> Void) {
        let before = query.buffer.text
        change(&query.buffer)
        guard query.buffer.text != before else { return }
        narrow()
        selected = 0
    }
}
