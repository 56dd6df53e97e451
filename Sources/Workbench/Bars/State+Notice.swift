import ChatCompletions
import Conversations
import ScreenKit

/// How long a message stands in the last line.
extension State {
    /// Whether the clock has to go on for the message to go.
    package var noticeWillPass: Bool { screen.notice != nil }

    /// A message goes with the next key, unless that key brings another one. What lies over the
    /// panes covers it: then it is not read yet.
    mutating func passingNotice(_ body: (inout State) -> [Effect]) -> [Effect] {
        let (count, isSeen) = (screen.notices.count, screen.dialogs.isEmpty)
        let effects = body(&self)
        if isSeen, screen.notices.count == count { screen.notice = nil }
        return effects
    }
}
