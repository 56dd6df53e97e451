extension JSONValue {
    /// The value as compact JSON text: no spaces, members in their order.
    ///
    /// Numbers are printed as they were read, others as short as they can be read back: `0.7`,
    /// `1.0`. A number that is not finite, which JSON cannot hold, prints as `null`.
    public var text: String {
        var printer = JSONPrinter(indents: false)
        // A buffer that grows by doubling ends up twice as large as a long text.
        let bytes = textBytes
        if bytes > 1 << 16 { printer.text.reserveCapacity(bytes + bytes / 16) }
        printer.print(self, level: 0)
        return printer.text
    }

    /// The bytes of all its texts, without what escapes add.
    private var textBytes: Int {
        switch self {
        case .string(let string): string.utf8.count
        case .array(let elements): elements.reduce(0) { $0 + $1.textBytes }
        case .object(let members):
            members.reduce(0) { $0 + $1.name.utf8.count + $1.value.textBytes }
        case .null, .bool, .integer, .number, .spelled: 0
        }
    }

    /// The value as JSON text for reading: two spaces for each level, one member a line.
    public var pretty: String { pretty(within: 0) }

    /// The same as it stands within so many arrays and objects; its first line is not indented.
    package func pretty(within level: Int) -> String {
        var printer = JSONPrinter(indents: true)
        printer.print(self, level: level)
        return printer.text
    }
}

private struct JSONPrinter {
    let indents: Bool
    var text = ""

    mutating func print(_ value: JSONValue, level: Int) {
        switch value {
        case .null: text += "null"
        case .bool(let flag): text += flag ? "true" : "false"
        case .integer(let number): text += String(number)
        case .number(let number): text += number.isFinite ? number.description : "null"
        case .spelled(let number): text += number.text
        case .string(let string): print(string)
        case .array(let elements): print(elements, level: level)
        case .object(let members): print(members, level: level)
        }
    }

    private mutating func print(_ elements: [JSONValue], level: Int) {
        list("[", elements, "]", level: level) { printer, element in
            printer.print(element, level: level + 1)
        }
    }

    private mutating func print(_ members: [JSONValue.Member], level: Int) {
        list("{", members, "}", level: level) { printer, member in
            printer.print(member.name)
            printer.text += printer.indents ? ": " : ":"
            printer.print(member.value, level: level + 1)
        }
    }

    private mutating func list<Item>(
        _ opening: String,
        _ items: [Item],
        _ closing: String,
        level: Int,
        printItem: (inout Self, Item) -> Void
    ) {
        text += opening
        for (place, item) in items.enumerated() {
            if place > 0 { text += "," }
            breakLine(level: level + 1)
            printItem(&self, item)
        }
        if !items.isEmpty { breakLine(level: level) }
        text += closing
    }

    private mutating func breakLine(level: Int) {
        guard indents else { return }
        text += "\n"
        for _ in 0..<level { text += "  " }
    }

    /// Texts are long and seldom need an escape, so what stands between escapes is copied whole.
    private mutating func print(_ string: String) {
        text += "\""
        var plain = string.startIndex
        for place in string.utf8.indices {
            guard let escape = Self.escape(string.utf8[place]) else { continue }
            text += string[plain..<place]
            text += escape
            plain = string.utf8.index(after: place)
        }
        text += string[plain...]
        text += "\""
    }

    private static func escape(_ byte: UInt8) -> String? {
        if byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") { return nil }
        switch byte {
        case UInt8(ascii: "\""): return "\\\""
        case UInt8(ascii: "\\"): return "\\\\"
        case UInt8(ascii: "\n"): return "\\n"
        case UInt8(ascii: "\r"): return "\\r"
        case UInt8(ascii: "\t"): return "\\t"
        case 0x08: return "\\b"
        case 0x0C: return "\\f"
        default: return "\\u00" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16)
        }
    }
}
