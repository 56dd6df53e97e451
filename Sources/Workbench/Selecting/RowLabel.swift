import ScreenKit

/// A text of a row, and where it stands.
struct RowLabel {
    let column: Int
    let text: String
    /// The columns that it has, where what is longer is cut off; `nil`: as many as it takes.
    var room: Int?
}

extension TextRow {
    /// Texts of which the row's text has one after the other, with one byte between two.
    init(_ labels: [RowLabel]) {
        var (parts, start) = ([Part](), 0)
        for label in labels {
            let end = start + label.text.utf8.count
            parts.append(Part(column: label.column, range: start..<end, room: label.room))
            start = end + 1
        }
        self.init(parts)
    }
}
