import ChatCompletions
import Conversations
package import ScreenKit

/// A transcript's line as a pane draws it.
package enum TranscriptLine: Sendable {
    case heading(Transcript.Entry)
    /// With its number among those of the thinking; a text's own lines have theirs too.
    case reasoning(WrappedLine, Int)
    case text(WrappedLine, Int, isSent: Bool)
    case styled(StyledLine, isSent: Bool)
    /// What is to be said beside the text, or of the turn as a whole.
    case note(WrappedLine, failed: Bool, ofTurn: Bool = false)
    /// So many lines of a long prompt stand here.
    case folded(Int)
    case blank
}

/// The lines that are seen.
struct TranscriptWindow {
    var lines: [TranscriptLine]
    /// How many there are below them.
    var below = 0
}

extension Transcript {
    package var lineCount: Int { lineStarts().lineCount }

    /// What so many rows show.
    func window(rows: Int) -> TranscriptWindow {
        if scroll.followsEnd {
            return TranscriptWindow(lines: lastLines(max(0, rows - scroll.slack)))
        }
        let starts = lineStarts()
        let visible = scroll.visible(count: starts.lineCount, height: rows)
        return TranscriptWindow(
            lines: lines(in: visible, starts), below: starts.lineCount - visible.upperBound)
    }

    func lastLines(_ rows: Int) -> [TranscriptLine] {
        var lines: [TranscriptLine] = []
        for place in entries.indices.reversed() where lines.count < rows {
            lines = entries[place].lastLines(rows - lines.count) + lines
        }
        return lines
    }

    /// The lines of a range, without making the others.
    private func lines(in range: Range<Int>, _ starts: LineStarts) -> [TranscriptLine] {
        var lines: [TranscriptLine] = []
        var place = starts.place(ofLine: range.lowerBound)
        while lines.count < range.count, place < entries.count {
            let start = starts.first(of: place)
            let seen = range.clamped(to: start..<starts.first(of: place + 1))
            lines += entries[place].lines(in: seen.lowerBound - start..<seen.upperBound - start)
            place += 1
        }
        return lines
    }
}

/// Where the lines of each entry begin, as far as that has been counted.
struct LineStarts: Sendable {
    private var starts = [0]

    /// The entries that are counted.
    var count: Int { starts.count - 1 }
    var lineCount: Int { starts[count] }

    mutating func append(_ lines: Int) { starts.append(lineCount + lines) }

    mutating func forget(from place: Int) {
        if place < count { starts.removeLast(count - place) }
    }

    func first(of place: Int) -> Int { starts[place] }

    /// The entry in which a line stands.
    func place(ofLine line: Int) -> Int { starts.place { $0 > line } - 1 }
}

extension Transcript.Entry {
    /// A heading, the thinking when it is open, the text, what is to be said beside it, a note when
    /// it did not end well, a blank.
    var lineCount: Int {
        let body = body
        return linesBeside(body) + linesShown(of: body) + fold(of: body).count
    }

    /// How many lines it has, or that it has at least so many.
    func lineCount(atMost limit: Int) -> Int {
        let body = body
        if isLong { return min(limit, lineCount) }
        let others = linesBeside(body)
        return min(limit, others + body.content.lineCount(atMost: max(0, limit - others)))
    }

    private func linesBeside(_ body: Transcript.Body) -> Int {
        1 + thoughts(of: body) + body.note.lines.count + note.lines.count + 1
    }

    private func thoughts(of body: Transcript.Body) -> Int {
        showsReasoning ? body.reasoning.lines.count : 0
    }

    /// Those of its lines that are in a range.
    func lines(in range: Range<Int>) -> [TranscriptLine] {
        let body = body
        var seen = LinesSeen(range)
        addBeginning(body, to: &seen)
        seen.add(linesShown(of: body)) { body.content.lines(in: $0, isSent: omission == nil) }
        let fold = fold(of: body)
        seen.add(fold.count) { _ in fold }
        addEnd(body, to: &seen)
        return seen.lines
    }

    /// Its last lines, without a look at those of the text before them.
    func lastLines(_ count: Int) -> [TranscriptLine] {
        if isLong {
            let all = lineCount
            return lines(in: max(0, all - count)..<all)
        }
        let body = body
        var (first, last) = (LinesSeen(0..<Int.max), LinesSeen(0..<Int.max))
        addBeginning(body, to: &first)
        addEnd(body, to: &last)
        let room = max(0, count - last.lines.count)
        let text = body.content.lastLines(room, isSent: omission == nil)
        return Array((first.lines.suffix(room - text.count) + text + last.lines).suffix(count))
    }

    private func addBeginning(_ body: Transcript.Body, to seen: inout LinesSeen) {
        seen.add(1) { _ in [.heading(self)] }
        seen.add(thoughts(of: body)) { $0.map { .reasoning(body.reasoning.lines[$0], $0) } }
    }

    private func addEnd(_ body: Transcript.Body, to seen: inout LinesSeen) {
        seen.add(body.note.lines.count) { $0.map { .note(body.note.lines[$0], failed: false) } }
        let failed = turn.state == .failed
        seen.add(note.lines.count) {
            $0.map { .note(note.lines[$0], failed: failed, ofTurn: true) }
        }
        seen.add(1) { _ in [.blank] }
    }
}

/// The lines of a range, out of parts that follow each other.
private struct LinesSeen {
    private(set) var lines: [TranscriptLine] = []
    private let range: Range<Int>
    private var start = 0

    init(_ range: Range<Int>) { self.range = range }

    /// - Parameter make: makes some of the part's lines, counted from its first.
    mutating func add(_ count: Int, _ make: (Range<Int>) -> [TranscriptLine]) {
        let seen = range.clamped(to: start..<start + count)
        if !seen.isEmpty { lines += make(seen.lowerBound - start..<seen.upperBound - start) }
        start += count
    }
}
