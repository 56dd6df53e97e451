import ChatCompletions
import Conversations
import Workbench

/// A session that `fader send` goes on with: what it says where the command line says nothing.
struct Continuation {
    let session: Session
    private let tree: TurnTree

    /// - throws: `CommandProblem` when an answer is arriving in it.
    init(_ session: Session) throws {
        if session.turns.contains(where: { $0.state == .streaming }) {
            throw CommandProblem(busy: session.id)
        }
        self.session = session
        tree = TurnTree(session.turns)
    }

    /// The last turn of its active branch.
    var head: TurnID? { session.head ?? tree.newest }

    /// The command line's choices, and the session's where they are left open. The model of another
    /// provider is none for this one.
    func completing(_ choices: Choices) -> Choices {
        var choices = choices
        let settings = session.settings
        guard (choices.provider ?? settings.provider) == settings.provider else { return choices }
        let model = settings.model.isEmpty ? nil : settings.model
        choices.model = choices.model ?? model
        if choices.baseURL == nil {
            choices.provider = settings.provider
            choices.baseURL = settings.baseURL
        }
        return choices
    }

    /// All messages of the request in which this is said: the history by the workbench's own rule.
    func messages(before said: [Message]) -> [Message] {
        var said = said[...]
        let rules = Template(session.system).filled(with: session.variables)
        var system = rules.isEmpty ? nil : Message(.system, rules)
        if said.first?.role == .system { system = said.popFirst() }
        var branch = tree.path(to: head)
        for (place, message) in said.enumerated() {
            branch.append(
                Turn(
                    id: TurnID(rawValue: "said \(place)"), parent: branch.last?.id,
                    message: message, created: session.updated))
        }
        return [system].compactMap(\.self) + History(of: branch, asked: tree.asked).messages
    }
}

extension CommandProblem {
    /// Two answers at once would be two branches, and neither could know of the other.
    init(busy session: SessionID) {
        self.init(.arrivesElsewhere(session))
    }
}
