import ArgumentParser

/// `fader`, `fader open [SESSION]`: the workbench.
struct OpenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract: "Open the workbench (also without a command)."
    )

    @OptionGroup(title: "Shared options")
    var shared: SharedOptions

    @Argument(help: "The session to open.")
    var session: String?

    @Option(
        name: .customLong("session"), help: ArgumentHelp("The session to open.", valueName: "id"))
    var sessionOption: String?

    @Flag(help: "Begin with a new session.")
    var new = false

    @Option(help: ArgumentHelp("Fill the composer.", valueName: "text"))
    var prompt: String?

    @Option(help: ArgumentHelp("The theme.", valueName: "name"))
    var theme: String?

    @Option(
        help: ArgumentHelp(
            "Open a lane, beside the one that the other options name; repeat it for a comparison.",
            valueName: "provider/model"
        )
    )
    var lane: [String] = []

    func validate() throws {
        if session != nil && sessionOption != nil {
            throw ValidationError("Name the session once.")
        }
        if new && (session ?? sessionOption) != nil {
            throw ValidationError("--new begins a session; it cannot be an old one too.")
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
