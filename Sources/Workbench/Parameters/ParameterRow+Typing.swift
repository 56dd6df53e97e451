import ChatCompletions
import ScreenKit
import Words

/// Why a typed value cannot be taken.
struct TypedValueProblem: Error {
    var sentence: Phrase
}

extension ParameterRow {
    /// Where a slider that is not set starts from: the documented default, else its middle.
    func startingValue(of scale: ParameterSpec.Slider) -> Double {
        restingValue
            ?? slider(scale).snapped((scale.bounds.lowerBound + scale.bounds.upperBound) / 2)
    }

    func editText(_ value: JSONValue) -> String {
        if case .string(let text) = value, !isStrings { return text }
        return value.text
    }

    private var isStrings: Bool {
        if case .strings = spec.kind { true } else { false }
    }

    func value(typed text: String) -> Result<JSONValue?, TypedValueProblem> {
        let trimmed = text.trimmingBlanks
        if trimmed.isEmpty { return .success(nil) }
        switch spec.kind {
        case .number:
            if let number = number(typed: trimmed) { return .success(number) }
            return .failure(.init(sentence: .takesNumber(name)))
        case .integer:
            if let number = number(typed: trimmed), number.isWhole { return .success(number) }
            return .failure(.init(sentence: .takesWholeNumber(name)))
        case .strings: return .success(strings(typed: text))
        case .boolean, .choice, .text:
            return .success((try? JSONValue(written: trimmed)) ?? .string(trimmed))
        case .json:
            if let value = try? JSONValue(written: trimmed) { return .success(value) }
            return .failure(.init(sentence: .takesJSON(name)))
        }
    }

    /// As it was written, where JSON can write it so: `.5` and `+1` are what they amount to.
    private func number(typed text: String) -> JSONValue? {
        if let number = JSONValue(number: text) { return number }
        if let number = Int(text) { return .integer(number) }
        return Double(text).flatMap { $0.isFinite ? .number($0) : nil }
    }

    /// JSON strings with commas between them, or an array of them; anything else is one string as typed.
    private func strings(typed text: String) -> JSONValue {
        let trimmed = text.trimmingBlanks
        for candidate in [trimmed, "[" + trimmed + "]"] {
            guard let value = try? JSONValue(written: candidate) else { continue }
            if value.string != nil { return value }
            if let items = value.array, items.allSatisfy({ $0.string != nil }) {
                return items.count == 1 ? items[0] : value
            }
        }
        return .string(text)
    }
}

extension String {
    var trimmingBlanks: String {
        var part = self[...]
        while part.first?.isWhitespace == true { part.removeFirst() }
        while part.last?.isWhitespace == true { part.removeLast() }
        return String(part)
    }
}
