import ArgumentParser
import ChatCompletions
import Conversations
import SessionLibrary
import Words

/// `fader sessions show`
struct ShowSession: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: Phrase.showSessionAbstract.here
    )

    @OptionGroup(title: .sharedOptions)
    var shared: SharedOptions

    @Argument(help: ArgumentHelp(.sessionIDHelp, valueName: "id"))
    var id: String

    @Option(
        help: ArgumentHelp(
            .branchHelp, valueName: "turn"))
    var branch: String?

    @Flag(help: ArgumentHelp(.treeHelp))
    var tree = false

    @Flag(help: ArgumentHelp(.showJSONHelp))
    var json = false

    func validate() throws {
        if tree && branch != nil {
            throw ValidationError(.treeOrBranch)
        }
    }

    func run() async throws {
        let session = try shared.choices.session(id)
        let text = SessionText(session)
        let turns = try branch.map { try found($0, in: text.branches) }
        if json {
            let report = SessionReport.whole(
                session, head: text.branches.head, turns ?? session.turns)
            return try StandardStream.output.writeLine(report.text)
        }
        if tree { return try StandardStream.output.write(text.tree) }
        let active = text.branches.active
        try StandardStream.output.write(
            text.branch(turns ?? active, isActive: turns == nil || turns == active))
    }

    private func found(_ turn: String, in branches: Branches) throws -> [Turn] {
        guard let turns = branches.branch(of: TurnID(rawValue: turn)) else {
            throw CommandProblem(.noTurn(turn, in: id))
        }
        return turns
    }
}
