import ChatCompletions
import Conversations
package import ScreenKit

/// The prompt being written, and the prompts that were sent before it.
package struct ComposerPane: Sendable {
    package var buffer = TextBuffer()
    package private(set) var history: [String] = []
    private var place: Int?
    private var draft = ""
    /// A prompt that was sent and came back without an answer.
    private var returned: String?
    /// When enter was pressed and nothing was sent.
    var refusedLineEnd: Timestamp?

    package init() {}

    package var text: String { buffer.text }

    /// What is written and not sent: behind an earlier prompt that is only looked at, what waits at
    /// the end of them. What came back without an answer is kept already, as a turn.
    package var unsent: String {
        if text == returned { return "" }
        guard let place, history.indices.contains(place), history[place] == text else {
            return text
        }
        return draft
    }

    /// What follows at once on a line end that was refused begins a line: it came from something
    /// that goes on without looking.
    mutating func beginText(at now: Timestamp) {
        defer { refusedLineEnd = nil }
        guard let refused = refusedLineEnd, now.milliseconds - refused.milliseconds < 1_000 else {
            return
        }
        buffer.insert("\n")
    }

    package mutating func fill(_ text: String) {
        buffer = TextBuffer(text)
    }

    /// The prompt is on its way: it joins the history, the composer is empty.
    package mutating func sent() {
        if history.last != text { history.append(text) }
        place = nil
        returned = nil
        buffer = TextBuffer()
    }

    /// A prompt without an answer stands there again, where nothing else is being written.
    mutating func giveBack(_ prompt: String) {
        guard buffer.isEmpty else { return }
        place = nil
        returned = prompt
        fill(prompt)
    }

    /// What came back goes, unless it was changed: it is being sent again otherwise.
    mutating func takeAway() {
        if text == returned { buffer = TextBuffer() }
        returned = nil
    }

    /// Whether leaving loses nothing that was written.
    var holdsNothingNew: Bool { text == returned || text.allSatisfy(\.isWhitespace) }

    package mutating func remember(_ prompts: [String]) {
        history = prompts
        place = nil
    }

    /// One prompt back; what was being written is kept for the way forward.
    package mutating func earlier() {
        guard let next = place.map({ $0 - 1 }) ?? history.indices.last, next >= 0 else { return }
        if place == nil { draft = text }
        place = next
        fill(history[next])
    }

    package mutating func later() {
        guard let current = place else { return }
        let next = current + 1
        place = next < history.count ? next : nil
        fill(next < history.count ? history[next] : draft)
    }
}
