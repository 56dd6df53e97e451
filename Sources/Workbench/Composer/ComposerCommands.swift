import ScreenKit
import Words

/// The prompt, and the prompts before it.
extension Command {
    static let ofPrompt = [
        send, newline, earlierPrompt, laterPrompt, findPrompt, runAgain, editOutside,
    ]

    package static let send = Command(
        "prompt.send", .sendPrompt, .composer, keys: ["<enter>"], .sendPromptHelp
    ) { $0.submit() }

    package static let newline = Command(
        "prompt.newline", .newline, .composer, keys: ["<a-enter>", "<c-j>", "<s-enter>"],
        .newlineHelp
    ) { $0.screen.composer.buffer.insert("\n") }

    package static let earlierPrompt = Command(
        "prompt.earlier", .earlierPrompt, .composer, keys: ["<a-up>", "<a-p>"]
    ) { $0.screen.composer.earlier() }

    package static let laterPrompt = Command(
        "prompt.later", .laterPrompt, .composer, keys: ["<a-down>", "<a-n>"]
    ) { $0.screen.composer.later() }

    package static let findPrompt = Command(
        "prompt.find", .findPrompt, keys: ["<a-/>"], .findPromptHelp
    ) { $0.openPrompts() }

    package static let runAgain = Command(
        "prompt.again", .runAgain, keys: ["<c-r>"],
        .runAgainHelp
    ) { $0.runAgain() }

    package static let editOutside = Command(
        "prompt.editor", .editOutside, keys: ["<c-x>"], .editOutsideHelp
    ) { $0.editOutside() }
}

extension State {
    /// Enter. A prompt that is not taken, while an answer arrives for example, keeps its line end
    /// for what comes at once after it; where a form asks for more, that goes there.
    fileprivate mutating func submit() -> [Effect] {
        let effects = send()
        let isTaken = screen.composer.buffer.isEmpty || dialog != nil
        screen.composer.refusedLineEnd = isTaken ? nil : around.now
        return effects
    }
}
