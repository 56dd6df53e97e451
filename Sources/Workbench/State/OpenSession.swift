package import ChatCompletions
package import Conversations

/// What is open: the conversation with its lanes. It is saved from its first prompt or
/// system prompt on.
package struct OpenSession: Sendable {
    package var id: SessionID?
    package var title = ""
    package var created = Timestamp(milliseconds: 0)
    package var tree = TurnTree()
    /// All choices of answers that have several, by the exchanges that brought them.
    var choices: [ExchangeID: [Choice]] = [:]
    /// Prompts in the order in which they were left out.
    var leftOut: [TurnID] = []
    /// From left to right; there is always one.
    package var lanes: [Lane]
    /// Lanes that were removed while an answer arrived, until its end has come.
    var closing: [Lane] = []
    /// What was deleted or removed, and can be taken back.
    var removals = RemovalHistory()
    /// The same of sessions that were open before.
    private var shelf = RemovalShelf()
    /// The values that variables were given, by their names.
    package var variables: [String: String] = [:]
    /// System prompts whose braces are text.
    var systemsAsWritten: Set<String> = []
    /// The lanes and the variables as the library has them.
    private var savedLanes: [SessionLane] = []
    private var savedVariables: [String: String] = [:]

    package init(lanes: [Lane]) { self.lanes = lanes }

    /// Another one, in the place of the one before.
    init(lanes: [Lane], after former: OpenSession) {
        self.lanes = lanes
        shelf = former.shelf
        shelf.put(former)
    }

    /// The turns of a session that takes this place, with those that can be brought back.
    mutating func takeFromShelf(_ saved: Session) -> [Turn] {
        let kept = shelf.take(saved)
        removals = kept.removals
        return kept.turns
    }

    /// Whether a lane, a setting, a system prompt or a variable is not saved yet.
    var hasUnsavedLanes: Bool {
        id != nil && (lanes.map(\.saved) != savedLanes || variables != savedVariables)
    }

    mutating func noteSaved() {
        savedLanes = lanes.map(\.saved)
        savedVariables = variables
    }
}
