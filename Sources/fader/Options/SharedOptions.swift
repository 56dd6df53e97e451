import ArgumentParser
import Words

/// What every command takes.
struct SharedOptions: ParsableArguments {
    @Option(help: ArgumentHelp(.providerHelp))
    var provider: String?

    @Option(
        name: .customLong("base-url"),
        help: ArgumentHelp(.baseURLHelp)
    )
    var baseURL: String?

    @Option(help: ArgumentHelp(.modelHelp))
    var model: String?

    @Option(
        name: .customLong("key-env"),
        help: ArgumentHelp(.keyVariableHelp, valueName: "name")
    )
    var keyVariable: String?

    @Option(
        help: ArgumentHelp(.libraryHelp, valueName: "file"),
        completion: .file()
    )
    var library: String?

    @Option(
        help: ArgumentHelp(.configHelp, valueName: "file"),
        completion: .file(extensions: ["toml"])
    )
    var config: String?

    @Flag(name: .customLong("no-library"), help: ArgumentHelp(.noLibraryHelp))
    var noLibrary = false

    @Option(help: ArgumentHelp(.languageHelp, valueName: "language"))
    var language: String?

    /// `Speech` has taken the language already, before there was anything to parse.
    func validate() throws {
        guard let language, Language(named: language) == nil else { return }
        throw ValidationError(.noLanguage(language))
    }
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
