/// Text on its way to the terminal's clipboard (OSC 52).
enum Clipboard {
    /// More than this some terminals cut or drop without a word.
    static let longest = 74_994

    /// The sequence that sets the clipboard, or `nil` when the text is too long for it.
    static func sequence(for text: String) -> [UInt8]? {
        let encoded = base64(Array(text.utf8))
        guard encoded.count <= longest else { return nil }
        return Array("\u{1B}]52;c;".utf8) + encoded + Array("\u{7}".utf8)
    }

    private static let digits = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8
    )

    static func base64(_ bytes: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for place in 0..<4 {
                let digit = digits[bits >> (18 - 6 * place) & 63]
                text.append(place <= group.count ? digit : UInt8(ascii: "="))
            }
        }
        return text
    }
}
