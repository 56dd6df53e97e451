/// Addresses that stand in the text as they are.
enum Address {
    /// Whether a text between angle brackets begins with a scheme (CommonMark 6.5).
    static func hasScheme(_ text: Slice<UTF8Bytes>) -> Bool {
        let scheme = text.prefix { $0 != UInt8(ascii: ":") }
        guard (2...32).contains(scheme.count), scheme.count < text.count,
            let first = scheme.first, BlockStart.isLetter(first)
        else { return false }
        return scheme.allSatisfy { BlockStart.isLetterOrDigit($0) || "+.-".utf8.contains($0) }
    }

    static func isMail(_ text: Slice<UTF8Bytes>) -> Bool {
        guard let at = text.firstIndex(of: UInt8(ascii: "@")), at > text.startIndex else {
            return false
        }
        let signs = ".!#$%&'*+/=?^_`{|}~-".utf8
        guard text[..<at].allSatisfy({ BlockStart.isLetterOrDigit($0) || signs.contains($0) })
        else {
            return false
        }
        return text[(at + 1)...].split(
            separator: UInt8(ascii: "."), omittingEmptySubsequences: false
        )
        .allSatisfy(isHostPart)
    }

    private static func isHostPart(_ part: Slice<UTF8Bytes>) -> Bool {
        let hyphen = UInt8(ascii: "-")
        return (1...63).contains(part.count) && part.first != hyphen && part.last != hyphen
            && part.allSatisfy { BlockStart.isLetterOrDigit($0) || $0 == hyphen }
    }

    /// Where an address that begins here ends. It is written in ASCII: Chinese goes on behind it
    /// without a space.
    static func end(at start: Int, in bytes: UTF8Bytes) -> Int? {
        if start > 0, BlockStart.isLetterOrDigit(bytes[start - 1]) { return nil }
        let beginnings = ["https://", "http://", "www."]
        guard let begin = beginnings.first(where: { bytes[start...].starts(with: $0.utf8) }) else {
            return nil
        }
        let host = start + begin.utf8.count
        guard host < bytes.count, BlockStart.isLetterOrDigit(bytes[host]) else { return nil }
        let others = "<>\"`[]{}\\^|".utf8
        let stop =
            bytes[host...].firstIndex { $0 <= 0x20 || $0 >= 0x7f || others.contains($0) }
            ?? bytes.count
        return trimmed(start..<stop, in: bytes)
    }

    /// Without the punctuation that belongs to the sentence, and a `)` that nothing opens.
    private static func trimmed(_ range: Range<Int>, in bytes: UTF8Bytes) -> Int {
        let (open, close) = (UInt8(ascii: "("), UInt8(ascii: ")"))
        var unopened = bytes[range].reduce(0) { $0 + ($1 == close ? 1 : $1 == open ? -1 : 0) }
        var end = range.upperBound
        while end > range.lowerBound {
            let last = bytes[end - 1]
            if last == close, unopened > 0 {
                unopened -= 1
            } else if !"?!.,:;*_~'".utf8.contains(last) {
                break
            }
            end -= 1
        }
        return end
    }
}
