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

extension Transcript {
    package var lineCount: Int {
        entries.reduce(0) { $0 + $1.lineCount }
    }

    /// The lines of a range, without making the others.
    package func lines(in range: Range<Int>) -> [TranscriptLine] {
        var lines: [TranscriptLine] = []
        var start = 0
        for entry in entries {
            let end = start + entry.lineCount
            for line in range.clamped(to: start..<end) { lines.append(entry.line(line - start)) }
            if end >= range.upperBound { break }
            start = end
        }
        return lines
    }
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
