import ScreenKit
import Words

extension KeyContext {
    static let form: KeyContext = "form"
}

/// Variables, and the form for their values.
extension Command {
    static let ofVariables = [editVariables]
    static let ofForm = [
        nextField, fieldBelow, fieldAbove, finishForm, sendAsWritten, leaveForm,
    ]

    package static let editVariables = Command(
        "prompt.variables", .editVariables, keys: ["<a-k>"], .editVariablesHelp
    ) { $0.openVariables() }

    static let nextField = Command(
        "form.next", .nextField, .form, keys: ["<enter>"], .nextFieldHelp
    ) { state in
        let isLast = state.top(VariablesForm.self)?.isAtLast ?? false
        state.change(VariablesForm.self) { $0.goOn() }
        return isLast ? state.close(VariablesForm.self) { $0.taking(.done) } : []
    }

    static let fieldBelow = Command(
        "form.below", .fieldBelow, .form, keys: ["<tab>"]
    ) { $0.change(VariablesForm.self) { $0.select(by: 1) } }

    static let fieldAbove = Command(
        "form.above", .fieldAbove, .form, keys: ["<s-tab>"]
    ) { $0.change(VariablesForm.self) { $0.select(by: -1) } }

    static let finishForm = Command(
        "form.finish", .finishForm, .form, keys: ["<c-s>"]
    ) { $0.close(VariablesForm.self) { $0.taking(.done) } }

    static let sendAsWritten = Command(
        "form.as-written", .sendAsWritten, .form, keys: ["<c-t>"], .sendAsWrittenHelp
    ) { $0.close(VariablesForm.self) { $0.taking(.asWritten) } }

    static let leaveForm = Command(
        "form.leave", .leaveForm, .form, keys: ["<esc>", "<c-c>"], .leaveFormHelp
    ) { $0.close(VariablesForm.self) { $0.taking(.leaving) } }
}
