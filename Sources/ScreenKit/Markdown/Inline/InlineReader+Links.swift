/// Where a link or a picture leads.
struct LinkTarget: Hashable, Sendable {
    let address: String
    let title: String?
    /// Where the address stands in the text, if it stands beside the link.
    let source: Range<Int>?
}

/// The parts of links, all of which a definition has and an inline link some.
extension InlineReader {
    /// `[label]`, as all its spellings are compared; not an empty one.
    mutating func label() -> String? {
        guard take(UInt8(ascii: "[")) else { return nil }
        let start = place
        while place < end, bytes[place] != UInt8(ascii: "]") {
            if bytes[place] == UInt8(ascii: "[") || place - start > 999 { return nil }
            place += bytes[place] == UInt8(ascii: "\\") && place + 1 < end ? 2 : 1
        }
        let text = start..<min(place, end)
        guard take(UInt8(ascii: "]")) else { return nil }
        let label = Self.label(bytes[text])
        return label.isEmpty ? nil : label
    }

    private static func label(_ text: Slice<UTF8Bytes>) -> String {
        String(decoding: text, as: UTF8.self).lowercased().uppercased()
            .split { $0 == " " || $0 == "\t" || $0 == "\n" }.joined(separator: " ")
    }

    mutating func address() -> (text: String, source: Range<Int>)? {
        take(UInt8(ascii: "<")) ? bracketedAddress() : plainAddress()
    }

    private mutating func bracketedAddress() -> (text: String, source: Range<Int>)? {
        let start = place
        while place < end, bytes[place] != UInt8(ascii: ">") {
            if bytes[place] == UInt8(ascii: "<") || bytes[place] == 0x0a { return nil }
            place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
        }
        guard place < end else { return nil }
        place += 1
        let source = start..<place - 1
        return (Escapes.resolved(source, in: bytes), source)
    }

    private mutating func plainAddress() -> (text: String, source: Range<Int>)? {
        let start = place
        var depth = 0
        loop: while place < end {
            switch bytes[place] {
            case 0...0x20, 0x7f: break loop
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"):
                if depth == 0 { break loop }
                depth -= 1
            case UInt8(ascii: "\\"):
                if place + 1 < end, Escapes.isPunctuation(bytes[place + 1]) { place += 1 }
            default: break
            }
            place += 1
        }
        guard depth == 0, place > start else { return nil }
        return (Escapes.resolved(start..<place, in: bytes), start..<place)
    }

    mutating func title() -> String? {
        guard place < end else { return nil }
        let close: UInt8
        switch bytes[place] {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): close = bytes[place]
        case UInt8(ascii: "("): close = UInt8(ascii: ")")
        default: return nil
        }
        var stop = place + 1
        while stop < end, bytes[stop] != close {
            if close == UInt8(ascii: ")"), bytes[stop] == UInt8(ascii: "(") { return nil }
            stop += bytes[stop] == UInt8(ascii: "\\") ? 2 : 1
        }
        guard stop < end else { return nil }
        let title = Escapes.resolved(place + 1..<stop, in: bytes)
        place = stop + 1
        return title
    }
}
