import Foundation
import ScreenKit
import Support
import Testing

/// Whole screens with their faces, held against those on record in `Transcripts`.
///
/// With `RECORD=1` in the environment they are put on record anew, and the test fails.
struct Transcript {
    private let name: String
    private var text = ""

    init(_ name: String) { self.name = name }

    /// Adds what the screen shows now, in each of these sizes.
    mutating func show(_ bench: TestBench, _ title: String, _ sizes: Size...) {
        for size in sizes {
            bench.resize(to: size)
            let frame = bench.frame
            #expect(frame.grid.faults == [], "\(title)")
            let cursor = frame.cursor.map { "cursor \($0.row),\($0.column)" } ?? "no cursor"
            text += "=== \(title) · \(size.columns)×\(size.rows) · \(cursor)\n"
            text += frame.grid.text + "\n"
            let faces = FaceMap(frame.grid)
            text += "--- \(faces.legend)\n"
            text += faces.lines.joined(separator: "\n") + "\n"
        }
    }

    func check(_ location: SourceLocation = #_sourceLocation) throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Transcripts/\(name).txt")
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try Data(text.utf8).write(to: file)
            Issue.record("Put on record: \(name).txt. Read it.", sourceLocation: location)
            return
        }
        let recorded = try String(contentsOf: file, encoding: .utf8)
        guard recorded != text else { return }
        Issue.record(difference(from: recorded), sourceLocation: location)
    }

    private func difference(from recorded: String) -> Comment {
        let pairs = zip(recorded.components(separatedBy: "\n"), text.components(separatedBy: "\n"))
        let lines = pairs.enumerated().filter { $1.0 != $1.1 }.prefix(12).map { number, pair in
            "\(number + 1)\n- \(pair.0)\n+ \(pair.1)"
        }
        return Comment(rawValue: "\(name).txt differs at line " + lines.joined(separator: "\n"))
    }
}

extension Grid {
    /// What must not be in a grid: controls and what is never shown, halves of wide characters, or
    /// halves in different faces.
    var faults: [String] {
        var faults: [String] = []
        var seen: Set<UInt32> = []
        for (place, cell) in cells.enumerated() {
            let (row, column) = place.quotientAndRemainder(dividingBy: size.columns)
            let hasRight = column + 1 < size.columns && cells[place + 1].width == 0
            if (cell.width == 2) != hasRight { faults.append("half at \(row),\(column)") }
            if hasRight, cells[place + 1].face != cell.face {
                faults.append("faces at \(row),\(column)")
            }
            guard cell.width > 0, seen.insert(cell.glyph).inserted else { continue }
            for scalar in text(of: cell).unicodeScalars where Width.of(scalar) < 0 {
                faults.append("U+\(String(scalar.value, radix: 16)) at \(row),\(column)")
            }
        }
        return faults
    }
}
