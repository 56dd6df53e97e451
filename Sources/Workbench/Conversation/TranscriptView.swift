import ChatCompletions
import Conversations
import ScreenKit
import Words

/// A branch of the conversation, as far as it is seen.
struct TranscriptView {
    let transcript: Transcript

    var isEmpty: Bool { transcript.entries.isEmpty }

    /// - Parameter clock: how long the last answer has been awaited.
    func draw(on canvas: inout Canvas, _ clock: Phrase?) {
        let window = transcript.window(rows: canvas.size.rows)
        for (row, line) in window.lines.enumerated() { draw(line, clock, row: row, on: &canvas) }
        canvas.drawMore(window.below, transcript.language)
    }

    private func draw(
        _ line: TranscriptLine, _ clock: Phrase?, row: Int, on canvas: inout Canvas
    ) {
        switch line {
        case .heading(let entry):
            let isWaiting = entry.turn.state == .streaming
            drawHeading(entry, isWaiting ? clock : nil, row: row, on: &canvas)
        case .reasoning(let line):
            canvas.verticalLine(column: 0, from: row, to: row + 1, face: Face(.turnReasoning))
            canvas.write(
                line.text, at: Point(row: row, column: 2), face: Face(.turnReasoning))
        case .text(let line, let isSent):
            let face = isSent ? Face(.turnText) : .dim
            canvas.write(line.text, at: Point(row: row, column: 0), face: face)
        case .note(let line, let failed):
            let face = failed ? Face(.turnFailure) : Face(.turnNote)
            canvas.write(line.text, at: Point(row: row, column: 0), face: face)
        case .blank: break
        }
    }

    private func drawHeading(
        _ entry: Transcript.Entry, _ clock: Phrase?, row: Int, on canvas: inout Canvas
    ) {
        let column = canvas.write(
            entry.speaker.text(in: transcript.language), at: Point(row: row, column: 0),
            face: entry.roleFace)
        let facts = (entry.facts + [clock].compactMap(\.self))
            .map { " · " + $0.text(in: transcript.language) }.joined()
        canvas.write(
            facts, at: Point(row: row, column: column), face: Face(.turnNote), ellipsis: true)
    }
}

extension Canvas {
    /// Says at the lower right how many lines there are below.
    mutating func drawMore(_ lines: Int, _ language: Language) {
        guard lines > 0 else { return }
        let text = Phrase.linesBelow(lines).text(in: language)
        let column = max(0, size.columns - Width.of(text, profile))
        write(text, at: Point(row: size.rows - 1, column: column), face: .dim)
    }
}
