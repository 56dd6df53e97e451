import ArgumentParser

/// What every command takes.
struct SharedOptions: ParsableArguments {
    @Option(help: "A built-in provider, or one from the configuration.")
    var provider: String?

    @Option(
        name: .customLong("base-url"),
        help: "Use this base URL, the part before /chat/completions."
    )
    var baseURL: String?

    @Option(help: "The model.")
    var model: String?

    @Option(
        name: .customLong("key-env"),
        help: ArgumentHelp("Take the key from this environment variable.", valueName: "name")
    )
    var keyVariable: String?

    @Option(
        help: ArgumentHelp("The session library.", valueName: "file"),
        completion: .file()
    )
    var library: String?

    @Option(
        help: ArgumentHelp("The configuration.", valueName: "file"),
        completion: .file(extensions: ["toml"])
    )
    var config: String?

    @Flag(name: .customLong("no-library"), help: "Record nothing.")
    var noLibrary = false
}

extension SharedOptions {
    var choices: Choices {
        Choices(
            provider: provider,
            baseURL: baseURL,
            model: model,
            keyVariable: keyVariable,
            library: library,
            config: config,
            records: !noLibrary
        )
    }
}
