/// Scheme, host and port: what a key is bound to.
///
/// ```swift
/// try URLParts("https://API.ppio.com:443/openai").origin == URLParts("https://api.ppio.com").origin
/// ```
public struct Origin: Sendable, Hashable, CustomStringConvertible {
    /// `http` or `https`.
    public var scheme: String
    /// In small letters; an IPv6 address without its brackets.
    public var host: String
    /// From 1 to 65535; where none is written, the scheme's own.
    public var port: Int

    /// `https://api.ppio.com`, with the port when it is not the scheme's own.
    public var description: String { "\(scheme)://\(authority)" }

    /// `api.ppio.com`, with the port when it is not the scheme's own: what `Host` says.
    public var authority: String {
        let name = host.contains(":") ? "[\(host)]" : host
        let isUsual = port == (scheme == "https" ? 443 : 80)
        return isUsual ? name : "\(name):\(port)"
    }

    /// Whether this is the own machine by name or number: `localhost`, `127.…`, `::1`.
    ///
    /// Other spellings that a resolver may take for it (`127.1`, `0`) do not count.
    public var isLoopback: Bool {
        if host == "localhost" || host == "::1" || host == "0:0:0:0:0:0:0:1" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127"
            && parts.allSatisfy { part in
                part.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } && UInt8(part) != nil
            }
    }
}

/// The parts of an address, read strictly: what two programs could read differently is refused.
///
/// Only `http` and `https`; no user name, no fragment, no white space, control character,
/// backslash or letter beyond ASCII, no percent sign in the host.
public struct URLParts: Sendable, Hashable {
    /// Why an address is refused.
    public enum Problem: String, Error, Sendable, Hashable {
        case scheme
        case userInfo
        case character
        case host
        case port
        case fragment
    }

    /// Scheme, host and port.
    public var origin: Origin
    /// What follows host and port, the query included; empty or beginning with `/` or `?`.
    public var path: String

    /// Takes an address apart.
    public init(_ url: String) throws(Problem) {
        if url.utf8.contains(where: { $0 <= 0x20 || $0 >= 0x7F || $0 == UInt8(ascii: "\\") }) {
            throw .character
        }
        let (scheme, rest) = try Self.scheme(of: url)
        let end = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
        path = String(rest[end...])
        if path.contains("#") { throw .fragment }
        let authority = rest[..<end]
        if authority.contains("@") { throw .userInfo }
        let (host, port) = try Self.split(authority)
        origin = Origin(
            scheme: scheme,
            host: try Self.checked(host),
            port: try Self.number(port) ?? (scheme == "https" ? 443 : 80)
        )
    }

    private static func scheme(of url: String) throws(Problem) -> (String, Substring) {
        for scheme in ["http", "https"] {
            let start = "\(scheme)://"
            if url.prefix(start.count).lowercased() == start {
                return (scheme, url.dropFirst(start.count))
            }
        }
        throw .scheme
    }

    private static func split(_ authority: Substring) throws(Problem) -> (Substring, Substring?) {
        if authority.first == "[" {
            guard let end = authority.firstIndex(of: "]") else { throw .host }
            let address = authority[authority.index(after: authority.startIndex)..<end]
            guard address.contains(":") else { throw .host }
            let rest = authority[authority.index(after: end)...]
            if rest.isEmpty { return (address, nil) }
            guard rest.first == ":" else { throw .host }
            return (address, rest.dropFirst())
        }
        guard let colon = authority.firstIndex(of: ":") else { return (authority, nil) }
        return (authority[..<colon], authority[authority.index(after: colon)...])
    }

    private static func checked(_ host: Substring) throws(Problem) -> String {
        let isAddress = host.contains(":")
        let isFine = host.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."): true
            case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"): true
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "-"), UInt8(ascii: "_"):
                !isAddress
            case UInt8(ascii: ":"): isAddress
            default: false
            }
        }
        guard isFine, !host.isEmpty, !host.hasPrefix("."), !host.contains("..") else { throw .host }
        return host.lowercased()
    }

    private static func number(_ port: Substring?) throws(Problem) -> Int? {
        guard let port else { return nil }
        guard port.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let number = Int(port),
            (1...65535).contains(number)
        else { throw .port }
        return number
    }
}
