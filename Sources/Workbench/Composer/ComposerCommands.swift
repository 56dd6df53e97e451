import ScreenKit

/// The prompt, and the prompts before it.
extension Command {
    static let ofPrompt = [
        send, newline, earlierPrompt, laterPrompt, runAgain, leaveOut, takeIn, editSystem,
    ]

    package static let send = Command(
        "prompt.send", "Send the prompt", .composer, keys: ["<enter>"], "To every lane at once."
    ) { $0.submit() }

    package static let newline = Command(
        "prompt.newline", "New line", .composer, keys: ["<a-enter>", "<c-j>", "<s-enter>"],
        "Breaks the line, and sends nothing."
    ) { $0.screen.composer.buffer.insert("\n") }

    package static let earlierPrompt = Command(
        "prompt.earlier", "Earlier prompt", .composer, keys: ["<a-up>", "<a-p>"]
    ) { $0.screen.composer.earlier() }

    package static let laterPrompt = Command(
        "prompt.later", "Later prompt", .composer, keys: ["<a-down>", "<a-n>"]
    ) { $0.screen.composer.later() }

    package static let runAgain = Command(
        "prompt.again", "Run the last prompt again", keys: ["<c-r>"],
        "With the settings as they are now; the earlier answer stays in the tree."
    ) { $0.runAgain() }

    package static let leaveOut = Command(
        "prompt.leave-out", "Leave the last prompt out", .conversation, keys: ["x"],
        "Of what is sent, with its answer; once more, and it is the one before. Nothing is deleted."
    ) { $0.leaveOut() }

    package static let takeIn = Command(
        "prompt.take-in", "Take a prompt in again", .conversation, keys: ["X"],
        "The last one that was left out."
    ) { $0.takeIn() }

    package static let editSystem = Command(
        "prompt.system", "Edit the system prompt", keys: ["<a-y>"]
    ) { $0.openSystemPrompt() }
}

extension State {
    /// Enter. A prompt that is not taken, while an answer arrives for example, keeps its line end
    /// for what comes at once after it.
    fileprivate mutating func submit() -> [Effect] {
        let effects = send()
        screen.composer.refusedLineEnd = screen.composer.buffer.isEmpty ? nil : around.now
        return effects
    }
}
