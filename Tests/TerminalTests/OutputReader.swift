/// Reads what was sent to a terminal by a strict grammar: the few sequences that ncurses and we
/// send, characters, and nothing else.
struct OutputReader {
    /// What no rule allows, with some of what follows it.
    private(set) var strays: [String] = []
    /// The parameters of all `SGR`.
    private(set) var renditions: Set<Int> = []

    private let bytes: [UInt8]
    private var offset = 0

    static func read(_ output: [UInt8]) -> OutputReader {
        var reader = OutputReader(bytes: output)
        while reader.offset < output.count { reader.readOne() }
        return reader
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private mutating func readOne() {
        let byte = bytes[offset]
        switch byte {
        case 0x1B: readEscape()
        case 0x08, 0x0A, 0x0D: offset += 1
        case 0x20..<0x7F: offset += 1
        case 0x80...: readCharacter()
        default: stray()
        }
    }

    private mutating func stray() {
        let shown = bytes[offset..<min(offset + 16, bytes.count)]
        strays.append(String(decoding: shown, as: UTF8.self).debugDescription)
        offset += 1
    }

    private mutating func readEscape() {
        guard offset + 1 < bytes.count else { return stray() }
        switch bytes[offset + 1] {
        case UInt8(ascii: "["): readControlSequence()
        case UInt8(ascii: "7"), UInt8(ascii: "8"), UInt8(ascii: ">"), UInt8(ascii: "="),
            UInt8(ascii: "M"):
            offset += 2
        case UInt8(ascii: "(") where offset + 2 < bytes.count && bytes[offset + 2] == 0x42:
            offset += 3
        default: stray()
        }
    }

    private mutating func readControlSequence() {
        let start = offset + 2
        guard let end = bytes[start...].firstIndex(where: { (0x40...0x7E).contains($0) }) else {
            return stray()
        }
        let parameters = String(decoding: bytes[start..<end], as: UTF8.self)
        let final = Character(Unicode.Scalar(bytes[end]))
        guard isAllowed(parameters, final) else { return stray() }
        if final == "m" {
            renditions.formUnion(parameters.split { $0 == ";" || $0 == ":" }.compactMap { Int($0) })
        }
        offset = end + 1
    }

    private func isAllowed(_ parameters: String, _ final: Character) -> Bool {
        switch final {
        case "p": return parameters == "?2026$p".dropLast()
        case "n": return parameters == "6"
        case "u": return ["?", ">5", "<"].contains(parameters)
        case "t": return parameters == "22;0;0" || parameters == "23;0;0"
        case "h", "l":
            let known = [
                "?2004", "?1002", "?1006", "?1004", "?1049", "?2026", "?25", "?12", "?7", "4", "?1",
            ]
            return known.contains(parameters)
        default:
            return "ABCDGHJKLMPSTX@bdmr".contains(final)
                && parameters.allSatisfy { "0123456789;:".contains($0) }
        }
    }

    private mutating func readCharacter() {
        var decoder = UTF8()
        var rest = bytes[offset..<min(offset + 4, bytes.count)].makeIterator()
        guard case .scalarValue(let scalar) = decoder.decode(&rest) else { return stray() }
        switch scalar.value {
        case 0x80...0x9F, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF,
            0xE0000...0xE0FFF:
            stray()
        default: offset += String(scalar).utf8.count
        }
    }
}
