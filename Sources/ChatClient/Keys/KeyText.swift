/// A key as somebody wrote, pasted or printed it.
enum KeyText {
    /// Without what is certainly no part of it: blanks and line ends around it, quotes around it,
    /// and the `Bearer ` that Fader puts before it itself.
    static func trimmed(_ text: String) -> String {
        var rest = Substring(text).unicodeScalars
        var length: Int
        repeat {
            length = rest.count
            rest = withoutBearer(withoutQuotes(withoutBlanks(rest)))
        } while rest.count < length
        return String(Substring(rest))
    }

    /// Without blanks and line ends at both ends.
    static func withoutBlanks(_ text: String) -> String {
        String(Substring(withoutBlanks(Substring(text).unicodeScalars)))
    }

    /// What can stand in a header as a key: visible ASCII, and no half of a pair of quotes.
    static func isUsable(_ text: String) -> Bool {
        let ends = [text.utf8.first, text.utf8.last]
        return text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
            && !ends.contains(UInt8(ascii: "\"")) && !ends.contains(UInt8(ascii: "'"))
    }

    private typealias Scalars = Substring.UnicodeScalarView

    private static func withoutBlanks(_ text: Scalars) -> Scalars {
        var rest = text.drop(while: isBlank)
        while let last = rest.last, isBlank(last) { rest.removeLast() }
        return rest
    }

    /// What is not seen comes along when something is copied: a byte order mark, joiners.
    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar.properties.generalCategory == .format
    }

    private static func withoutQuotes(_ text: Scalars) -> Scalars {
        guard text.count >= 2, let first = text.first, let last = text.last,
            quotes[first] == last
        else { return text }
        return text.dropFirst().dropLast()
    }

    private static let quotes: [Unicode.Scalar: Unicode.Scalar] = [
        "\"": "\"", "'": "'", "`": "`", "“": "”", "‘": "’",
    ]

    private static func withoutBearer(_ text: Scalars) -> Scalars {
        let word = "bearer"
        guard Substring(text.prefix(word.count)).lowercased() == word else { return text }
        let rest = text.dropFirst(word.count)
        return rest.first.map(isBlank) == true ? withoutBlanks(rest) : text
    }
}
