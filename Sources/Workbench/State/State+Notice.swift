import ChatCompletions
import ScreenKit

/// How long a message stands in the last line.
extension State {
    /// Whether the clock has to go on for the message to go.
    package var noticeWillPass: Bool { notice != nil }

    /// A message goes with the next key, unless that key brings another one. What lies over the
    /// panes covers it: then it is not read yet.
    mutating func passingNotice(_ body: (inout State) -> [Effect]) -> [Effect] {
        let (count, isSeen) = (noticeCount, dialogs.isEmpty)
        let effects = body(&self)
        if isSeen, noticeCount == count { notice = nil }
        return effects
    }

    /// Or after some seconds, a failure after some more.
    mutating func passNotice() {
        guard let shown = notice else { return }
        if !dialogs.isEmpty { noticeTime = now }
        let age = now.milliseconds - noticeTime.milliseconds
        if age >= (shown.isError ? 20_000 : 8_000) { notice = nil }
    }

    mutating func noteNotice() {
        guard let notice else { return }
        noticeTime = now
        noticeCount += 1
        lastNotice = notice
    }
}
