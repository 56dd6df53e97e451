import ChatCompletions
import Conversations
package import ScreenKit

/// A transcript's line as a pane draws it.
package enum TranscriptLine: Sendable {
    case heading(Transcript.Entry)
    case reasoning(WrappedLine)
    case text(WrappedLine, isSent: Bool)
    case note(WrappedLine, failed: Bool)
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
        if scroll.followsEnd { return TranscriptWindow(lines: lastLines(rows)) }
        let starts = lineStarts()
        let visible = scroll.visible(count: starts.lineCount, height: rows)
        return TranscriptWindow(
            lines: lines(in: visible, starts), below: starts.lineCount - visible.upperBound)
    }

    private func lastLines(_ rows: Int) -> [TranscriptLine] {
        var lines: [TranscriptLine] = []
        for place in entries.indices.reversed() where lines.count < rows {
            let entry = entries[place]
            let count = entry.lineCount
            let first = max(0, count - (rows - lines.count))
            lines = (first..<count).map { entry.line($0) } + lines
        }
        return lines
    }

    /// The lines of a range, without making the others.
    private func lines(in range: Range<Int>, _ starts: LineStarts) -> [TranscriptLine] {
        var lines: [TranscriptLine] = []
        var place = starts.place(ofLine: range.lowerBound)
        while lines.count < range.count, place < entries.count {
            let start = starts.first(of: place)
            let entry = entries[place]
            lines += range.clamped(to: start..<starts.first(of: place + 1)).map {
                entry.line($0 - start)
            }
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
        1 + reasoningLines + body.content.lines.count + body.note.lines.count + note.lines.count + 1
    }

    private var reasoningLines: Int { showsReasoning ? body.reasoning.lines.count : 0 }

    func line(_ number: Int) -> TranscriptLine {
        if number == 0 { return .heading(self) }
        var number = number - 1
        if number < reasoningLines { return .reasoning(body.reasoning.lines[number]) }
        number -= reasoningLines
        if number < body.content.lines.count {
            return .text(body.content.lines[number], isSent: omission == nil)
        }
        number -= body.content.lines.count
        if number < body.note.lines.count {
            return .note(body.note.lines[number], failed: false)
        }
        number -= body.note.lines.count
        guard number < note.lines.count else { return .blank }
        return .note(note.lines[number], failed: turn.state == .failed)
    }
}
