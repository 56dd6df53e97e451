import ArgumentParser
import ChatCompletions
import SessionLibrary

/// `fader sessions`: what the library holds.
struct SessionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sessions",
        abstract: "Look into the session library.",
        subcommands: [ListSessions.self, ShowSession.self],
        defaultSubcommand: ListSessions.self
    )
}

struct ListSessions: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the sessions, the latest first."
    )

    @OptionGroup(title: "Shared options")
    var shared: SharedOptions

    @Option(help: "How many at most.")
    var limit: Int?

    @Flag(help: "Print JSON.")
    var json = false

    func validate() throws {
        if let limit, limit < 0 { throw ValidationError("--limit is 0 or more.") }
    }

    func run() async throws {
        let library = try shared.choices.openLibraryToRead()
        let sessions = try library?.sessions(limit: limit ?? .max) ?? []
        if json {
            let list = JSONValue.array(sessions.map(SessionReport.summary))
            return try StandardStream.output.writeLine(list.text)
        }
        for session in sessions {
            try StandardStream.output.writeLine(SessionReport.line(session))
        }
    }
}

struct ShowSession: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a session with its turns."
    )

    @OptionGroup(title: "Shared options")
    var shared: SharedOptions

    @Argument(help: ArgumentHelp("The session's id, as sessions list prints it.", valueName: "id"))
    var id: String

    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        let library = try shared.choices.openLibraryToRead()
        guard let session = try library?.session(SessionID(rawValue: id)) else {
            throw CommandProblem("there is no session \(id); see: fader sessions list")
        }
        let text = json ? SessionReport.whole(session).text + "\n" : SessionReport.text(session)
        try StandardStream.output.write(text)
    }
}
