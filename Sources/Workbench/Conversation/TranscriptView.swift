import ChatCompletions
import Conversations
import ScreenKit
import Words

/// A branch of the conversation, as far as it is seen.
struct TranscriptView {
    let transcript: Transcript
    /// Where what stands beside a turn is found.
    let tree: TurnTree
    let selected: TurnID?

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
        case .heading(let entry): drawHeading(entry, clock, row: row, on: &canvas)
        case .reasoning(let line, _):
            canvas.verticalLine(column: 0, from: row, to: row + 1, face: Face(.turnReasoning))
            canvas.write(
                line.text, at: Point(row: row, column: 2), face: Face(.turnReasoning))
        case .text(let line, _, let isSent):
            let face = isSent ? Face(.turnText) : .dim
            canvas.write(line.text, at: Point(row: row, column: 0), face: face)
        case .styled(let line, let isSent):
            line.draw(on: &canvas, row: row)
            guard !isSent else { return }
            let columns = Width.of(line.text, canvas.profile)
            canvas.paint(face: .dim, in: Rect(row: row, column: 0, rows: 1, columns: columns))
        case .note(let line, let failed, _):
            let face = failed ? Face(.turnFailure) : Face(.turnNote)
            canvas.write(line.text, at: Point(row: row, column: 0), face: face)
        case .folded(let count):
            let text = Phrase.folded(count).text(in: transcript.language)
            canvas.write(text, at: Point(row: row, column: 0), face: Face(.turnNote))
        case .blank: break
        }
    }

    private func drawHeading(
        _ entry: Transcript.Entry, _ clock: Phrase?, row: Int, on canvas: inout Canvas
    ) {
        var column = 0
        for part in heading(of: entry, clock) {
            column += canvas.write(
                part.text, at: Point(row: row, column: column), face: part.face, ellipsis: true)
        }
    }

    /// Whose turn it is, `‹2/3›` where it has siblings, its choices, and what is known of it. Where
    /// that is too long the model comes last: the first line has one too, what else is said stands
    /// here alone.
    func heading(of entry: Transcript.Entry, _ clock: Phrase?) -> [HeadingPart] {
        let clock = entry.turn.state == .streaming ? clock : nil
        let continued = tree.continues(entry.turn) ? [Phrase.continued] : []
        let (model, facts) = (entry.model, entry.facts + [clock].compactMap(\.self))
        let whole = heading(of: entry, continued + model + facts)
        let columns = whole.reduce(0) { $0 + Width.of($1.text, transcript.profile) }
        return columns > transcript.width ? heading(of: entry, continued + facts + model) : whole
    }

    private func heading(of entry: Transcript.Entry, _ facts: [Phrase]) -> [HeadingPart] {
        let text = facts.map { " · " + $0.text(in: transcript.language) }.joined()
        return beginning(of: entry) + [HeadingPart(text: text, face: Face(.turnNote))]
    }

    private func beginning(of entry: Transcript.Entry) -> [HeadingPart] {
        [
            HeadingPart(text: entry.speaker.text(in: transcript.language), face: entry.roleFace),
            HeadingPart(text: siblings(of: entry.turn.id), face: Face(.turnSiblings)),
        ] + entry.choiceTabs(transcript.language, transcript.profile)
    }

    /// The choice whose tab stands in a column of the heading.
    func choice(at column: Int, of entry: Transcript.Entry) -> Int? {
        var end = 0
        return beginning(of: entry).first {
            end += Width.of($0.text, transcript.profile)
            return column < end
        }?.choice
    }

    private func siblings(of turn: TurnID) -> String {
        let siblings = tree.siblings(of: turn)
        guard siblings.count > 1, let place = siblings.firstIndex(of: turn) else { return "" }
        let (open, close) = Symbols.of(transcript.profile).chosen
        return " \(open)\(place + 1)/\(siblings.count)\(close)"
    }

    /// A bar down the left of the selected turn, and a mark at its heading.
    func drawSelection(beside rect: Rect, on canvas: inout Canvas) {
        guard let selected, let seen = transcript.seen(selected, in: rect.rows) else { return }
        let column = max(0, rect.column - 1)
        for row in seen.textRows {
            let isHeading = row == seen.rows.lowerBound && !seen.hidesHeading
            canvas.write(
                isHeading ? canvas.selectionMark : Symbols.of(canvas.profile).bar,
                at: Point(row: rect.row + row, column: column), face: Face(.turnSelected))
        }
        guard !seen.hidesHeading else { return }
        canvas.paint(
            face: .selection,
            in: Rect(
                row: rect.row + seen.rows.lowerBound, column: rect.column, rows: 1,
                columns: rect.columns))
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

    fileprivate var selectionMark: String { profile.ambiguousWide ? ">" : "▶" }
}
