import ChatCompletions

/// How are numbers written? (TOML 1.0, "Integer" and "Float".)
enum TOMLNumber {
    /// `nil` when the word is no number, or one that does not fit.
    static func read(_ word: String) -> TOMLValue.Content? {
        let bytes = Array(word.utf8)
        let unsigned = bytes.first == 0x2B || bytes.first == 0x2D ? bytes.dropFirst() : bytes[...]
        guard hasGoodUnderscores(unsigned) else { return nil }
        let plain = String(decoding: bytes.filter { $0 != 0x5F }, as: UTF8.self)
        if let value = special(plain) { return .number(value) }
        if let value = prefixed(plain) { return value }
        let digits = unsigned.filter { $0 != 0x5F }
        guard let first = digits.first, Ascii.isDigit(first) else { return nil }
        guard !(first == 0x30 && digits.dropFirst().first.map(Ascii.isDigit) == true) else {
            return nil
        }
        guard digits.allSatisfy(Ascii.isDigit) || isDecimal(digits) else { return nil }
        return content(plain)
    }

    /// The number with its spelling; JSON writes no plus before it.
    private static func content(_ word: String) -> TOMLValue.Content? {
        switch JSONValue(number: word.hasPrefix("+") ? String(word.dropFirst()) : word) {
        case .integer(let number): .integer(number)
        case .number(let number): .number(number)
        case .spelled(let number): .spelled(number)
        default: nil
        }
    }

    static func looksLikeNumber(_ word: String) -> Bool {
        word.utf8.first { $0 != 0x2B && $0 != 0x2D }.map(Ascii.isDigit) ?? false
    }

    /// `1979-05-27`, `07:32:00`, and what they make together.
    static func looksLikeDate(_ word: String) -> Bool {
        let bytes = Array(word.utf8)
        guard bytes.count > 4, Ascii.isDigit(bytes[0]) else { return false }
        return bytes[2] == 0x3A || (bytes[4] == 0x2D && bytes[..<4].allSatisfy(Ascii.isDigit))
    }

    private static func special(_ word: String) -> Double? {
        switch word {
        case "inf", "+inf": .infinity
        case "-inf": -.infinity
        case "nan", "+nan", "-nan": .nan
        default: nil
        }
    }

    private static func prefixed(_ word: String) -> TOMLValue.Content? {
        let radixes = ["0x": 16, "0o": 8, "0b": 2]
        guard let radix = radixes[String(word.prefix(2))] else { return nil }
        let digits = word.dropFirst(2)
        guard let first = digits.utf8.first, first != 0x2B, first != 0x2D else { return nil }
        return UInt64(digits, radix: radix).flatMap { content(String($0)) }
    }

    /// Digits on both sides of the point; what is after `e` is an integer.
    private static func isDecimal(_ digits: [UInt8]) -> Bool {
        let halves = digits.split(
            maxSplits: 1,
            omittingEmptySubsequences: false,
            whereSeparator: { $0 | 0x20 == UInt8(ascii: "e") }
        )
        let mantissa = halves[0].split(separator: 0x2E, omittingEmptySubsequences: false)
        guard mantissa.count <= 2, mantissa.allSatisfy(isDigits) else { return false }
        if halves.count == 2 {
            let exponent = halves[1]
            let signed = exponent.first == 0x2B || exponent.first == 0x2D
            return isDigits(signed ? exponent.dropFirst() : exponent)
        }
        return true
    }

    private static func isDigits(_ bytes: ArraySlice<UInt8>) -> Bool {
        !bytes.isEmpty && bytes.allSatisfy(Ascii.isDigit)
    }

    /// An underscore stands between two digits.
    private static func hasGoodUnderscores(_ bytes: ArraySlice<UInt8>) -> Bool {
        zip(bytes.indices, bytes).allSatisfy { index, byte in
            guard byte == 0x5F else { return true }
            guard index > bytes.startIndex, index + 1 < bytes.endIndex else { return false }
            return [bytes[index - 1], bytes[index + 1]].allSatisfy {
                Ascii.isDigit($0) || Ascii.isLetter($0)
            }
        }
    }
}
