import ArgumentParser

/// What `fader send` prints.
struct PrintingOptions: ParsableArguments {
    @Flag(help: "Print one JSON object when the answer is whole, and nothing else.")
    var json = false

    @Flag(help: "Print the response's bytes as they arrive, undecoded.")
    var raw = false

    @Flag(name: .customLong("show-reasoning"), help: "Print the thinking too, before the answer.")
    var showReasoning = false

    @Flag(name: .customLong("dry-run"), help: "Print the request and send nothing.")
    var dryRun = false

    @Flag(help: "With --dry-run: print a curl command that takes the key from its variable.")
    var curl = false

    func validate() throws {
        if json && raw { throw ValidationError("--json and --raw exclude each other.") }
        if curl && !dryRun { throw ValidationError("--curl goes with --dry-run.") }
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
