/// Prints a body as it came: exactly into a pipe or a file; on a terminal as any other text, with
/// what could drive it made visible.
struct RawPrinter {
    private let output = StandardStream.output
    /// The beginning of a character whose rest has not come yet.
    private var begun: [UInt8] = []

    mutating func write(_ bytes: [UInt8]) throws {
        guard output.isTerminal else { return try output.write(bytes) }
        let all = begun + bytes
        begun = Array(all.suffix(all.begunCharacter))
        try output.write(String(decoding: all.dropLast(begun.count), as: UTF8.self))
    }

    /// The body has ended: what was begun is no character.
    mutating func end() throws {
        try output.write(String(decoding: begun, as: UTF8.self))
        begun = []
    }
}

extension [UInt8] {
    /// How many bytes at the end begin a character of UTF-8 that is not whole.
    fileprivate var begunCharacter: Int {
        for (place, byte) in suffix(3).reversed().enumerated() {
            switch byte {
            case 0xC2..<0xE0: return place < 1 ? place + 1 : 0
            case 0xE0..<0xF0: return place < 2 ? place + 1 : 0
            case 0xF0..<0xF5: return place < 3 ? place + 1 : 0
            case 0x80..<0xC0: continue
            default: return 0
            }
        }
        return 0
    }
}
