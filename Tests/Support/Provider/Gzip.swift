/// Real compression for tests: what is inside cannot be read outside.
package enum Gzip {
    /// The bytes as gzip (RFC 1952) with one block of fixed codes (RFC 1951, 3.2.6).
    package static func compressed(_ bytes: [UInt8]) -> [UInt8] {
        [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + deflated(bytes) + [UInt8](repeating: 0, count: 8)
    }

    /// The bytes as deflate without any wrapping.
    package static func deflated(_ bytes: [UInt8]) -> [UInt8] {
        // The last block, of fixed codes.
        var bits: [Bool] = [true, true, false]
        for byte in bytes {
            let isShort = byte < 144
            let code = isShort ? 0x30 + Int(byte) : 0x190 + Int(byte) - 144
            bits += (0..<(isShort ? 8 : 9)).reversed().map { code >> $0 & 1 == 1 }
        }
        bits += [Bool](repeating: false, count: 7)
        return stride(from: 0, to: bits.count, by: 8).map { start in
            (start..<min(start + 8, bits.count)).reduce(0) { byte, place in
                bits[place] ? byte | 1 << UInt8(place - start) : byte
            }
        }
    }

    /// An answer with a compressed body and its right length.
    package static func answer(
        _ status: Int = 200, _ body: String, type: String = "application/json"
    ) -> [TestStep] {
        let bytes = compressed(Array(body.utf8))
        return [
            .head(
                status,
                [
                    "Content-Type: \(type)", "Content-Encoding: gzip",
                    "Content-Length: \(bytes.count)",
                ]),
            .bytes(bytes),
        ]
    }
}
