/// A place in a line of Markdown, counted in columns too, since tabs lead to every fourth of them and
/// a container may take a part of a tab.
struct LineCursor {
    let bytes: UTF8Bytes
    let end: Int
    private(set) var offset: Int
    private var column = 0
    /// Columns of a tab behind which the cursor stands that nobody has taken.
    private(set) var rest = 0

    init(_ bytes: UTF8Bytes, _ line: Range<Int>) {
        (self.bytes, offset, end) = (bytes, line.lowerBound, line.upperBound)
    }

    /// What is left of the line, without the rest of a tab.
    var range: Range<Int> { offset..<end }

    /// Columns of white space from here on.
    var indent: Int {
        var (place, columns) = (offset, rest)
        while place < end, let width = width(at: place, column: column + columns) {
            columns += width
            place += 1
        }
        return columns
    }

    /// What is left without the white space before it.
    var text: Range<Int> {
        let first = bytes[offset..<end].firstIndex { !BlockStart.isSpace($0) }
        return (first ?? end)..<end
    }

    var isBlank: Bool { text.isEmpty }

    /// The first byte that is no white space; a space where there is none.
    var first: UInt8 { text.isEmpty ? 0x20 : bytes[text.lowerBound] }

    mutating func skipIndent() { advance(columns: indent) }

    /// Goes over bytes that are no tabs.
    mutating func skip(_ count: Int) {
        offset += count
        column += count
    }

    /// Takes up to so many columns of white space.
    mutating func advance(columns count: Int) {
        var left = count
        while left > 0 {
            if rest == 0 {
                guard offset < end, let width = width(at: offset, column: column) else { return }
                offset += 1
                rest = width
            }
            let taken = min(left, rest)
            (rest, left, column) = (rest - taken, left - taken, column + taken)
        }
    }

    private func width(at place: Int, column: Int) -> Int? {
        switch bytes[place] {
        case 0x20: 1
        case 0x09: 4 - column % 4
        default: nil
        }
    }
}
