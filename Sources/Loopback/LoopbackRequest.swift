/// A request as it came over a socket, byte for byte.
package struct LoopbackRequest: Sendable, Hashable {
    /// `POST /v1/chat/completions HTTP/1.1`
    package let line: String
    /// The header lines in order.
    package let headers: [String]
    /// After transfer coding.
    package let body: [UInt8]
    /// All bytes from the first of the line to the last of the body, as they came.
    package let bytes: [UInt8]

    /// The first header of a name; case does not count.
    package func value(of name: String) -> String? { Self.value(of: name, in: headers) }

    static func value(of name: String, in headers: [String]) -> String? {
        let start = name.lowercased() + ":"
        let line = headers.first { $0.lowercased().hasPrefix(start) }
        return line.map { String($0.dropFirst(start.count).drop { $0 == " " }) }
    }
}

/// Why a request is not read, or no port is had.
package enum LoopbackProblem: Error, Hashable, Sendable {
    /// The head, or the body, is longer than is taken.
    case tooLong
    /// No HTTP/1.1 request.
    case malformed
    /// The system's error number.
    case noPort(Int32)
}
