/// A styled text in lines of a width. What is not looked at is not wrapped: a text of a megabyte
/// that is shown at its end, or at another width, costs what is seen of it.
///
/// ```swift
/// page.setWidth(rect.columns)
/// let window = page.window(scroll, rows: rect.rows)
/// canvas.sub(rect) { window.draw(on: &$0) }
/// ```
///
/// How many lines there are is only known when all are wrapped: once for a width, and after that for
/// what is appended alone.
package struct StyledPage: Sendable {
    package private(set) var text: StyledText
    package private(set) var width: Int
    package let profile: WidthProfile
    /// How many lines were wrapped so far, for those who count what a frame costs.
    package private(set) var linesWrapped = 0

    private var blocks = StyledBlocks()
    /// The lines of those blocks that were looked at last.
    private var seen: [Int: [LineSpan]] = [:]
    /// The last block, which may grow.
    private var tail: (block: Int, wrapper: LineWrapper)?

    package init(
        _ text: StyledText = StyledText(), width: Int = 80, profile: WidthProfile = .conservative
    ) {
        (self.text, self.profile, self.width) = (text, profile, max(1, width))
    }

    /// Lets the text grow.
    package mutating func grow(_ body: (inout StyledText) -> Void) { body(&text) }

    package mutating func setWidth(_ width: Int) {
        guard max(1, width) != self.width else { return }
        self.width = max(1, width)
        blocks.forgetLineCounts()
        (seen, tail) = ([:], nil)
    }

    // MARK: Lines

    /// What a view of so many rows shows.
    package mutating func window(_ scroll: ScrollState, rows: Int) -> StyledWindow {
        if scroll.followsEnd { return StyledWindow(lines: lastLines(rows), below: 0) }
        let count = countLines()
        let visible = scroll.visible(count: count, height: rows)
        return StyledWindow(lines: lines(in: visible), below: count - visible.upperBound)
    }

    /// All lines. Wraps what is not wrapped yet.
    package mutating func countLines() -> Int {
        follow()
        return blocks.list.indices.reduce(0) { $0 + lineCount(of: $1) }
    }

    /// The last lines, at most so many, without wrapping what stands before them.
    package mutating func lastLines(_ count: Int) -> [StyledLine] {
        follow()
        var (first, found) = (blocks.list.count, 0)
        while first > 0, found < count {
            first -= 1
            seen[first] = spans(of: first)
            found += lineCount(of: first)
        }
        return lines(max(0, found - count)..<found, ofBlocks: first..<blocks.list.count)
    }

    package mutating func lines(in range: Range<Int>) -> [StyledLine] {
        follow()
        guard !range.isEmpty else { return [] }
        var (start, first) = (0, 0)
        while first < blocks.list.count, start + lineCount(of: first) <= range.lowerBound {
            start += lineCount(of: first)
            first += 1
        }
        var (end, last) = (start, first)
        while last < blocks.list.count, end < range.upperBound {
            end += lineCount(of: last)
            last += 1
        }
        return lines(
            range.lowerBound - start..<range.upperBound - start, ofBlocks: first..<last)
    }

    /// The number of the line in which a place of the text stands; the last one for its end.
    package mutating func lineNumber(of offset: Int) -> Int? {
        follow()
        guard !blocks.list.isEmpty else { return nil }
        let block = min(blocks.list.place { $0.end > offset }, blocks.list.count - 1)
        let before = (0..<block).reduce(0) { $0 + lineCount(of: $1) }
        let spans = spans(of: block)
        return before + min(spans.place { $0.end > offset }, max(0, spans.count - 1))
    }

    /// Some of the lines of some blocks, whose places are kept until others are looked at.
    private mutating func lines(_ range: Range<Int>, ofBlocks places: Range<Int>) -> [StyledLine] {
        var (lines, start) = ([StyledLine](), 0)
        seen = seen.filter { places.contains($0.key) }
        for place in places {
            let spans = spans(of: place)
            seen[place] = spans
            for number in range.clamped(to: start..<start + spans.count) {
                lines.append(text.line(number - start, of: spans, in: blocks.list[place], profile))
            }
            start += spans.count
        }
        return lines
    }

    // MARK: Wrapping

    private mutating func follow() {
        if let grown = blocks.follow(text) { seen[grown] = nil }
    }

    private mutating func lineCount(of block: Int) -> Int {
        blocks.list[block].lineCount ?? spans(of: block).count
    }

    private mutating func spans(of block: Int) -> [LineSpan] {
        if let spans = seen[block] { return spans }
        let spans = wrap(block)
        blocks.note(lineCount: spans.count, of: block)
        return spans
    }

    /// Takes the last block's lines out, so that they grow where they lie.
    private mutating func takeTail(_ place: Int) -> LineWrapper? {
        guard let tail, tail.block == place else { return nil }
        self.tail = nil
        return tail.wrapper
    }

    private mutating func wrap(_ place: Int) -> [LineSpan] {
        let block = blocks.list[place]
        var grown = takeTail(place) ?? text.wrapper(for: block, width: width, profile)
        let made = grown.made
        text.bytes.withUnsafeBufferPointer { grown.grow($0, to: block.end) }
        linesWrapped += grown.made - made
        if place == blocks.list.count - 1 { tail = (place, grown) }
        guard grown.spans.isEmpty, block.label > 0 else { return grown.spans }
        // Nothing has followed the label yet.
        let body = block.body
        return [LineSpan(start: body, end: body, textEnd: body, width: 0, endsParagraph: true)]
    }
}
