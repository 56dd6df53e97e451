import ArgumentParser

/// `fader sessions`: what the library holds.
struct SessionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sessions",
        abstract: "Look into the session library.",
        subcommands: [ListSessions.self, ShowSession.self],
        defaultSubcommand: ListSessions.self
    )
}
