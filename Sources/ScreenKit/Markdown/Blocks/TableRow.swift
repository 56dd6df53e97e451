/// How a row of a table divides into cells (GitHub Flavored Markdown, 4.10).
enum TableRow {
    /// The columns of a delimiter row such as `|:--|--:|`; `nil` where the line is none.
    static func delimiters(
        _ line: Range<Int>, in bytes: UTF8Bytes
    ) -> [MarkdownTable.Alignment]? {
        guard bytes[line].contains(UInt8(ascii: "|")),
            bytes[line].allSatisfy({ "|:- \t".utf8.contains($0) })
        else { return nil }
        var columns: [MarkdownTable.Alignment] = []
        for cell in cells(of: line, in: bytes) {
            let text = bytes[cell]
            let isLeft = text.first == UInt8(ascii: ":")
            let isRight = text.count > 1 && text.last == UInt8(ascii: ":")
            let dashes = text.dropFirst(isLeft ? 1 : 0).dropLast(isRight ? 1 : 0)
            guard !dashes.isEmpty, dashes.allSatisfy({ $0 == UInt8(ascii: "-") }) else {
                return nil
            }
            columns.append(isLeft ? isRight ? .center : .left : isRight ? .right : .none)
        }
        return columns.isEmpty ? nil : columns
    }

    /// The cells of a row without the blanks around them; a bar behind a backslash is text.
    static func cells(of line: Range<Int>, in bytes: UTF8Bytes) -> [Range<Int>] {
        let line = BlockStart.trimmed(line, in: bytes)
        guard !line.isEmpty else { return [] }
        var (cells, start, place) = ([Range<Int>](), line.lowerBound, line.lowerBound)
        if bytes[start] == UInt8(ascii: "|") { (start, place) = (start + 1, place + 1) }
        while place < line.upperBound {
            if bytes[place] == UInt8(ascii: "\\") {
                place += 1
            } else if bytes[place] == UInt8(ascii: "|") {
                cells.append(BlockStart.trimmed(start..<place, in: bytes))
                start = place + 1
            }
            place += 1
        }
        if start < line.upperBound {
            cells.append(BlockStart.trimmed(start..<line.upperBound, in: bytes))
        }
        return cells
    }
}
