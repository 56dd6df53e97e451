package import ScreenKit

/// A line in parts of different faces.
package struct UsageLine: Sendable {
    package struct Part: Sendable {
        package var text: String
        package var face: Face
    }

    package var parts: [Part]

    init(_ parts: [Part]) { self.parts = parts }
    var text: String { parts.map(\.text).joined() }

    init(_ text: String, _ face: Face = .text) { parts = [Part(text: text, face: face)] }
}

extension Canvas {
    mutating func write(_ line: UsageLine, at point: Point) {
        var column = point.column
        for part in line.parts {
            column += write(part.text, at: Point(row: point.row, column: column), face: part.face)
        }
    }
}
