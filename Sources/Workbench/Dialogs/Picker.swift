package import ScreenKit
package import Words

/// Things to choose from, narrowed by typing.
package struct Picker: ListDialog {
    package private(set) var rows: PickerRows
    private var matches: PickerMatches
    /// What was typed, where that can be chosen though it is not listed.
    private var typed: String?
    package var query = TextField()
    private var selected = 0
    package var isLoading = false
    /// Why there is nothing to choose from, when something went wrong.
    package var problem: Phrase?
    private let widths: WidthProfile

    package init(_ choices: some Choices, _ widths: WidthProfile, isLoading: Bool = false) {
        self.isLoading = isLoading
        self.widths = widths
        rows = PickerRows(choices, widths)
        matches = PickerMatches(rows.text)
    }

    package var choices: any Choices { rows.choices }
    package var title: Phrase { choices.title }

    /// Other rows, narrowed as the ones before them.
    mutating func fill(_ choices: some Choices) {
        isLoading = false
        rows = PickerRows(choices, widths)
        matches = PickerMatches(rows.text)
        narrow()
    }

    mutating func fail(_ problem: Phrase) {
        isLoading = false
        self.problem = problem
    }

    // MARK: What is left to choose from

    /// How many rows hold every word of the query, with what was typed.
    package var count: Int { matches.count + (typed == nil ? 0 : 1) }

    /// What is called so comes before what only tells of it.
    package func item(_ place: Int, in language: Language = .english) -> PickerRow {
        if place < matches.count { return choices[matches[place]] }
        return PickerRow(title: typed ?? "", detail: Phrase.asTyped.text(in: language))
    }

    package mutating func narrow() {
        matches.narrow(
            rows.text, to: query.buffer.text, beginningsFirst: choices.putsBeginningsFirst)
        typed = nil
        let name = query.buffer.text.trimmingBlanks
        guard choices.takesTyped, !name.isEmpty else { return }
        let isListed = matches.found?.contains { choices.isCalled(name, $0) } ?? false
        if !isListed { typed = name }
    }

    /// The columns for the titles. They depend on all rows, so that typing does not move the details.
    package var titleColumns: Int {
        let columns = typed.map { Width.of($0, widths) } ?? 0
        return min(choices.mostTitleColumns, max(rows.titleColumns, columns))
    }

    /// What stands where nothing can be chosen.
    package var emptyText: Phrase {
        if isLoading { return .loading }
        if let problem { return problem }
        return query.buffer.isEmpty ? choices.emptyText : .nothingMatches
    }

    // MARK: Choosing

    /// The selected row's place among those that are left.
    package var place: Int { min(selected, max(0, count - 1)) }

    package func taking(_ place: Int) -> Command.Deed? {
        guard place < count else { return nil }
        let choices = choices
        if place < matches.count {
            let row = matches[place]
            return { choices.take(row, in: &$0) }
        }
        let name = typed ?? ""
        return { choices.take(typed: name, in: &$0) }
    }

    package mutating func select(_ place: Int) { selected = min(max(0, place), max(0, count - 1)) }
}
