import ScreenKit

/// Turning the selected knob.
extension Command {
    static let ofParameters = [
        decrease, increase, decreaseMuch, increaseMuch, editParameter, clearParameter, undoValue,
        redoValue,
    ]

    package static let decrease = Command(
        "parameter.decrease", "Less", .parameters, keys: ["<left>", "h"]
    ) { $0.adjustParameter(by: -1, large: false) }

    package static let increase = Command(
        "parameter.increase", "More", .parameters, keys: ["<right>", "l"]
    ) { $0.adjustParameter(by: 1, large: false) }

    package static let decreaseMuch = Command(
        "parameter.decrease-much", "Much less", .parameters, keys: ["<s-left>", "H"]
    ) { $0.adjustParameter(by: -1, large: true) }

    package static let increaseMuch = Command(
        "parameter.increase-much", "Much more", .parameters, keys: ["<s-right>", "L"]
    ) { $0.adjustParameter(by: 1, large: true) }

    package static let editParameter = Command(
        "parameter.edit", "Type a value", .parameters, keys: ["<enter>", "e"],
        "A chooser goes on to its next choice, unless it holds a value that was typed."
    ) { $0.editParameter() }

    package static let clearParameter = Command(
        "parameter.clear", "Do not send it", .parameters, keys: ["<backspace>", "<delete>", "x"],
        "The provider's own default holds again."
    ) { $0.clearParameter() }

    package static let undoValue = Command(
        "parameter.undo", "Take the last change of a value back", .parameters, keys: ["u"]
    ) { $0.undoValue() }

    package static let redoValue = Command(
        "parameter.redo", "Make it again", .parameters, keys: ["U"]
    ) { $0.redoValue() }
}
