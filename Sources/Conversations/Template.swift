/// A text with variables in it: names in two braces, which are given values before it is sent.
///
/// ```swift
/// let template = Template("Explain {{topic}} to {{ reader }}.")
/// template.names                                              // ["topic", "reader"]
/// template.filled(with: ["topic": "熵", "reader": "a child"])  // Explain 熵 to a child.
/// ```
///
/// A name begins with a letter or `_` and has letters, digits, `_`, `-`, `.` and single blanks, at most
/// 64 characters. Anything else in braces is text, as `{{#if x}}` is. A backslash before the braces
/// makes text of a name, and is not sent; of two the second one is not sent, and the name is one.
public struct Template: Sendable, Hashable {
    /// As it was written.
    public let text: String
    private let search: Search

    /// Finds the variables of a text.
    public init(_ text: String) {
        var found = text
        self.text = text
        search = found.withUTF8 { Search(in: $0) }
    }

    /// The names in the order in which they come, each once.
    public var names: [String] { search.names }

    /// The text with values in place of the names. A name without a value stays as it was written;
    /// what a value has in braces is not filled again.
    public func filled(with values: [String: String]) -> String {
        guard !search.places.isEmpty else { return text }
        let bytes = Array(text.utf8)
        let fillings = search.spellings.map { values[$0].map { Array($0.utf8) } }
        var (filled, end) = ([UInt8](), 0)
        for place in search.places {
            let value = place.isText ? nil : fillings[place.spelling]
            let dropsBackslash = place.hasBackslash && (place.isText || value != nil)
            filled += bytes[end..<place.range.lowerBound - (dropsBackslash ? 1 : 0)]
            if let value { filled += value } else { filled += bytes[place.range] }
            end = place.range.upperBound
        }
        filled += bytes[end...]
        return String(decoding: filled, as: UTF8.self)
    }

    /// The names in a text that is at hand as bytes, each once.
    package static func names(in bytes: [UInt8]) -> [String] {
        bytes.withUnsafeBufferPointer { Search(in: $0).names }
    }
}

// MARK: Finding them

extension Template {
    fileprivate struct Place: Sendable, Hashable {
        /// Of the braces and what is between them, in the text's UTF-8.
        var range: Range<Int>
        /// Which of the spellings.
        var spelling: Int
        /// One stands before the braces, and is not sent.
        var hasBackslash: Bool
        /// It says that the braces are text.
        var isText: Bool
    }

    /// Looks at each byte twice at most, whatever braces there are, and reads a name once however often
    /// it comes.
    fileprivate struct Search: Sendable, Hashable {
        private(set) var places: [Place] = []
        /// What stands in braces, as names.
        private(set) var spellings: [String] = []

        private static let longest = 64

        init(in bytes: UnsafeBufferPointer<UInt8>) {
            var (known, offset) = (KnownNames(), 0)
            while let inside = bytes.openBraces(from: offset) {
                offset = inside
                // What begins a name stands behind the last brace of several.
                if offset < bytes.count, bytes[offset] == .openBrace {
                    offset -= 1
                    continue
                }
                guard let end = bytes.closeBraces(from: inside, within: Self.longest * 4 + 2),
                    let spelling = known.place(of: inside..<end, in: bytes, Self.name)
                else { continue }
                places.append(place(inside - 2..<end + 2, spelling, in: bytes))
                offset = end + 2
            }
            spellings = known.names
        }

        private func place(
            _ range: Range<Int>, _ spelling: Int, in bytes: UnsafeBufferPointer<UInt8>
        ) -> Place {
            let start = range.lowerBound
            let hasBackslash = start > 0 && bytes[start - 1] == .backslash
            let isDoubled = start > 1 && bytes[start - 2] == .backslash
            return Place(
                range: range, spelling: spelling, hasBackslash: hasBackslash,
                isText: hasBackslash && !isDoubled)
        }

        var names: [String] {
            var isUsed = Array(repeating: false, count: spellings.count)
            var (names, seen) = ([String](), Set<String>())
            for place in places where !place.isText && !isUsed[place.spelling] {
                isUsed[place.spelling] = true
                let name = spellings[place.spelling]
                if seen.insert(name).inserted { names.append(name) }
            }
            return names
        }

        private static func name(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
            let words = String(decoding: bytes, as: UTF8.self).split(separator: " ")
            let name = words.joined(separator: " ")
            guard let first = name.first, first.isLetter || first == "_", name.count <= longest
            else { return nil }
            let isName = name.allSatisfy { $0.isLetter || $0.isNumber || "_-. ".contains($0) }
            return isName ? name : nil
        }
    }
}

/// What was found in braces so far, by its bytes.
private struct KnownNames {
    private(set) var names: [String] = []
    private var known: [Int: (range: Range<Int>, place: Int?)] = [:]

    /// The place of a name among those that are known; `nil`: it is none.
    mutating func place(
        of range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>,
        _ read: (UnsafeBufferPointer<UInt8>) -> String?
    ) -> Int? {
        let spelling = bytes[range]
        let hash = spelling.reduce(range.count) { $0 &* 31 &+ Int($1) }
        if let (before, place) = known[hash], bytes[before].elementsEqual(spelling) { return place }
        let name = read(UnsafeBufferPointer(rebasing: spelling))
        if let name { names.append(name) }
        let place = name == nil ? nil : names.count - 1
        known[hash] = (range, place)
        return place
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// What stands behind the next two open braces.
    fileprivate func openBraces(from start: Int) -> Int? {
        var place = start
        while place + 1 < count {
            if place + 8 <= count, !mayHoldBrace(at: place) {
                place += 8
            } else if self[place] == .openBrace, self[place + 1] == .openBrace {
                return place + 2
            } else {
                place += 1
            }
        }
        return nil
    }

    /// Whether one of eight bytes is an open brace: what is left of it is zero, and borrows.
    private func mayHoldBrace(at place: Int) -> Bool {
        let raw = UnsafeRawBufferPointer(self)
        let word = raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        let rest = word ^ 0x7b7b_7b7b_7b7b_7b7b
        return (rest &- 0x0101_0101_0101_0101) & ~rest & 0x8080_8080_8080_8080 != 0
    }

    /// Where the two braces stand that close a name; `nil` where other braces or a line's end come
    /// first.
    fileprivate func closeBraces(from start: Int, within limit: Int) -> Int? {
        var place = start
        while place + 1 < Swift.min(count, start + limit) {
            switch self[place] {
            case .closeBrace: return self[place + 1] == .closeBrace ? place : nil
            case .openBrace, 0x0a: return nil
            default: place += 1
            }
        }
        return nil
    }
}

extension UInt8 {
    fileprivate static let openBrace = UInt8(ascii: "{")
    fileprivate static let closeBrace = UInt8(ascii: "}")
    fileprivate static let backslash = UInt8(ascii: "\\")
}
