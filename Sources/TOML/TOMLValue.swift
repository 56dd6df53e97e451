package import ChatCompletions

/// A value of a TOML file, and where it stands.
package struct TOMLValue: Hashable, Sendable {
    package enum Content: Hashable, Sendable {
        case string(String)
        case integer(Int)
        case number(Double)
        /// A number that the other two would print otherwise than it was written.
        case spelled(SpelledNumber)
        case boolean(Bool)
        case array([TOMLValue])
        case table(TOMLTable)
    }

    package var content: Content
    package var position: TextPosition

    package init(_ content: Content, at position: TextPosition) {
        self.content = content
        self.position = position
    }
}

/// A table of a TOML file, its members in the order in which they were written.
package struct TOMLTable: Hashable, Sendable {
    /// How it came to be: it decides what may be added later (TOML 1.0, "Table").
    enum Origin: Hashable, Sendable { case implied, header, dotted, inline }

    package struct Member: Hashable, Sendable {
        package var name: String
        package var position: TextPosition
        package var value: TOMLValue
    }

    package internal(set) var members: [Member] = []
    var origin: Origin

    init(_ origin: Origin) { self.origin = origin }

    /// Whether it was written as `{ … }`.
    package var isInline: Bool { origin == .inline }

    package subscript(name: String) -> TOMLValue? {
        members.first { $0.name == name }?.value
    }

    /// The members with dotted names: `a.b = 1` without quotes made a table `a`, and is meant as
    /// `"a.b"` where names hold dots. An inline table is a value.
    package var flattened: TOMLTable {
        var flat = TOMLTable(.header)
        for member in members {
            if case .table(let inner) = member.value.content, !inner.isInline {
                flat.members += inner.flattened.members.map { $0.below(member.name) }
            } else {
                flat.members.append(member)
            }
        }
        return flat
    }
}

extension TOMLTable.Member {
    fileprivate func below(_ name: String) -> TOMLTable.Member {
        var member = self
        member.name = "\(name).\(self.name)"
        return member
    }
}
