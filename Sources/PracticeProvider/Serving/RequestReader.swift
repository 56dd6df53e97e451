import FlyingSocks

/// A request as it came over HTTP.
struct ReceivedRequest: Sendable {
    var method: String
    /// Without the query.
    var path: String
    var body: [UInt8]
    /// Whether the connection ends with the answer.
    var closes: Bool
}

/// Reads requests from a connection, one after the other (RFC 9112; no chunked bodies).
struct RequestReader {
    /// What cannot be read, with the status that says so.
    enum Problem: Error {
        case malformed, needsLength, tooLong

        var status: Int {
            switch self {
            case .malformed: 400
            case .needsLength: 411
            case .tooLong: 413
            }
        }
    }

    private static let longestHead = 64 << 10
    private static let longestBody = 64 << 20

    private let socket: AsyncSocket
    private var buffer: [UInt8] = []

    init(_ socket: AsyncSocket) { self.socket = socket }

    /// The next request; `nil` when the client has closed the connection.
    mutating func next() async throws -> ReceivedRequest? {
        guard let head = try await readHead() else { return nil }
        var lines = head.split(separator: "\r\n").map(String.init)[...]
        let line = (lines.popFirst() ?? "").split(separator: " ").map(String.init)
        guard line.count == 3, line[2].hasPrefix("HTTP/1.") else { throw Problem.malformed }
        let headers = Self.headers(lines)
        if headers["transfer-encoding"] != nil { throw Problem.needsLength }
        let path = line[1].split(separator: "?", omittingEmptySubsequences: false)[0]
        return ReceivedRequest(
            method: line[0],
            path: String(path),
            body: try await readBody(headers),
            closes: headers["connection"]?.lowercased() == "close" || line[2] == "HTTP/1.0"
        )
    }

    private mutating func readHead() async throws -> String? {
        while true {
            if let end = buffer.endOfHead {
                defer { buffer.removeSubrange(..<end) }
                return String(decoding: buffer[..<end], as: UTF8.self)
            }
            guard buffer.count < Self.longestHead else { throw Problem.tooLong }
            guard try await readMore() else { return nil }
        }
    }

    private mutating func readBody(_ headers: [String: String]) async throws -> [UInt8] {
        guard let text = headers["content-length"] else { return [] }
        guard let length = Int(text), length >= 0 else { throw Problem.malformed }
        guard length <= Self.longestBody else { throw Problem.tooLong }
        if headers["expect"]?.lowercased() == "100-continue" {
            try await socket.send("HTTP/1.1 100 Continue\r\n\r\n")
        }
        while buffer.count < length {
            guard try await readMore() else { throw Problem.malformed }
        }
        defer { buffer.removeFirst(length) }
        return Array(buffer[..<length])
    }

    private mutating func readMore() async throws -> Bool {
        do {
            let bytes = try await socket.read(atMost: 4096)
            buffer += bytes
            return !bytes.isEmpty
        } catch SocketError.disconnected {
            return false
        }
    }

    private static func headers(_ lines: ArraySlice<String>) -> [String: String] {
        var headers: [String: String] = [:]
        for line in lines {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let value = line[line.index(after: colon)...]
            let start = value.firstIndex { $0 != " " && $0 != "\t" } ?? value.endIndex
            headers[line[..<colon].lowercased()] = String(value[start...])
        }
        return headers
    }
}

extension [UInt8] {
    /// Where the empty line that ends a head is over.
    fileprivate var endOfHead: Int? {
        let mark: [UInt8] = [13, 10, 13, 10]
        guard count >= mark.count else { return nil }
        return (0...(count - mark.count)).first { self[$0...].starts(with: mark) }
            .map { $0 + mark.count }
    }
}
