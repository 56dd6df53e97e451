import ScreenKit

/// The rows of a list, with what is looked through when it is narrowed.
package struct PickerRows: Sendable {
    package let choices: any Choices
    private(set) var text = FoldedRows()
    /// The widest title's columns, as far as they count.
    private(set) var titleColumns = 0
    package static let mostTitleColumns = 40

    init(_ choices: some Choices, _ widths: WidthProfile) {
        self.choices = choices
        for index in 0..<choices.count {
            let row = choices[index]
            text.append(title: row.title, detail: row.detail)
            guard titleColumns < choices.mostTitleColumns else { continue }
            titleColumns = min(
                choices.mostTitleColumns, max(titleColumns, Width.of(row.title, widths)))
        }
    }
}
