import ChatCompletions
import TOML

/// How is an interval written? `[0, 2]`, `(0, 1]`, `[1, inf)`, and as the program itself prints
/// them: `0 to 1` where a document does not say whether the ends belong to it, `≥ 1`, `< 2`.
enum IntervalText {
    /// `nil` when the text is no interval, or one that holds nothing.
    static func read(_ text: String) -> ParameterSpec.Interval? {
        let text = text.split(separator: " ", omittingEmptySubsequences: true).joined(
            separator: " ")
        guard let interval = between(text) ?? oneSided(text) ?? unstated(text) else { return nil }
        if let lower = interval.lower?.value, let upper = interval.upper?.value, lower > upper {
            return nil
        }
        return interval
    }

    /// Brackets belong to the interval, parentheses do not.
    private static func between(_ text: String) -> ParameterSpec.Interval? {
        guard let first = text.first, let last = text.last, "[(".contains(first),
            ")]".contains(last)
        else { return nil }
        let ends = text.dropFirst().dropLast().split(
            separator: ",", omittingEmptySubsequences: false)
        guard ends.count == 2, let lower = end(ends[0]), let upper = end(ends[1]),
            lower != .infinity, upper != -.infinity
        else { return nil }
        return ParameterSpec.Interval(
            bound(lower, closed: first == "["), bound(upper, closed: last == "]"))
    }

    private static func oneSided(_ text: String) -> ParameterSpec.Interval? {
        for (sign, isLower, isClosed) in signs where text.hasPrefix(sign) {
            guard let number = end(text.dropFirst(sign.count)), number.isFinite else { return nil }
            let bound = ParameterSpec.Bound(number, closed: isClosed)
            return isLower ? .init(bound, nil) : .init(nil, bound)
        }
        return nil
    }

    private static let signs = [
        (">=", true, true), ("<=", false, true), ("≥", true, true), ("≤", false, true),
        (">", true, false), ("<", false, false),
    ]

    private static func unstated(_ text: String) -> ParameterSpec.Interval? {
        let words = text.split(separator: " ")
        guard words.count == 3, words[1] == "to", let lower = end(words[0]),
            let upper = end(words[2])
        else { return nil }
        return ParameterSpec.Interval(bound(lower, closed: nil), bound(upper, closed: nil))
    }

    private static func end(_ text: Substring) -> Double? {
        let word = text.split(separator: " ").joined(separator: " ")
        guard let content = TOMLNumber.read(word) else { return nil }
        let number = TOMLValue(content, at: TextPosition(line: 1, column: 1)).number
        return number?.isNaN == true ? nil : number
    }

    /// No bound where there is no end.
    private static func bound(_ value: Double, closed: Bool?) -> ParameterSpec.Bound? {
        value.isFinite ? ParameterSpec.Bound(value, closed: closed) : nil
    }
}
