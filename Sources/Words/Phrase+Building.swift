extension Phrase {
    /// Each language's text, changed alike or each in its own way.
    ///
    /// - Parameter change: gets the text and the language that it is in.
    public func mapped(_ change: (String, Language) -> String) -> Phrase {
        Phrase(
            english: "\(change(english, .english))", chinese: "\(change(chinese, .chinese))")
    }

    /// With a full stop at its end, unless it has an end of its own.
    public var closed: Phrase {
        mapped { text, language in
            guard let last = text.last, !".!?。！？…".contains(last) else { return text }
            return text + (language == .english ? "." : "。")
        }
    }

    /// With a capital at its beginning, where the language has them.
    public var capitalized: Phrase {
        mapped { text, language in
            language == .english ? text.prefix(1).uppercased() + text.dropFirst() : text
        }
    }

    /// One after the other, with nothing between them.
    public static func + (left: Phrase, right: Phrase) -> Phrase {
        Phrase(english: "\(left)\(right)", chinese: "\(left)\(right)")
    }

    /// Adds to the end.
    public static func += (left: inout Phrase, right: Phrase) { left = left + right }
}

extension Sequence<Phrase> {
    /// One after the other, with the same between each two.
    public func joined(separator: Phrase) -> Phrase {
        let parts = Array(self)
        return Phrase(
            english: "\(parts.map(\.english).joined(separator: separator.english))",
            chinese: "\(parts.map(\.chinese).joined(separator: separator.chinese))")
    }

    /// One after the other, with the same between each two in every language.
    public func joined(separator: String = "") -> Phrase {
        joined(separator: Phrase(verbatim: separator))
    }

    /// All of them: `a, b and c`, `a、b 和 c`.
    public var allOfThem: Phrase { listed(last: Phrase(english: " and ", chinese: "和")) }

    /// Any of them: `a, b or c`, `a、b 或 c`.
    public var anyOfThem: Phrase { listed(last: Phrase(english: " or ", chinese: "或")) }

    /// Several sentences: English has a blank between two, Chinese has none.
    public var sentences: Phrase {
        filter { !$0.isEmpty }.joined(separator: Phrase(english: " ", chinese: ""))
    }

    private func listed(last word: Phrase) -> Phrase {
        let parts = Array(self)
        guard let last = parts.last, parts.count > 1 else { return parts.first ?? .empty }
        let others = parts.dropLast().joined(separator: Phrase(english: ", ", chinese: "、"))
        let join = Phrase(
            english: "\(word)",
            chinese: "\(others.chinese.gap)\(word)\(last.chinese.gapBefore)")
        return others + join + last
    }
}

extension String {
    /// The blank that stands between Chinese and what is not Chinese.
    fileprivate var gap: String { (last?.isASCII ?? false) ? " " : "" }
    fileprivate var gapBefore: String { (first?.isASCII ?? false) ? " " : "" }
}
