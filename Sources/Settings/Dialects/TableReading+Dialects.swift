package import ChatCompletions
package import TOML

/// More kinds of members, for what a dialect says.
extension TableReading {
    mutating func boolean(_ name: String) -> Bool? {
        guard let value = value(name) else { return nil }
        if case .boolean(let flag) = value.content { return flag }
        complain(.flagWanted(name, not: value), at: value.position)
        return nil
    }

    /// A whole number from 1.
    mutating func count(_ name: String) -> Int? {
        guard let value = value(name) else { return nil }
        if case .integer(let number) = value.content, number > 0 { return number }
        complain(.countWanted(name), at: value.position)
        return nil
    }

    /// A finite number.
    mutating func number(_ name: String) -> Double? {
        guard let value = value(name) else { return nil }
        if let number = value.number, number.isFinite { return number }
        complain(.numberWanted(name), at: value.position)
        return nil
    }

    /// One of the words of an enumeration.
    mutating func word<Word: RawRepresentable & CaseIterable>(
        _ name: String, as type: Word.Type
    ) -> Word? where Word.RawValue == String {
        guard let value = value(name) else { return nil }
        if case .string(let text) = value.content, let word = Word(rawValue: text) { return word }
        complainOfWord(name, type, at: value.position)
        return nil
    }

    /// A list of words of an enumeration; one alone counts as a list of one.
    mutating func words<Word: RawRepresentable & CaseIterable>(
        _ name: String, as type: Word.Type
    ) -> [Word]? where Word.RawValue == String {
        guard let texts = placedTexts(name) else { return nil }
        var words: [Word] = []
        for text in texts {
            if let word = Word(rawValue: text.text) {
                words.append(word)
            } else {
                complainOfWord(name, type, at: text.position)
            }
        }
        return words
    }

    private mutating func complainOfWord<Word: RawRepresentable & CaseIterable>(
        _ name: String, _ type: Word.Type, at position: TextPosition
    ) where Word.RawValue == String {
        complain(.oneOf(Word.allCases.map(\.rawValue), name), at: position)
    }

    /// A text, or `false` for none.
    mutating func textOrNone(_ name: String) -> String?? {
        if case .boolean(false)? = table[name]?.content {
            _ = value(name)
            return .some(nil)
        }
        return string(name).map(Optional.some)
    }

    /// Texts with their places; one alone counts as a list of one.
    mutating func placedTexts(_ name: String) -> [PlacedText]? {
        guard let value = value(name) else { return nil }
        guard let texts = value.elements.map({ $0.compactMap(\.placedText) }),
            texts.count == value.elements?.count
        else {
            complain(.textsWanted(name), at: value.position)
            return nil
        }
        return texts
    }

    /// `"(0, 1]"`.
    mutating func interval(_ name: String) -> ParameterSpec.Interval? {
        guard let value = value(name) else { return nil }
        if case .string(let text) = value.content, let interval = IntervalText.read(text) {
            return interval
        }
        complain(
            .intervalWanted(name),
            at: value.position)
        return nil
    }

    /// Any value as JSON.
    mutating func json(_ name: String) -> JSONValue? {
        guard let value = value(name) else { return nil }
        if let json = value.json { return json }
        complain(.noInfinity, at: value.position)
        return nil
    }

    /// A table as the members of a JSON object.
    mutating func members(_ name: String) -> [JSONValue.Member]? {
        guard let value = value(name) else { return nil }
        if let members = value.json?.members { return members }
        complain(.membersWanted(name), at: value.position)
        return nil
    }
}

extension TOMLValue {
    var number: Double? {
        switch content {
        case .integer(let number): Double(number)
        case .number(let number): number
        case .spelled(let number): number.double
        default: nil
        }
    }

    /// A list's values; one value alone counts as a list of one.
    fileprivate var elements: [TOMLValue]? {
        switch content {
        case .array(let values): values
        case .string: [self]
        default: nil
        }
    }

    fileprivate var placedText: PlacedText? {
        guard case .string(let text) = content else { return nil }
        return PlacedText(text: text, position: position)
    }

    /// The same as JSON; `nil` where a number has no end.
    package var json: JSONValue? {
        switch content {
        case .string(let text): return .string(text)
        case .integer(let number): return .integer(number)
        case .number(let number): return number.isFinite ? .number(number) : nil
        case .spelled(let number): return .spelled(number)
        case .boolean(let flag): return .bool(flag)
        case .array(let values):
            let elements = values.compactMap(\.json)
            return elements.count == values.count ? .array(elements) : nil
        case .table(let table):
            let members = table.members.compactMap { member in
                member.value.json.map { JSONValue.Member(member.name, $0) }
            }
            return members.count == table.members.count ? .object(members) : nil
        }
    }
}
