package import ChatCompletions
package import Conversations

/// What is open: the conversation with its lanes. It is saved from its first prompt or
/// system prompt on.
package struct OpenSession: Sendable {
    package var id: SessionID?
    package var title = ""
    package var created = Timestamp(milliseconds: 0)
    package var tree = TurnTree()
    /// Prompts in the order in which they were left out.
    var leftOut: [TurnID] = []
    /// From left to right; there is always one.
    package var lanes: [Lane]
    /// The lanes as the library has them.
    private var savedLanes: [SessionLane] = []

    package init(lanes: [Lane]) { self.lanes = lanes }

    /// Whether a lane, a setting or a system prompt is not saved yet.
    var hasUnsavedLanes: Bool { id != nil && lanes.map(\.saved) != savedLanes }

    mutating func noteSaved() { savedLanes = lanes.map(\.saved) }
}
