extension Secret {
    /// What this key may be in a response: itself, and what base64 makes of it wherever it begins
    /// there. How each byte of those may be written, `Spelling` knows.
    ///
    /// A key of fewer than eight bytes has none: `none` and `ollama` are placeholders, no
    /// secrets, and blotting them out would spoil answers.
    var forms: [[UInt8]] {
        let key = withBytes { Array($0) }
        guard key.count >= 8 else { return [] }
        let base64 = (0..<3).map { Self.base64(key, at: $0) }
        let forURLs = base64.map { $0.map(Self.urlSafe) }
        let all = [key] + base64 + forURLs
        return all.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
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
