import ScreenKit

/// Text broken into lines, for the printed reports.
enum Paragraph {
    /// What a printed line holds: a terminal's usual columns.
    static let columns = 80

    /// Words in lines of so many columns. Text that has no spaces, such as Chinese, is broken
    /// anywhere; a long address stays whole, so that it can be copied.
    static func lines(_ text: String, columns: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ").map(String.init) {
            let joined = line.isEmpty ? word : line + " " + word
            if Width.of(joined) <= columns {
                line = joined
                continue
            }
            if !line.isEmpty { lines.append(line) }
            var pieces = broken(word, columns: columns)
            line = pieces.popLast() ?? ""
            lines += pieces
        }
        return line.isEmpty ? lines : lines + [line]
    }

    private static func broken(_ word: String, columns: Int) -> [String] {
        if Width.of(word) == word.count { return [word] }
        var pieces: [String] = []
        var piece = ""
        for cluster in word {
            let longer = piece + String(cluster)
            if !piece.isEmpty, Width.of(longer) > columns {
                pieces.append(piece)
                piece = String(cluster)
            } else {
                piece = longer
            }
        }
        return piece.isEmpty ? pieces : pieces + [piece]
    }

    /// A word at the margin and text beside it, whose further lines stand below its first one.
    static func entry(_ title: String, _ text: String, indent: Int) -> String {
        let lines = lines(text, columns: columns - indent)
        let beside = title + String(repeating: " ", count: max(1, indent - Width.of(title)))
        let below = String(repeating: " ", count: indent)
        return zip([beside] + Array(repeating: below, count: lines.count), lines)
            .map { $0 + $1 + "\n" }.joined()
    }
}
