import ChatCompletions
import Conversations
package import Words

/// One sentence at the bottom of the screen.
package struct Notice: Sendable, Hashable {
    package var text: Phrase
    package var isError: Bool
    /// The whole story, for those who ask.
    package var details: Phrase

    package init(_ text: Phrase, isError: Bool = false, details: Phrase = .empty) {
        self.text = text
        self.isError = isError
        self.details = details
    }
}

/// The notice that stands there, how many have come, and the last one, which can be read again.
package struct Notices: Sendable {
    package var current: Notice? {
        didSet {
            guard let current else { return }
            (since, count, last) = (nil, count + 1, current)
        }
    }
    private(set) var count = 0
    private(set) var last: Notice?
    /// Unknown until the clock is looked at.
    private var since: Timestamp?

    /// It goes after some seconds, a failure after some more; not while something lies over it.
    mutating func pass(from before: Timestamp, to now: Timestamp, isCovered: Bool) {
        guard let current else { return }
        let since = isCovered ? now : since ?? before
        self.since = since
        let age = now.milliseconds - since.milliseconds
        if age >= (current.isError ? 20_000 : 8_000) { self.current = nil }
    }
}
