/// Cuts text into words with their leading space, numbers, ideographs and punctuation marks.
/// The pieces put together are the text again.
package struct Tokenizer: Sendable {
    /// Ideographs that often stand together and so make one word.
    package var pairs: Set<String> = []

    package init(pairs: Set<String> = []) { self.pairs = pairs }

    package func pieces(of text: String) -> [String] {
        var pieces: [String] = []
        var rest = text.unicodeScalars[...]
        while let first = rest.first {
            let end = end(of: first, in: rest)
            pieces.append(String(rest[..<end]))
            rest = rest[end...]
        }
        return pieces
    }

    private typealias Scalars = Substring.UnicodeScalarView

    private func end(of first: Unicode.Scalar, in rest: Scalars) -> Scalars.Index {
        let second = rest.index(after: rest.startIndex)
        switch first {
        case " ": return endAfterSpace(from: second, in: rest)
        case "\n": return second
        case let ideograph where ideograph.isIdeograph: return endOfPair(from: second, in: rest)
        default: return endOfWord(from: rest.startIndex, in: rest)
        }
    }

    private func endAfterSpace(from start: Scalars.Index, in rest: Scalars) -> Scalars.Index {
        guard start < rest.endIndex else { return start }
        let next = rest[start]
        let standsAlone = next == " " || next == "\n" || next.isIdeograph
        return standsAlone ? start : endOfWord(from: start, in: rest)
    }

    private func endOfPair(from second: Scalars.Index, in rest: Scalars) -> Scalars.Index {
        guard second < rest.endIndex, rest[second].isIdeograph else { return second }
        let third = rest.index(after: second)
        return pairs.contains(String(rest[rest.startIndex..<third])) ? third : second
    }

    private func endOfWord(from start: Scalars.Index, in rest: Scalars) -> Scalars.Index {
        let first = rest[start]
        if first.isDigit { return rest.end(from: start, atMost: 3) { $0.isDigit } }
        if first.isWordLetter {
            return rest.end(from: start, atMost: 32) { $0.isWordLetter || $0.isDigit || $0 == "’" }
        }
        return rest.endOfMark(from: start)
    }
}

extension Substring.UnicodeScalarView {
    fileprivate func end(
        from start: Index,
        atMost limit: Int,
        while belongs: (Unicode.Scalar) -> Bool
    ) -> Index {
        self[start...].prefix(limit).prefix(while: belongs).endIndex
    }

    /// A mark takes what combines with it: a variation selector, a skin colour, a joined emoji.
    fileprivate func endOfMark(from start: Index) -> Index {
        var end = index(after: start)
        while end < endIndex, self[end].combines || self[index(before: end)] == "\u{200D}" {
            end = index(after: end)
        }
        return end
    }
}

extension Unicode.Scalar {
    /// Han, kana and hangul: scripts without spaces between words, or with short ones.
    var isIdeograph: Bool {
        switch value {
        case 0x3041...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
            0x20000...0x3FFFF:
            true
        default: false
        }
    }

    fileprivate var isDigit: Bool { ("0"..."9").contains(self) }

    fileprivate var isWordLetter: Bool {
        if isASCII {
            return ("a"..."z").contains(self) || ("A"..."Z").contains(self) || self == "_"
        }
        return properties.isAlphabetic && !isIdeograph
    }

    fileprivate var combines: Bool {
        !isASCII && (properties.isGraphemeExtend || properties.isEmojiModifier || value == 0x200D)
    }
}
