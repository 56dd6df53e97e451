import ArgumentParser
import Words

/// `fader`, `fader open [SESSION]`: the workbench.
struct OpenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract: Phrase.openAbstract.here
    )

    @OptionGroup(title: .sharedOptions)
    var shared: SharedOptions

    @Argument(help: ArgumentHelp(.openSessionHelp))
    var session: String?

    @Option(
        name: .customLong("session"), help: ArgumentHelp(.openSessionHelp, valueName: "id"))
    var sessionOption: String?

    @Flag(help: ArgumentHelp(.newHelp))
    var new = false

    @Option(help: ArgumentHelp(.promptHelp, valueName: "text"))
    var prompt: String?

    @Option(help: ArgumentHelp(.themeHelp, valueName: "name"))
    var theme: String?

    @Option(
        help: ArgumentHelp(
            .laneHelp,
            valueName: "provider/model"
        )
    )
    var lane: [String] = []

    func validate() throws {
        if session != nil && sessionOption != nil {
            throw ValidationError(.sessionTwice)
        }
        if new && (session ?? sessionOption) != nil {
            throw ValidationError(.newAndOld)
        }
    }

    /// What `Main` opens, since the workbench wants the main thread.
    var opening: Opening {
        Opening(
            choices: shared.choices,
            session: session ?? sessionOption,
            isNew: new,
            prompt: prompt,
            theme: theme,
            lanes: lane
        )
    }
}
