import ChatCompletions
package import Conversations
package import ScreenKit

/// The prompt being written, and the prompts that were sent before it.
package struct ComposerPane: Sendable {
    package var buffer: TextBuffer {
        get { writing.buffer }
        _modify { yield &writing.buffer }
    }
    package fileprivate(set) var history: [String] = []
    fileprivate var writing = Writing()
    /// The turn that is being asked otherwise.
    package fileprivate(set) var revision: Revision?
    /// Those of the prompt and the system prompts.
    package var variables = VariablesFound()
    /// While the mouse holds the text.
    var hold: TextHold?
    /// When enter was pressed and nothing was sent.
    var refusedLineEnd: Timestamp?

    package init() {}

    package var text: String { buffer.text }

    /// What is written and not sent: behind an earlier prompt that is only looked at, what waits at
    /// the end of them. What came back without an answer is kept already, as a turn.
    package var unsent: String {
        guard let revision else { return writing.unsent(history) }
        let waiting = revision.waiting.unsent(history)
        if text == revision.original || text.isBlank { return waiting }
        return waiting.isBlank ? text : waiting + "\n\n" + text
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

    /// The prompt is on its way: it joins the history, and what was written before it is there
    /// again, if anything was.
    package mutating func sent() {
        if history.last != text { history.append(text) }
        endRevision()
    }

    /// A prompt without an answer stands there again, where nothing else is being written.
    mutating func giveBack(_ prompt: String) {
        guard buffer.isEmpty, revision == nil else { return }
        writing = Writing(buffer: TextBuffer(prompt), returned: prompt)
    }

    /// What came back goes, unless it was changed: it is being sent again otherwise.
    mutating func takeAway() {
        writing.takeAway()
        revision?.waiting.takeAway()
    }

    /// Whether leaving loses nothing that was written.
    var holdsNothingNew: Bool {
        guard let revision else { return writing.holdsNothingNew }
        return revision.waiting.holdsNothingNew && (text == revision.original || text.isBlank)
    }

    package mutating func remember(_ prompts: [String]) {
        history = prompts
        writing.place = nil
    }

    /// One prompt back; what was being written is kept for the way forward.
    package mutating func earlier() {
        let last = writing.place.map { $0 - 1 } ?? history.indices.last
        guard let next = last, next >= 0 else { return }
        if writing.place == nil { writing.draft = text }
        writing.place = next
        fill(history[next])
    }

    package mutating func later() {
        guard let current = writing.place else { return }
        let next = current + 1
        writing.place = next < history.count ? next : nil
        fill(next < history.count ? history[next] : writing.draft)
    }
}

extension ComposerPane {
    /// What is being written, and where in the history it stands.
    fileprivate struct Writing: Sendable {
        var buffer = TextBuffer()
        var place: Int?
        var draft = ""
        /// A prompt that was sent and came back without an answer.
        var returned: String?

        func unsent(_ history: [String]) -> String {
            if buffer.text == returned { return "" }
            guard let place, history.indices.contains(place), history[place] == buffer.text else {
                return buffer.text
            }
            return draft
        }

        var holdsNothingNew: Bool { buffer.text == returned || buffer.text.isBlank }

        mutating func takeAway() {
            if buffer.text == returned { buffer = TextBuffer() }
            returned = nil
        }
    }

    /// A prompt that was sent, as it is being changed.
    package struct Revision: Sendable {
        package let turn: TurnID
        let original: String
        /// What was being written before, which comes back.
        fileprivate var waiting: Writing
    }

    mutating func revise(_ turn: TurnID, _ prompt: String) {
        giveUpRevision()
        revision = Revision(turn: turn, original: prompt, waiting: writing)
        writing = Writing(buffer: TextBuffer(prompt))
    }

    /// What was changed joins the history, so that it is not lost.
    mutating func giveUpRevision() {
        guard let revision else { return }
        if text != revision.original, !text.isBlank { history.append(text) }
        endRevision()
    }

    private mutating func endRevision() {
        writing = revision?.waiting ?? Writing()
        revision = nil
    }
}

extension String {
    fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
