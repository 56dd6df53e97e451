import ScreenKit
import Words

/// Turning the selected knob.
extension Command {
    static let ofParameters = [
        decrease, increase, decreaseMuch, increaseMuch, editParameter, clearParameter, undoValue,
        redoValue,
    ]

    package static let decrease = Command(
        "parameter.decrease", .less, .parameters, keys: ["<left>", "h"]
    ) { $0.adjustParameter(by: -1, large: false) }

    package static let increase = Command(
        "parameter.increase", .more, .parameters, keys: ["<right>", "l"]
    ) { $0.adjustParameter(by: 1, large: false) }

    package static let decreaseMuch = Command(
        "parameter.decrease-much", .muchLess, .parameters, keys: ["<s-left>", "H"]
    ) { $0.adjustParameter(by: -1, large: true) }

    package static let increaseMuch = Command(
        "parameter.increase-much", .muchMore, .parameters, keys: ["<s-right>", "L"]
    ) { $0.adjustParameter(by: 1, large: true) }

    package static let editParameter = Command(
        "parameter.edit", .typeValue, .parameters, keys: ["<enter>", "e"],
        .typeValueHelp
    ) { $0.editParameter() }

    package static let clearParameter = Command(
        "parameter.clear", .doNotSend, .parameters, keys: ["<backspace>", "<delete>", "x"],
        .doNotSendHelp
    ) { $0.clearParameter() }

    package static let undoValue = Command(
        "parameter.undo", .undoValue, .parameters, keys: ["u"]
    ) { $0.undoValue() }

    package static let redoValue = Command(
        "parameter.redo", .redoValue, .parameters, keys: ["U"]
    ) { $0.redoValue() }
}
