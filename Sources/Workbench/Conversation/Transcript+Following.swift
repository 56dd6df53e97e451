import ScreenKit

/// How a branch goes along with the answer that comes at its end: by several rows at once, so that a few
/// are blank below it. Each time all that is seen is written anew, and what moves seldom reads more
/// easily.
///
/// Which line is the first in view follows from the text alone, not from how it came: what was seen at
/// the end is seen again.
extension Transcript {
    /// - Parameter lines: the last ones, one more than there are rows if there are so many.
    func blankRows(below lines: [TranscriptLine], _ rows: Int) -> Int {
        guard lines.count > rows else { return 0 }
        let step = Self.step(rows)
        return lines.dropFirst().prefix(step).firstIndex { $0.begins(step) }.map { $0 - 1 } ?? 0
    }

    /// By how many rows: a sixth of what is seen.
    private static func step(_ rows: Int) -> Int { min(4, max(1, rows / 6)) }
}

extension TranscriptLine {
    /// Whether it is one of those that may be the first in view, one in so many. The lines of a list
    /// are passages of one line each.
    fileprivate func begins(_ step: Int) -> Bool {
        switch self {
        case .styled(let line, _): line.number.map { (line.passage + $0) % step == 0 } ?? false
        case .text(_, let number, _), .reasoning(_, let number): number % step == 0
        case .heading, .note, .folded, .blank: false
        }
    }
}
