/// How far something stands at a place.
enum Found: Equatable {
    case not
    /// The bytes end before it does.
    case begun
    /// It ends here.
    case whole(end: Int)
}

/// The ways in which one byte of a key may be written: as it is, escaped as in JSON (`\u002d`,
/// `\/`, with more backslashes where JSON stands in JSON), as in a URL (`%2d`, `%252D`), or as in
/// a page (`&#45;`, `&#x2D;`, `&amp;`).
struct Spelling: Sendable {
    private let byte: UInt8
    private let inJSON: [UInt8]
    private let inURL: [UInt8]
    private let inPage: [[UInt8]]

    private init(_ byte: UInt8) {
        self.byte = byte
        let digits = String(byte, radix: 16)
        let hex = (digits.count < 2 ? "0" : "") + digits
        inJSON = Array("u00\(hex)".utf8)
        inURL = Array(hex.utf8)
        let name = Self.names[byte].map { ["\($0);"] } ?? []
        inPage = (name + ["#\(byte);", "#0\(byte);", "#x\(hex);", "#x00\(hex);"])
            .map { Array($0.utf8) }
    }

    static func of(_ byte: UInt8) -> Spelling { all[Int(byte)] }

    private static let all = (0...UInt8.max).map { Spelling($0) }
    private static let names: [UInt8: String] = [
        UInt8(ascii: "&"): "amp", UInt8(ascii: "<"): "lt", UInt8(ascii: ">"): "gt",
        UInt8(ascii: "\""): "quot", UInt8(ascii: "'"): "apos",
    ]
    /// What a spelling other than the byte itself begins with.
    static let beginnings = Array("\\%&".utf8)

    /// Whether the byte stands at a place, in whatever spelling.
    func find(in all: UnsafeRawBufferPointer, at place: Int) -> Found {
        guard place < all.count else { return .begun }
        let spelled: Found =
            switch all[place] {
            case UInt8(ascii: "\\"): escaped(in: all, at: place)
            case UInt8(ascii: "%"):
                Self.after("25", in: all, at: place + 1) { Self.find(inURL, in: all, at: $0) }
            case UInt8(ascii: "&"):
                Self.after("amp;", in: all, at: place + 1) { place in
                    Self.best(inPage.map { Self.find($0, in: all, at: place) })
                }
            default: .not
            }
        return all[place] == byte && spelled == .not ? .whole(end: place + 1) : spelled
    }

    private func escaped(in all: UnsafeRawBufferPointer, at start: Int) -> Found {
        var place = start
        let last = min(all.count, start + 8)
        while place < last, all[place] == UInt8(ascii: "\\") { place += 1 }
        guard place < all.count else { return .begun }
        let code = Self.find(inJSON, in: all, at: place)
        return code == .not && all[place] == byte ? .whole(end: place + 1) : code
    }

    /// Looks behind any number of repeats, since what was escaped once may be escaped again.
    private static func after(
        _ text: StaticString, in all: UnsafeRawBufferPointer, at start: Int,
        _ look: (Int) -> Found
    ) -> Found {
        let again = text.withUTF8Buffer { Array($0) }
        var place = start
        for _ in 0..<8 {
            let found = look(place)
            if found != .not { return found }
            let more = find(again, in: all, at: place)
            guard case .whole(let end) = more else { return more }
            place = end
        }
        return .not
    }

    private static func best(_ all: [Found]) -> Found {
        all.first { if case .whole = $0 { true } else { false } }
            ?? (all.contains(.begun) ? .begun : .not)
    }

    /// Compares without regard to the case of letters: these are digits and names.
    private static func find(
        _ text: [UInt8], in all: UnsafeRawBufferPointer, at start: Int
    ) -> Found {
        var place = start
        for byte in text {
            guard place < all.count else { return .begun }
            guard all[place] == byte || all[place] | 0x20 == byte && byte >= 0x61 else {
                return .not
            }
            place += 1
        }
        return .whole(end: place)
    }
}
