import ScreenKit

/// A line that tells, when more has come, how far the text has moved.
struct LineAnchor: Sendable {
    fileprivate let mark: LineMark
    /// The row in which it is seen.
    fileprivate let row: Int
}

/// What tells a line of a text from those around it.
private struct LineMark: Hashable {
    let passage: Int
    let start: Int
}

extension Transcript {
    /// Scrolls with what has come, by several rows at once, so that a few may be blank below the end:
    /// each time all that is seen is written anew, and what moves seldom reads more easily.
    mutating func scrollOn(_ rows: Int) {
        let step = Self.step(rows)
        let marks = lastLines(rows).map(\.mark)
        guard step > 1, marks.count == rows else {
            (scroll.slack, anchor) = (0, nil)
            return
        }
        if let moved = anchor?.distance(in: marks), (0..<step).contains(moved) {
            scroll.slack = moved
        } else {
            scroll.slack = anchor == nil ? 0 : step - 1
            anchor = LineAnchor(in: marks, from: scroll.slack)
        }
    }

    /// Stays where the end came, unless all is seen without that.
    mutating func rest(_ rows: Int) {
        anchor = nil
        if scroll.slack > 0, lastLines(rows).count < rows { scroll.slack = 0 }
    }

    /// By how many rows: a sixth of what is seen.
    private static func step(_ rows: Int) -> Int { min(4, max(1, rows / 6)) }

    /// How many rows have text where so many are seen and the end is followed.
    func rowsOfText(in rows: Int) -> Int { max(0, rows - scroll.slack) }
}

extension LineAnchor {
    /// The first line from a row on that is not taken for the one above it.
    fileprivate init?(in marks: [LineMark?], from first: Int) {
        let rows = marks.indices.dropFirst(max(1, first))
        guard let row = rows.first(where: { marks[$0] != nil && marks[$0] != marks[$0 - 1] }),
            let mark = marks[row]
        else { return nil }
        (self.mark, self.row) = (mark, row - first)
    }

    /// How far below its row it is found.
    fileprivate func distance(in marks: [LineMark?]) -> Int? {
        marks.firstIndex(of: mark).map { $0 - row }
    }
}

extension TranscriptLine {
    fileprivate var mark: LineMark? {
        switch self {
        case .styled(let line, _): mark(line.passage, line.range)
        case .text(let line, _): mark(-1, line.range)
        case .reasoning(let line): mark(-2, line.range)
        case .heading, .note, .folded, .blank: nil
        }
    }

    /// Rules and blank lines have no text to be told by.
    private func mark(_ passage: Int, _ range: Range<Int>) -> LineMark? {
        range.isEmpty ? nil : LineMark(passage: passage, start: range.lowerBound)
    }
}
