import Words

/// A reader's finger in a text: where it points, and at which line and column that is.
struct TextCursor {
    private let bytes: [UInt8]
    private var index = 0
    private(set) var position = TextPosition(line: 1, column: 1)

    init(_ text: String) {
        bytes = Array(text.utf8)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    }

    /// The byte under the finger; `nil` at the end.
    var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

    /// The character under the finger as a complaint shows it.
    var shown: Phrase {
        guard let byte else { return .endOfFile }
        if byte == Ascii.newline || byte == Ascii.return { return .endOfLine }
        if byte < 0x20 || byte == 0x7F { return .controlCharacter }
        let scalar = String(decoding: bytes[index...].prefix(4), as: UTF8.self).unicodeScalars.first
        return .character(scalar.map { String($0) } ?? "?")
    }

    func looks(at text: StaticString) -> Bool {
        text.withUTF8Buffer { wanted in
            bytes[index...].prefix(wanted.count).elementsEqual(wanted)
        }
    }

    mutating func advance() {
        guard let byte else { return }
        index += 1
        if byte == Ascii.newline {
            position = TextPosition(line: position.line + 1, column: 1)
        } else if byte & 0xC0 != 0x80 {
            position.column += 1
        }
    }

    mutating func take() -> UInt8? {
        let taken = byte
        advance()
        return taken
    }

    mutating func skip(_ text: StaticString) -> Bool {
        guard looks(at: text) else { return false }
        for _ in 0..<text.utf8CodeUnitCount { advance() }
        return true
    }

    mutating func skipBlanks() {
        while let byte, byte == Ascii.space || byte == Ascii.tab { advance() }
    }

    mutating func take(while isWanted: (UInt8) -> Bool) -> String {
        let start = index
        while let byte, isWanted(byte) { advance() }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }
}

/// The ASCII that TOML is made of.
enum Ascii {
    static let tab = UInt8(ascii: "\t")
    static let newline = UInt8(ascii: "\n")
    static let `return` = UInt8(ascii: "\r")
    static let space = UInt8(ascii: " ")
    static let quote = UInt8(ascii: "\"")
    static let apostrophe = UInt8(ascii: "'")
    static let backslash = UInt8(ascii: "\\")

    static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    static func isLetter(_ byte: UInt8) -> Bool {
        let lower = byte | 0x20
        return lower >= 0x61 && lower <= 0x7A
    }

    /// What a key without quotes may hold (TOML 1.0, "Keys").
    static func isBareKey(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte) || byte == 0x2D || byte == 0x5F
    }

    /// Control characters stand in no string and no comment (TOML 1.0, "Comment"); the tab does.
    static func isForbidden(_ byte: UInt8) -> Bool {
        (byte < 0x20 && byte != tab) || byte == 0x7F
    }
}
