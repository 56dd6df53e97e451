import ChatCompletions
import Conversations

/// The request that would be sent now, in two parts: the conversation so far, which may be long, and
/// what a key can change.
struct NextRequest {
    let settled: SettledConversation
    /// Everything else, with the last messages alone.
    let open: ChatRequest

    var whole: ChatRequest {
        var request = open
        request.messages = settled.messages + request.messages
        return request
    }
}

/// What is sent of a branch without its last passage, whatever is asked next.
struct SettledConversation {
    let tree: TurnTree
    /// The last turn before the last passage.
    let head: TurnID?
    let system: String

    /// Others with the same have the same messages.
    struct Version: Sendable, Equatable {
        var tree: Conversations.Version
        var head: TurnID?
        var system: String
    }

    var version: Version { Version(tree: tree.version, head: head, system: system) }

    var history: History { History(of: tree.path(to: head), asked: tree.asked, isFollowed: true) }

    var messages: [Message] {
        (system.isEmpty ? [] : [Message(.system, system)]) + history.messages
    }
}
