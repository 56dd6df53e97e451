/// A gzip body of at most half a megabyte that becomes some hundred times as much.
package enum Bomb: CaseIterable, Sendable {
    case blanks, page, text, document, tinyEvents, comments

    /// What is repeated.
    private var start: String {
        switch self {
        case .blanks: "\n"
        case .page: "<p>"
        case .text: "a"
        case .document: "[0,0,"
        case .tinyEvents: "data:\n\n"
        case .comments: ":\n"
        }
    }

    /// These count as signs of life.
    private var isOfEvents: Bool { self == .tinyEvents || self == .comments }

    /// How often 258 bytes of it come again.
    private var repeats: Int { isOfEvents ? 3000 : 300_000 }

    /// What the failure is called.
    package var kind: String { isOfEvents ? "truncated" : "malformed" }

    private var compressed: [UInt8] {
        var bits = BitWriter()
        // One last block with the fixed codes (RFC 1951, 3.2.6).
        bits.add(0b011, count: 3)
        for byte in start.utf8 { bits.add(code: 0x30 + Int(byte), count: 8) }
        let (distance, extra) = Self.distance(start.utf8.count)
        for _ in 0..<repeats {
            bits.add(code: 0b1100_0101, count: 8)
            bits.add(code: distance, count: 5)
            bits.add(0, count: extra)
        }
        bits.add(code: 0, count: 7)
        return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + bits.bytes + [UInt8](repeating: 0, count: 8)
    }

    /// A server that answers with it.
    package var script: [TestStep] {
        let head = [
            "Content-Type: text/event-stream", "Content-Encoding: gzip", "Connection: close",
        ]
        return [.head(200, head), .bytes(compressed), .close]
    }

    private static func distance(_ length: Int) -> (code: Int, extra: Int) {
        length <= 4 ? (length - 1, 0) : length <= 6 ? (4, 1) : (5, 1)
    }
}

/// Bits in deflate's order.
private struct BitWriter {
    var bytes: [UInt8] = []
    private var free = 0

    mutating func add(_ value: Int, count: Int) {
        for place in 0..<count { add(bit: value >> place & 1) }
    }

    /// A Huffman code goes in from its highest bit.
    mutating func add(code: Int, count: Int) {
        for place in (0..<count).reversed() { add(bit: code >> place & 1) }
    }

    private mutating func add(bit: Int) {
        if free == 0 {
            bytes.append(0)
            free = 8
        }
        bytes[bytes.count - 1] |= UInt8(bit << (8 - free))
        free -= 1
    }
}
