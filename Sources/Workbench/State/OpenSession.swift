package import ChatCompletions
package import Conversations

/// What is open: the conversation with its lanes. It is saved when its first prompt is sent.
package struct OpenSession: Sendable {
    package var id: SessionID?
    package var title = ""
    package var created = Timestamp(milliseconds: 0)
    package var tree = TurnTree()
    /// Prompts in the order in which they were left out.
    var leftOut: [TurnID] = []
    /// From left to right; there is always one.
    package var lanes: [Lane]

    package init(lanes: [Lane]) { self.lanes = lanes }
}
