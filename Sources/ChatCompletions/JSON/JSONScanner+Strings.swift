/// Halves of a surrogate pair at the ends of a text, whose other halves may be in another chunk.
struct Halves: Sendable, Hashable {
    /// A low half that the text begins with.
    var head: UInt16?
    /// A high half that the text ends with.
    var tail: UInt16?

    var isEmpty: Bool { head == nil && tail == nil }
}

extension JSONScanner {
    /// A string as it stands in the text, between its quotes.
    struct RawString {
        var range: Range<Int>
        var hasEscapes: Bool
    }

    /// Steps over a string, checking it.
    @inline(__always)
    mutating func rawString() throws(Fault) -> RawString {
        guard peek() == UInt8(ascii: "\"") else { throw fault(.unexpectedByte) }
        offset += 1
        let start = offset
        var hasEscapes = false
        while true {
            offset = bytes.stringStop(from: offset)
            guard offset < bytes.count else { break }
            let byte = bytes[offset]
            if byte == UInt8(ascii: "\"") {
                offset += 1
                endValue()
                return RawString(range: start..<(offset - 1), hasEscapes: hasEscapes)
            }
            guard byte == UInt8(ascii: "\\") else { throw fault(.controlCharacter) }
            hasEscapes = true
            try skipEscape()
        }
        throw fault(.unexpectedEnd)
    }

    private mutating func skipEscape() throws(Fault) {
        guard offset + 1 < bytes.count else {
            throw Fault(kind: .unexpectedEnd, offset: bytes.count)
        }
        switch bytes[offset + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
            UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            offset += 2
        case UInt8(ascii: "u"):
            for place in (offset + 2)..<(offset + 6) {
                guard place < bytes.count else {
                    throw Fault(kind: .unexpectedEnd, offset: bytes.count)
                }
                if hexDigit(bytes[place]) == nil { throw fault(.badEscape) }
            }
            offset += 6
        default: throw fault(.badEscape)
        }
    }

    /// Strictly, half a surrogate pair is no text.
    func checked(_ raw: RawString) throws(Fault) -> RawString {
        guard keepsAll, raw.hasEscapes, hasLoneHalf(raw) else { return raw }
        throw Fault(kind: .badEscape, offset: raw.range.lowerBound)
    }

    private func hasLoneHalf(_ raw: RawString) -> Bool {
        var place = raw.range.lowerBound
        var isAfterHigh = false
        while place < raw.range.upperBound {
            let isEscape = bytes[place] == UInt8(ascii: "\\")
            let isUnit = isEscape && bytes[place + 1] == UInt8(ascii: "u")
            let unit = isUnit ? codeUnit(at: place + 2) : 0
            if isAfterHigh != (0xDC00..<0xE000).contains(unit) { return true }
            isAfterHigh = (0xD800..<0xDC00).contains(unit)
            place += isUnit ? 6 : isEscape ? 2 : 1
        }
        return isAfterHigh
    }

    /// The text of a string; a broken UTF-8 sequence or a lone half becomes U+FFFD.
    @inline(__always)
    func text(_ raw: RawString) -> String {
        raw.hasEscapes ? text(raw, halves: nil).0 : plainText(raw.range)
    }

    /// The text of a string without the halves that it begins and ends with.
    func textAndHalves(_ raw: RawString) -> (String, Halves) {
        raw.hasEscapes ? text(raw, halves: Halves()) : (plainText(raw.range), Halves())
    }

    @inline(__always)
    private func plainText(_ range: Range<Int>) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    }

    private func text(_ raw: RawString, halves wanted: Halves?) -> (String, Halves) {
        var units = EscapedText(keepsHalves: wanted != nil)
        units.bytes.reserveCapacity(raw.range.count)
        var place = raw.range.lowerBound
        while place < raw.range.upperBound {
            guard bytes[place] == UInt8(ascii: "\\") else {
                units.add(byte: bytes[place])
                place += 1
                continue
            }
            if bytes[place + 1] == UInt8(ascii: "u") {
                units.add(unit: codeUnit(at: place + 2))
                place += 6
            } else {
                units.add(byte: Self.unescaped(bytes[place + 1]))
                place += 2
            }
        }
        return units.finish()
    }

    private func codeUnit(at place: Int) -> UInt16 {
        bytes[place..<(place + 4)].reduce(0) { $0 << 4 | UInt16(hexDigit($1) ?? 0) }
    }

    private func hexDigit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    private static func unescaped(_ byte: UInt8) -> UInt8 {
        switch byte {
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        default: byte
        }
    }
}

/// Gathers the bytes of a string with escapes, joining the halves of surrogate pairs.
private struct EscapedText {
    var bytes: [UInt8] = []
    private let keepsHalves: Bool
    private var halves = Halves()
    private var high: UInt16?
    private var isAtStart = true

    init(keepsHalves: Bool) { self.keepsHalves = keepsHalves }

    mutating func add(byte: UInt8) {
        settle()
        bytes.append(byte)
        isAtStart = false
    }

    mutating func add(unit: UInt16) {
        switch unit {
        case 0xD800..<0xDC00:
            settle()
            high = unit
        case 0xDC00..<0xE000: addLow(unit)
        default:
            settle()
            append(Unicode.Scalar(unit))
        }
        isAtStart = false
    }

    private mutating func addLow(_ low: UInt16) {
        if let high {
            self.high = nil
            append(Unicode.Scalar(joining: high, low))
        } else if isAtStart, keepsHalves {
            halves.head = low
        } else {
            append(nil)
        }
    }

    /// A high half that nothing followed is no character.
    private mutating func settle() {
        if high != nil {
            high = nil
            append(nil)
        }
    }

    private mutating func append(_ scalar: Unicode.Scalar?) {
        bytes.append(
            contentsOf: UTF8.encode(scalar ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter)
    }

    mutating func finish() -> (String, Halves) {
        if keepsHalves { halves.tail = high } else { settle() }
        return (String(decoding: bytes, as: UTF8.self), halves)
    }
}

extension Unicode.Scalar {
    /// The character that the two halves of a surrogate pair make.
    init?(joining high: UInt16, _ low: UInt16) {
        let top = (UInt32(high) - 0xD800) << 10
        let bottom = UInt32(low) - 0xDC00
        self.init(0x10000 + top + bottom)
    }
}
