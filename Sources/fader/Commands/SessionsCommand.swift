import ArgumentParser
import Words

/// `fader sessions`: what the library holds.
struct SessionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sessions",
        abstract: Phrase.sessionsAbstract.here,
        subcommands: [ListSessions.self, ShowSession.self],
        defaultSubcommand: ListSessions.self
    )
}
