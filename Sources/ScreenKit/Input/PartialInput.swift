/// A character of UTF-8 whose bytes have not all arrived.
struct PartialCharacter: Sendable {
    let modifiers: Key.Modifiers
    private var value: UInt32
    private var missing: Int
    private var allowed: ClosedRange<UInt8> = 0x80...0xbf

    /// `nil` where the byte begins no character.
    init?(lead: UInt8, _ modifiers: Key.Modifiers) {
        self.modifiers = modifiers
        switch lead {
        case 0xc2...0xdf: (value, missing) = (UInt32(lead) & 0x1f, 1)
        case 0xe0...0xef: (value, missing) = (UInt32(lead) & 0x0f, 2)
        case 0xf0...0xf4: (value, missing) = (UInt32(lead) & 0x07, 3)
        default: return nil
        }
        // Overlong forms, surrogates and what is beyond U+10FFFF (Unicode standard, table 3-7).
        switch lead {
        case 0xe0: allowed = 0xa0...0xbf
        case 0xed: allowed = 0x80...0x9f
        case 0xf0: allowed = 0x90...0xbf
        case 0xf4: allowed = 0x80...0x8f
        default: break
        }
    }

    /// Takes the next byte; `false` where it does not belong to the character.
    mutating func append(_ byte: UInt8) -> Bool {
        guard allowed.contains(byte) else { return false }
        value = value << 6 | UInt32(byte) & 0x3f
        missing -= 1
        allowed = 0x80...0xbf
        return true
    }

    /// The character once it is complete.
    var scalar: Unicode.Scalar? { missing == 0 ? Unicode.Scalar(value) : nil }
}

/// Pasted bytes up to the sequence that ends a paste.
struct PasteBuffer: Sendable {
    private var bytes: [UInt8] = []

    /// The most bytes that one event carries.
    static let limit = 1 << 20
    private static let terminator = Array("\u{1b}[201~".utf8)

    /// Takes a byte and tells whether the paste is over.
    mutating func append(_ byte: UInt8) -> Bool {
        bytes.append(byte)
        guard byte == UInt8(ascii: "~"), bytes.suffix(6).elementsEqual(Self.terminator) else {
            return false
        }
        bytes.removeLast(6)
        return true
    }

    /// Takes the bytes that neither begin nor go on with an escape sequence, within the limit: how many.
    mutating func append(_ more: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
        guard !mayBeEnding else { return 0 }
        let text = more.prefix(Self.limit - bytes.count).prefix { $0 != 0x1b }
        bytes.append(contentsOf: text)
        return text.count
    }

    /// The text before the limit once it is reached, cut between characters.
    mutating func takeFullPart() -> String? {
        guard bytes.count >= Self.limit else { return nil }
        // What may be the beginning of a terminator, of a character or of CR LF waits.
        var end = bytes.count - Self.terminator.count
        while end > bytes.count - 12, bytes[end] & 0xc0 == 0x80 || bytes[end - 1] == 0x0d {
            end -= 1
        }
        defer { bytes.removeFirst(end) }
        return String(decoding: bytes[..<end], as: UTF8.self)
    }

    mutating func takeRest() -> String? {
        defer { bytes = [] }
        return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }

    /// The text so far; what may be the beginning of the end or of a character stays.
    mutating func takeText() -> String? {
        let end = bytes.count - waiting
        guard end > 0 else { return nil }
        defer { bytes.removeFirst(end) }
        return String(decoding: bytes[..<end], as: UTF8.self)
    }

    var holdsText: Bool { bytes.count > waiting }

    /// Whether the last bytes are the beginning of the sequence that ends a paste.
    var mayBeEnding: Bool { endingBytes > 0 }

    private var waiting: Int { max(endingBytes, unfinishedBytes) }

    private var endingBytes: Int {
        (1..<Self.terminator.count).reversed().first { count in
            count <= bytes.count && bytes.suffix(count).elementsEqual(Self.terminator.prefix(count))
        } ?? 0
    }

    /// How many bytes at the end are a character that is not whole.
    private var unfinishedBytes: Int {
        let tail = bytes.suffix(3)
        guard let start = tail.lastIndex(where: { $0 & 0xc0 != 0x80 }),
            var character = PartialCharacter(lead: bytes[start], [])
        else { return 0 }
        for byte in bytes[(start + 1)...] where !character.append(byte) { return 0 }
        return character.scalar == nil ? bytes.count - start : 0
    }
}
