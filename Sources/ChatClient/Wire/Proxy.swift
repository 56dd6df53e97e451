internal import ChatCompletions
internal import Glibc

/// The proxy between this machine and an address, if there is one.
///
/// Fader decides it itself, by libcurl's own rules, and tells libcurl: so what is shown is what is
/// used.
struct Proxy: Equatable, Sendable {
    /// As libcurl takes it, a user name and a password included.
    let address: String

    /// The proxy that an environment names for an address (curl's manual, "Environment").
    ///
    /// `http_proxy` counts in small letters only: a CGI script has a header `Proxy` as `HTTP_PROXY`.
    init?(for origin: Origin, in environment: [String: String]) {
        if origin.isLoopback || Self.isExempt(origin.host, in: environment) { return nil }
        let own = "\(origin.scheme)_proxy"
        let names =
            [own] + (origin.isEncrypted ? [own.uppercased()] : []) + ["all_proxy", "ALL_PROXY"]
        let address = names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        guard let address else { return nil }
        self.address = address
    }

    /// A proxy that was named for the client.
    init?(_ address: String, for origin: Origin) {
        if address.isEmpty || origin.isLoopback { return nil }
        self.address = address
    }

    /// The address without what only the proxy may know: `http://proxy.example:3128`.
    var shown: String {
        let scheme = address.firstRange(of: "://")
        let start = scheme?.upperBound ?? address.startIndex
        let end = address[start...].firstIndex { "/?#".contains($0) } ?? address.endIndex
        let host = address[start..<end].split(separator: "@", omittingEmptySubsequences: false).last
        return (scheme.map { String(address[..<$0.upperBound]) } ?? "http://") + (host ?? "")
    }

    private static func isExempt(_ host: String, in environment: [String: String]) -> Bool {
        // As curl has it, an empty variable is none.
        let lists = ["no_proxy", "NO_PROXY"].lazy.compactMap { environment[$0] }
        guard let list = lists.first(where: { !$0.isEmpty }) else { return false }
        if list == "*" { return true }
        return list.split { $0 == "," || $0 == " " || $0 == "\t" }.contains { rule in
            exempts(rule.lowercased(), host)
        }
    }

    /// A name stands for itself and for what is below it, `10.0.0.0/8` for a part of the numbers.
    private static func exempts(_ rule: String, _ host: String) -> Bool {
        if let address = IPNumber(host) {
            let parts = rule.split(separator: "/", maxSplits: 1)
            guard let first = parts.first, let network = IPNumber(unbracketed(String(first)))
            else { return false }
            let bits = parts.count > 1 ? Int(parts[1]) : network.bytes.count * 8
            return bits.map { address.isIn(network, bits: $0) } ?? false
        }
        let name = trimmed(rule)
        return !name.isEmpty && (trimmed(host) == name || trimmed(host).hasSuffix("." + name))
    }

    private static func trimmed(_ name: String) -> String {
        let name = name.hasPrefix(".") ? String(name.dropFirst()) : name
        return name.hasSuffix(".") ? String(name.dropLast()) : name
    }

    private static func unbracketed(_ text: String) -> String {
        text.hasPrefix("[") && text.hasSuffix("]") ? String(text.dropFirst().dropLast()) : text
    }
}

/// An address of version 4 or 6, as bytes.
private struct IPNumber {
    let bytes: [UInt8]

    init?(_ text: String) {
        var storage = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET, text, &storage) == 1 {
            bytes = Array(storage[..<4])
        } else if inet_pton(AF_INET6, text, &storage) == 1 {
            bytes = storage
        } else {
            return nil
        }
    }

    /// Whether the first bits are those of the network.
    func isIn(_ network: IPNumber, bits: Int) -> Bool {
        guard bytes.count == network.bytes.count, (0...bytes.count * 8).contains(bits) else {
            return false
        }
        return (0..<bits).allSatisfy { bit in
            let mask = UInt8(0x80) >> UInt8(bit % 8)
            return bytes[bit / 8] & mask == network.bytes[bit / 8] & mask
        }
    }
}
