import ArgumentParser
import ChatCompletions
import Settings
import Words

/// `fader providers`: the dialects.
struct ProvidersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "providers",
        abstract: Phrase.providersAbstract.here,
        subcommands: [ListProviders.self, ShowProvider.self, CheckProvider.self],
        defaultSubcommand: ListProviders.self
    )
}

struct ListProviders: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: Phrase.listProvidersAbstract.here
    )

    @OptionGroup(title: .sharedOptions)
    var shared: SharedOptions

    @Flag(help: ArgumentHelp(.jsonHelp))
    var json = false

    func run() async throws {
        let providers = try Preferences(shared.choices).configuration.allProviders
        if json {
            let list = JSONValue.array(providers.map(ProviderReport.summary))
            return try StandardStream.output.writeLine(list.text)
        }
        try StandardStream.output.write(ProviderReport.table(providers))
    }
}

struct ShowProvider: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: Phrase.showProviderAbstract.here
    )

    @OptionGroup(title: .sharedOptions)
    var shared: SharedOptions

    @Argument(help: ArgumentHelp(.providerNameHelp))
    var name: String?

    @Flag(help: ArgumentHelp(.jsonHelp))
    var json = false

    func run() async throws {
        var choices = shared.choices
        if let name { choices.provider = name }
        let configuration = try Preferences(choices).configuration
        let provider = try Target(choices, configuration).provider
        let text = json ? ProviderReport.whole(provider).text + "\n" : ProviderReport.text(provider)
        try StandardStream.output.write(text)
    }
}
