import ArgumentParser

/// What `fader send` prints.
struct PrintingOptions: ParsableArguments {
    @Flag(help: ArgumentHelp(.sendJSONHelp))
    var json = false

    @Flag(help: ArgumentHelp(.rawHelp))
    var raw = false

    @Flag(name: .customLong("show-reasoning"), help: ArgumentHelp(.showReasoningHelp))
    var showReasoning = false

    @Flag(name: .customLong("dry-run"), help: ArgumentHelp(.dryRunHelp))
    var dryRun = false

    @Flag(help: ArgumentHelp(.curlHelp))
    var curl = false

    func validate() throws {
        if json && raw { throw ValidationError(.jsonOrRaw) }
        if curl && !dryRun { throw ValidationError(.curlNeedsDryRun) }
    }

    var form: AnswerForm {
        if json { return .json }
        return raw ? .raw : .text(reasoning: showReasoning)
    }
}

/// How an answer is printed.
enum AnswerForm {
    case text(reasoning: Bool)
    case raw
    case json
}
