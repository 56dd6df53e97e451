/// What stands for a character: a backslash before a sign, and HTML's names and numbers.
enum Escapes {
    static func isPunctuation(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x21...0x2f, 0x3a...0x40, 0x5b...0x60, 0x7b...0x7e: true
        default: false
        }
    }

    /// The character that `&…;` means, and where that ends.
    static func entity(at place: Int, in bytes: UTF8Bytes, to end: Int) -> (text: String, end: Int)?
    {
        let longest = min(end, place + 34)
        guard let stop = bytes[place..<longest].firstIndex(of: UInt8(ascii: ";")),
            stop > place + 1
        else { return nil }
        let name = String(decoding: bytes[place + 1..<stop], as: UTF8.self)
        guard let value = name.first == "#" ? number(name.dropFirst()) : Entities.named[name] else {
            return nil
        }
        return (String(scalar: value == 0 ? 0xfffd : value), stop + 1)
    }

    private static func number(_ text: Substring) -> UInt32? {
        let isHex = text.first == "x" || text.first == "X"
        let digits = isHex ? text.dropFirst() : text
        guard (1...(isHex ? 6 : 7)).contains(digits.utf8.count),
            digits.allSatisfy({ $0.isASCII && ($0.isNumber || isHex && $0.isHexDigit) })
        else { return nil }
        return UInt32(digits, radix: isHex ? 16 : 10)
    }

    /// A part of the text with what it means in place of how it is written.
    static func resolved(_ range: Range<Int>, in bytes: UTF8Bytes) -> String {
        var (text, place, start) = ("", range.lowerBound, range.lowerBound)
        func plain(to end: Int) -> String { String(decoding: bytes[start..<end], as: UTF8.self) }
        while place < range.upperBound {
            if bytes[place] == UInt8(ascii: "\\"), place + 1 < range.upperBound,
                isPunctuation(bytes[place + 1])
            {
                text += plain(to: place)
                start = place + 1
                place += 2
            } else if bytes[place] == UInt8(ascii: "&"),
                let entity = entity(at: place, in: bytes, to: range.upperBound)
            {
                text += plain(to: place) + entity.text
                (place, start) = (entity.end, entity.end)
            } else {
                place += 1
            }
        }
        return text + plain(to: range.upperBound)
    }
}
