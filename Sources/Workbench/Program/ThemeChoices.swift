import ScreenKit
import Words

/// How the screen may look.
struct ThemeChoices: Choices {
    let names: [String]
    var title: Phrase { .theme }
    var count: Int { names.count }
    subscript(row: Int) -> PickerRow { PickerRow(title: names[row]) }
    func take(_ row: Int, in state: inout State) -> [Effect] { [.wear(names[row])] }
}

extension State {
    mutating func openThemes() { open(Picker(ThemeChoices(names: around.themes), around.widths)) }
}
