/// A header that a provider wants besides the usual ones. Parts of its value may come from the
/// environment, so that no secret stands in a file: `Bearer ${GATEWAY_TOKEN}`.
///
/// ```swift
/// let header = try HeaderTemplate("X-Org", "${ORG}")
/// header.variables     // ["ORG"]
/// ```
public struct HeaderTemplate: Sendable, Hashable {
    /// A piece of the value.
    public enum Part: Sendable, Hashable {
        /// As it is sent.
        case text(String)
        /// The name of a variable of the environment, whose value is treated as a key is.
        case variable(String)
    }

    /// Why there can be no such header.
    public enum Problem: String, Error, Sendable, Hashable {
        case name
        case reserved
        case value
        case variable
    }

    /// The header's name.
    public let name: String
    /// The value's pieces in their order.
    public let parts: [Part]

    /// A header with its value as a person writes it.
    public init(_ name: String, _ value: String) throws(Problem) {
        guard Header.isName(name) else { throw .name }
        guard !Self.reserved.contains(name.lowercased()) else { throw .reserved }
        guard value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) else {
            throw .value
        }
        self.name = name
        parts = try Self.parts(of: value)
    }

    /// The variables that the value needs.
    public var variables: [String] {
        parts.compactMap { if case .variable(let name) = $0 { name } else { nil } }
    }

    /// The value as it was written: `${ORG}`.
    public var written: String {
        parts.map { part in
            switch part {
            case .text(let text): text
            case .variable(let name): "${\(name)}"
            }
        }.joined()
    }

    /// The header as it is shown and recorded: what comes from the environment is hidden.
    package func shown(hiding mask: String) -> Header {
        let texts = parts.map { if case .text(let text) = $0 { text } else { mask } }
        return Header(name, texts.joined())
    }

    private static func parts(of value: String) throws(Problem) -> [Part] {
        var parts: [Part] = []
        var rest = value[...]
        while let start = rest.firstRange(of: "${") {
            if start.lowerBound > rest.startIndex {
                parts.append(.text(String(rest[..<start.lowerBound])))
            }
            let name = rest[start.upperBound...].prefix { $0 != "}" }
            guard name.endIndex < rest.endIndex, isVariable(name) else { throw .variable }
            parts.append(.variable(String(name)))
            rest = rest[rest.index(after: name.endIndex)...]
        }
        if !rest.isEmpty || parts.isEmpty { parts.append(.text(String(rest))) }
        return parts
    }

    private static func isVariable(_ name: Substring) -> Bool {
        guard let first = name.utf8.first, !(0x30...0x39).contains(first) else { return false }
        return name.utf8.allSatisfy { $0 != UInt8(ascii: "-") && Header.isNameByte($0) }
    }

    private static let reserved: Set<String> = [
        "host", "content-length", "content-type", "content-encoding", "transfer-encoding",
        "accept-encoding", "connection", "keep-alive", "te", "trailer", "upgrade", "expect",
        "proxy-authorization", "proxy-connection",
    ]
}

extension Header {
    /// Whether a header may have that name (RFC 9110, 5.6.2), as far as anybody uses it.
    package static func isName(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.allSatisfy(isNameByte)
    }

    static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
        default: false
        }
    }
}
