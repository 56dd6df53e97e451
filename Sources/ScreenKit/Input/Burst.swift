/// Tells what a person types from what is pasted without brackets, by what comes together.
///
/// A line end waits until it is known what comes with it. In a burst that holds another line end,
/// text after it, or more text before it than anybody types at once, it is text, and so is what
/// follows: none of it is a key any more. So is what comes at once and is longer than anybody types
/// at once, line end or not.
///
/// ```swift
/// events = burst.add(decoder.feed(bytes))
/// // … nothing arrives for Burst.pause …
/// events = burst.end()
/// ```
package struct Burst: Sendable {
    /// After so long without anything a burst is over.
    package static let pause = Duration.milliseconds(2)
    /// Characters that may come before a line end that is a key.
    private static let mostBefore = 8
    /// A key that is held down comes over and over, also all at once from a line that was stuck.
    private static let mostHeldDown = 2

    private var before = 0
    private var holdsLineEnd = false
    private var isPasted = false
    /// From the first line end on that may yet be a key.
    private var undecided: [InputEvent] = []

    package init() {}

    package var isUndecided: Bool { !undecided.isEmpty }

    /// What came next, as far as it is certain what it is.
    package mutating func add(_ events: [InputEvent]) -> [InputEvent] {
        let events = undecided + events
        undecided = []
        isPasted = isPasted || decides(events) || Self.isTooMuch(events)
        guard !isPasted else { return Self.pasted(events) }
        let end = events.firstIndex(where: \.isLineEnd) ?? events.endIndex
        undecided = Array(events[end...])
        for text in events[..<end].compactMap(\.text) { count(text) }
        return Array(events[..<end])
    }

    /// Nothing came for a while: what is undecided are keys.
    package mutating func end() -> [InputEvent] {
        defer { self = Burst() }
        return undecided
    }

    /// The terminal is gone, and nobody meant a line end by that.
    package mutating func breakOff() -> [InputEvent] {
        defer { self = Burst() }
        return Self.pasted(undecided)
    }

    /// A long paste is not counted to its end.
    private mutating func count(_ text: String) {
        if before <= Self.mostBefore { before += text.prefix(Self.mostBefore + 1).count }
        if text.utf8.contains(where: { (0x0a...0x0d).contains($0) }) { holdsLineEnd = true }
    }

    /// Whether some key among these events is none, being in such company.
    private func decides(_ events: [InputEvent]) -> Bool {
        var (seen, tabIsInText) = (self, false)
        var keyIsOpen = false
        for event in events {
            guard let text = event.text else { continue }
            if event.isLineEnd {
                if seen.holdsLineEnd || seen.before > Self.mostBefore { return true }
                (seen.holdsLineEnd, keyIsOpen) = (true, true)
            } else if text == "\t" {
                tabIsInText = seen.before > 0
            } else {
                if keyIsOpen || tabIsInText { return true }
                seen.count(text)
            }
        }
        return false
    }

    /// Whether more letters come at once than anybody types. Words that an input method makes are as
    /// long as they like, and no commands.
    private static func isTooMuch(_ events: [InputEvent]) -> Bool {
        let letters = events.filter(\.isKey).compactMap(\.text).filter {
            $0.utf8.count == 1 && $0 >= " "
        }
        return letters.count > mostBefore && Set(letters).count > mostHeldDown
    }

    /// Text that stands together becomes one event; without a line end there is nothing to say of it.
    private static func pasted(_ events: [InputEvent]) -> [InputEvent] {
        var result: [InputEvent] = []
        for event in events {
            guard let text = event.text else {
                result.append(event)
                continue
            }
            if case .burst(let start) = result.last {
                result[result.count - 1] = .burst(start + text)
            } else {
                result.append(.burst(text))
            }
        }
        return result.map { event in
            guard case .burst(let text) = event else { return event }
            return text.utf8.contains { (0x09...0x0d).contains($0) } ? event : .paste(text)
        }
    }
}

extension InputEvent {
    fileprivate var isKey: Bool {
        if case .key = self { true } else { false }
    }

    /// A line end that was typed, or may have been.
    fileprivate var isLineEnd: Bool {
        guard case .key(let key) = self else { return false }
        return key == Key(.enter) || key == Key(.character("j"), .control)
    }

    /// What a text holds in the place of this event; `nil` for what no text brings.
    fileprivate var text: String? {
        switch self {
        case .paste(let text), .burst(let text): return text
        case .key(Key(.enter)): return "\r"
        case .key(Key(.character("j"), .control)): return "\n"
        case .key(Key(.tab)): return "\t"
        case .key(let key):
            guard case .character(let character) = key.code, key.modifiers.isEmpty else {
                return nil
            }
            return String(character)
        case .mouse, .focus, .cursorPosition, .closed: return nil
        }
    }
}
