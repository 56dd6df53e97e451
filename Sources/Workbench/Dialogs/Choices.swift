package import Words

/// What a list offers: its rows, made when they are shown, and what taking one does.
///
/// ```swift
/// struct ThemeChoices: Choices {
///     let names: [String]
///     var title: Phrase { .theme }
///     var count: Int { names.count }
///     subscript(row: Int) -> PickerRow { PickerRow(title: names[row]) }
///     func take(_ row: Int, in state: inout State) -> [Effect] { [.wear(names[row])] }
/// }
/// ```
package protocol Choices: Sendable {
    var title: Phrase { get }
    var count: Int { get }
    subscript(row: Int) -> PickerRow { get }
    /// What stands where there is no row.
    var emptyText: Phrase { get }
    /// The columns that a title may have; what tells more of it stands behind them.
    var mostTitleColumns: Int { get }
    /// Whether what is called as one types comes before what has it in its midst. Where the order
    /// says something, it does not.
    var putsBeginningsFirst: Bool { get }
    /// The dialog has closed.
    func take(_ row: Int, in state: inout State) -> [Effect]

    /// Whether what was typed can be taken though it is not listed.
    var takesTyped: Bool { get }
    /// Whether a row is exactly what was typed.
    func isCalled(_ name: String, _ row: Int) -> Bool
    func take(typed name: String, in state: inout State) -> [Effect]
}

extension Choices {
    package var emptyText: Phrase { .emptyList }
    package var mostTitleColumns: Int { PickerRows.mostTitleColumns }
    package var putsBeginningsFirst: Bool { false }
    package var takesTyped: Bool { false }
    package func isCalled(_ name: String, _ row: Int) -> Bool { false }
    package func take(typed name: String, in state: inout State) -> [Effect] { [] }
}

/// The texts of a row.
package struct PickerRow: Sendable, Hashable {
    package var title: String
    package var detail = ""
}
