package import Conversations

/// What a start shows first.
package enum Launch: Sendable, Hashable {
    /// The session that was changed last.
    case latest
    case session(SessionID)
    case new
}
