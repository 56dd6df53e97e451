/// Styled texts one below the other, each kept until what it was made of is another: what changes in
/// one is made and wrapped again in that one alone.
///
/// ```swift
/// parts.show(
///     [(.history(version), { text(of: history) }), (.prompt(prompt), { text(of: prompt) })],
///     width: rect.columns, profile)
/// let window = parts.window(scroll, rows: rect.rows)
/// ```
///
/// Places in the text count from the beginning of each part.
package struct StyledParts<Key: Equatable & Sendable>: Sendable {
    private struct Part: Sendable {
        let key: Key
        var page: StyledPage
    }

    private var parts: [Part] = []
    /// Lines that were wrapped in parts which are there no more.
    private var wrappedBefore = 0
    /// How many texts were made so far, and their bytes.
    package private(set) var makings = 0
    package private(set) var bytesMade = 0

    package init() {}

    /// How many lines were wrapped so far.
    package var linesWrapped: Int { parts.reduce(wrappedBefore) { $0 + $1.page.linesWrapped } }

    package var text: String { parts.map(\.page.text.text).joined() }

    package var count: Int { parts.count }

    /// One of the texts as it can be selected; the lines say which one they stand in.
    package func passage(_ place: Int) -> Passage? {
        parts.indices.contains(place) ? Passage(bytes: parts[place].page.text.bytes) : nil
    }

    /// Says what is there, from above to below; a text is made where its key is another.
    package mutating func show(
        _ texts: [(key: Key, make: () -> StyledText)], width: Int, _ profile: WidthProfile
    ) {
        while parts.count > texts.count { wrappedBefore += parts.removeLast().page.linesWrapped }
        for (place, (key, make)) in texts.enumerated() where !has(key, at: place, profile) {
            let text = make()
            makings += 1
            bytesMade += text.count
            put(Part(key: key, page: StyledPage(text, width: width, profile: profile)), at: place)
        }
        for place in parts.indices { parts[place].page.setWidth(width) }
    }

    private func has(_ key: Key, at place: Int, _ profile: WidthProfile) -> Bool {
        parts.indices.contains(place) && parts[place].key == key
            && parts[place].page.profile == profile
    }

    private mutating func put(_ part: Part, at place: Int) {
        guard place < parts.count else { return parts.append(part) }
        wrappedBefore += parts[place].page.linesWrapped
        parts[place] = part
    }

    // MARK: Lines

    /// What a view of so many rows shows.
    package mutating func window(_ scroll: ScrollState, rows: Int) -> StyledWindow {
        if scroll.followsEnd { return StyledWindow(lines: lastLines(rows)) }
        let count = countLines()
        let visible = scroll.visible(count: count, height: rows)
        return StyledWindow(lines: lines(in: visible), below: count - visible.upperBound)
    }

    /// All lines. Wraps what is not wrapped yet.
    package mutating func countLines() -> Int {
        parts.indices.reduce(0) { $0 + parts[$1].page.countLines() }
    }

    private mutating func lastLines(_ count: Int) -> [StyledLine] {
        var lines: [StyledLine] = []
        for place in parts.indices.reversed() where lines.count < count {
            lines = parts[place].page.lastLines(count - lines.count).map { $0.of(place) } + lines
        }
        return lines
    }

    private mutating func lines(in range: Range<Int>) -> [StyledLine] {
        var (lines, start) = ([StyledLine](), 0)
        for place in parts.indices {
            let end = start + parts[place].page.countLines()
            let part = range.clamped(to: start..<end)
            if !part.isEmpty {
                let seen = part.lowerBound - start..<part.upperBound - start
                lines += parts[place].page.lines(in: seen).map { $0.of(place) }
            }
            start = end
        }
        return lines
    }
}
