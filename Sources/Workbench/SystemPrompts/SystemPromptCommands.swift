import Words

/// The system prompt of a lane, and those that are kept under names.
extension Command {
    static let ofSystemPrompts = [editSystem, useSystem, keepSystem, forgetSystem]

    package static let editSystem = Command(
        "prompt.system", .editSystem, keys: ["<a-y>"], .editSystemHelp
    ) { $0.openSystemPrompt() }

    package static let useSystem = Command(
        "prompt.use-system", .useSystemPrompt, keys: ["<a-Y>"], .useSystemPromptHelp
    ) { $0.openSystemPrompts(to: .use) }

    static let keepSystem = Command(
        "prompt.keep-system", .keepSystemPrompt, keys: ["<a-K>"], .keepSystemPromptHelp
    ) { $0.openSystemPrompts(to: .keep) }

    static let forgetSystem = Command(
        "prompt.forget-system", .forgetSystemPrompt, keys: ["<a-F>"], .forgetSystemPromptHelp
    ) { $0.openSystemPrompts(to: .forget) }
}
