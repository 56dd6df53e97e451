extension JSONValue {
    /// A member's value; `nil` when this is no object or has no such member.
    ///
    /// Of two members with one name the last one counts, as in Python and JavaScript. Setting adds
    /// at the end, replaces in place or, with `nil`, removes; a value that is no object becomes one.
    public subscript(name: String) -> JSONValue? {
        get { members?.last { $0.name == name }?.value }
        set {
            var members = self.members ?? []
            let place = members.lastIndex { $0.name == name }
            switch (place, newValue) {
            case (let place?, let value?): members[place].value = value
            case (_?, nil): members.removeAll { $0.name == name }
            case (nil, let value?): members.append(Member(name, value))
            case (nil, nil): break
            }
            self = .object(members)
        }
    }

    /// An element; `nil` when this is no array or has no such place.
    public subscript(place: Int) -> JSONValue? {
        guard case .array(let elements) = self, elements.indices.contains(place) else { return nil }
        return elements[place]
    }

    /// Whether this is `null`.
    public var isNull: Bool { self == .null }

    /// The flag that this is; numbers and texts are none.
    public var bool: Bool? {
        if case .bool(let flag) = self { flag } else { nil }
    }

    /// The text of a string.
    public var string: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// The whole number that this is: `7`, and `7.0` too.
    public var int: Int? {
        switch self {
        case .integer(let number): number
        case .number(let number): Int(whole: number)
        case .spelled(let number): Int(whole: number.double)
        default: nil
        }
    }

    /// The number that this is, or the nearest one.
    public var double: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .number(let number): number
        case .spelled(let number): number.double
        default: nil
        }
    }

    /// An array's elements.
    public var array: [JSONValue]? {
        if case .array(let elements) = self { elements } else { nil }
    }

    /// An object's members in their order.
    public var members: [Member]? {
        if case .object(let members) = self { members } else { nil }
    }
}

extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByStringInterpolation,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    /// `null`.
    public init(nilLiteral: ()) { self = .null }
    /// `true` or `false`.
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    /// A whole number.
    public init(integerLiteral value: Int) { self = .integer(value) }
    /// A number.
    public init(floatLiteral value: Double) { self = .number(value) }
    /// A text.
    public init(stringLiteral value: String) { self = .string(value) }
    /// An array of values.
    public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    /// An object whose members keep this order.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(elements.map { Member($0.0, $0.1) })
    }
}

extension JSONValue {
    /// A value, or null where there is none.
    package init(_ text: String?) { self = text.map(JSONValue.string) ?? .null }
    package init(_ number: Int?) { self = number.map(JSONValue.integer) ?? .null }
    package init(_ number: Double?) { self = number.map(JSONValue.number) ?? .null }
    package init(_ flag: Bool?) { self = flag.map(JSONValue.bool) ?? .null }
}

extension Int {
    /// The number, when it is whole and fits.
    ///
    /// `Int(exactly:)` would do the same, but it needs the C mathematics library, which a program
    /// without Foundation does not link by itself.
    package init?(whole number: Double) {
        guard number >= -0x1p63, number < 0x1p63 else { return nil }
        let integer = Int(number)
        guard Double(integer) == number else { return nil }
        self = integer
    }
}

extension Int {
    /// The nearest whole number; 0 for what is none.
    package init(nearest number: Double) {
        let whole = number.rounded()
        if whole.isNaN {
            self = 0
        } else if whole >= 0x1p63 {
            self = .max
        } else {
            self = whole < -0x1p63 ? .min : Int(whole)
        }
    }
}
