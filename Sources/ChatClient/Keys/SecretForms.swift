extension Secret {
    /// The ways in which this key may be written in a response: as it is, in a URL, with JSON's
    /// escaped slash, and in base64 wherever it begins there.
    ///
    /// A key of fewer than eight bytes has none: `none` and `ollama` are placeholders, no
    /// secrets, and blotting them out would spoil answers.
    var forms: [[UInt8]] {
        let key = withBytes { Array($0) }
        guard key.count >= 8 else { return [] }
        let base64 = (0..<3).map { Self.base64(key, at: $0) }
        let forURLs = base64.map { $0.map(Self.urlSafe) }
        let all = [key, Self.percentEncoded(key), Self.slashEscaped(key)] + base64 + forURLs
        return all.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    private static func percentEncoded(_ key: [UInt8]) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        return key.flatMap { byte -> [UInt8] in
            isUnreserved(byte)
                ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
    }

    /// RFC 3986, 2.3.
    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "-._~".utf8.contains(byte)
        }
    }

    private static func slashEscaped(_ key: [UInt8]) -> [UInt8] {
        key.flatMap { $0 == UInt8(ascii: "/") ? Array("\\/".utf8) : [$0] }
    }

    /// The characters of base64 that depend on nothing but the key, when `offset` (modulo 3)
    /// bytes of something else come before it.
    private static func base64(_ key: [UInt8], at offset: Int) -> [UInt8] {
        let alphabet = Array(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        let bytes = [UInt8](repeating: 0, count: offset) + key
        let first = (offset * 8 + 5) / 6
        return (first..<(bytes.count * 8 / 6)).map { place in
            let bit = place * 6
            let next = bit / 8 + 1 < bytes.count ? UInt16(bytes[bit / 8 + 1]) : 0
            let pair = UInt16(bytes[bit / 8]) << 8 | next
            return alphabet[Int(pair >> (10 - UInt16(bit % 8)) & 63)]
        }
    }

    private static func urlSafe(_ character: UInt8) -> UInt8 {
        switch character {
        case UInt8(ascii: "+"): UInt8(ascii: "-")
        case UInt8(ascii: "/"): UInt8(ascii: "_")
        default: character
        }
    }
}
