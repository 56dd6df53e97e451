import ArgumentParser
import ChatCompletions
import Conversations
import SessionLibrary

/// `fader sessions show`
struct ShowSession: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a session: one branch of its turns, or all of them as a tree."
    )

    @OptionGroup(title: "Shared options")
    var shared: SharedOptions

    @Argument(help: ArgumentHelp("The session's id, as sessions list prints it.", valueName: "id"))
    var id: String

    @Option(
        help: ArgumentHelp(
            "The branch that this turn stands on (default: the active one).", valueName: "turn"))
    var branch: String?

    @Flag(help: "All turns, one line each, with their ids.")
    var tree = false

    @Flag(help: "Print JSON: all turns, or those of the branch that is named.")
    var json = false

    func validate() throws {
        if tree && branch != nil {
            throw ValidationError("--tree shows every branch, --branch one.")
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
            throw CommandProblem("there is no turn \(turn) in session \(id); see --tree")
        }
        return turns
    }
}
