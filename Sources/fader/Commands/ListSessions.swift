import ArgumentParser
import ChatCompletions
import SessionLibrary
import Words

/// `fader sessions list`
struct ListSessions: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: Phrase.listSessionsAbstract.here,
        discussion: Phrase.listSessionsDiscussion.here
    )

    @OptionGroup(title: .sharedOptions)
    var shared: SharedOptions

    @Option(help: ArgumentHelp(.limitHelp))
    var limit: Int?

    @Option(help: ArgumentHelp(.offsetHelp))
    var offset = 0

    @Flag(help: ArgumentHelp(.jsonHelp))
    var json = false

    func validate() throws {
        if let limit, limit < 0 { throw ValidationError(.negativeLimit) }
        if offset < 0 { throw ValidationError(.negativeOffset) }
    }

    func run() async throws {
        let library = try shared.choices.openLibraryToRead()
        let filter = SessionFilter(provider: shared.provider, model: shared.model)
        let sessions =
            try library?.sessions(limit: limit ?? .max, offset: offset, where: filter) ?? []
        if json {
            let list = JSONValue.array(sessions.map(SessionReport.summary))
            try StandardStream.output.writeLine(list.text)
        } else {
            for session in sessions {
                try StandardStream.output.writeLine(SessionReport.line(session))
            }
        }
        if limit != nil, let library { try tellOfMore(than: sessions.count, in: library, filter) }
    }

    private func tellOfMore(
        than count: Int, in library: Library, _ filter: SessionFilter
    ) throws {
        let end = offset + count
        let more = try library.sessionCount(where: filter) - end
        if more > 0 { StandardStream.tell(.more(more, from: end)) }
    }
}
