import ChatCompletions
import Words

/// Reads a body's members, and says which one is wrong and what it should be.
struct Members {
    let body: JSONValue

    /// `null` counts as not there.
    subscript(name: String) -> JSONValue? {
        guard let value = body[name], !value.isNull else { return Optional.none }
        return value
    }

    func number(
        _ name: String,
        _ range: ClosedRange<Double>
    ) throws(PracticeProblem) -> Double? {
        guard let value = self[name] else { return nil }
        guard let number = value.double else { throw wrongType(name, .aNumber) }
        guard range.contains(number) else {
            throw outside(name, number.shown, range.lowerBound.shown, range.upperBound.shown)
        }
        return number
    }

    func integer(_ name: String, _ range: ClosedRange<Int>) throws(PracticeProblem) -> Int? {
        guard let value = self[name] else { return nil }
        guard let number = value.int else { throw wrongType(name, .aWholeNumber) }
        guard range.contains(number) else {
            throw outside(name, "\(number)", "\(range.lowerBound)", "\(range.upperBound)")
        }
        return number
    }

    /// A whole number of 64 bits, with a sign or without.
    func bits(_ name: String) throws(PracticeProblem) -> UInt64? {
        if let value = self[name], let number = UInt64(value.text) { return number }
        return try integer(name, .min ... .max).map(UInt64.init(truncatingIfNeeded:))
    }

    func flag(_ name: String) throws(PracticeProblem) -> Bool? {
        guard let value = self[name] else { return nil }
        guard let flag = value.bool else { throw wrongType(name, .trueOrFalse) }
        return flag
    }

    func string(_ name: String) throws(PracticeProblem) -> String? {
        guard let value = self[name] else { return nil }
        guard let string = value.string else { throw wrongType(name, .aString) }
        return string
    }

    /// One string or several.
    func strings(_ name: String, atMost limit: Int) throws(PracticeProblem) -> [String] {
        guard let value = self[name] else { return [] }
        let strings = (value.array ?? [value]).compactMap(\.string)
        guard strings.count == value.array?.count ?? 1 else {
            throw wrongType(name, .aStringOrStrings)
        }
        guard strings.count <= limit else {
            throw .invalid(name, .tooManyStrings(name, most: limit))
        }
        guard !strings.contains("") else {
            throw .invalid(name, .emptyString(name))
        }
        return strings
    }

    func wrongType(_ name: String, _ wanted: Phrase) -> PracticeProblem {
        .invalid(name, .wrongType(name, wanted), code: "invalid_type")
    }

    private func outside(
        _ name: String,
        _ value: String,
        _ lower: String,
        _ upper: String
    ) -> PracticeProblem {
        .invalid(name, .outside(name, value, lower, upper), code: "invalid_value")
    }
}

extension Double {
    fileprivate var shown: String {
        Int(exactly: self).map(String.init) ?? description
    }
}
