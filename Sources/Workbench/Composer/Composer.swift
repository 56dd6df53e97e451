package import ScreenKit

/// The prompt being written, and the prompts that were sent before it.
package struct Composer: Sendable {
    package var buffer = TextBuffer()
    package private(set) var history: [String] = []
    private var place: Int?
    private var draft = ""

    package init() {}

    package var text: String { buffer.text }

    package mutating func fill(_ text: String) {
        buffer = TextBuffer(text)
    }

    /// The prompt is on its way: it joins the history, the composer is empty.
    package mutating func sent() {
        if history.last != text { history.append(text) }
        place = nil
        buffer = TextBuffer()
    }

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
