/// Bytes of a connection to requests (RFC 9112), however they are cut.
///
/// ```swift
/// reader.feed(bytes)
/// while let request = try reader.next() { … }
/// ```
package struct RequestReader: Sendable {
    private var bytes: [UInt8] = []
    /// The request of which the head has come.
    private var open: Open?
    private let mostHead: Int
    private let mostBody: Int

    private struct Open {
        var line: String
        var headers: [String]
        var body: [UInt8] = []
        /// Up to where the bytes have been read.
        var end: Int
    }

    /// - Parameters:
    ///   - mostHead: bytes of the longest head that is taken.
    ///   - mostBody: bytes of the longest body that is taken.
    package init(mostHead: Int = 64 << 10, mostBody: Int = 64 << 20) {
        (self.mostHead, self.mostBody) = (mostHead, mostBody)
    }

    package mutating func feed(_ part: some Sequence<UInt8>) { bytes += part }

    /// The next request; `nil` when it has not come whole. Its bytes are taken then, and what follows
    /// belongs to the next one.
    package mutating func next() throws(LoopbackProblem) -> LoopbackRequest? {
        if open == nil { open = try head() }
        guard var request = open else { return nil }
        open = nil
        guard try readBody(of: &request) else {
            open = request
            return nil
        }
        defer { bytes.removeSubrange(..<request.end) }
        return LoopbackRequest(
            line: request.line, headers: request.headers, body: request.body,
            bytes: Array(bytes[..<request.end]))
    }

    private func head() throws(LoopbackProblem) -> Open? {
        guard let end = bytes.end(of: Self.headEnd, from: 0), end <= mostHead else {
            if bytes.count > mostHead { throw .tooLong }
            return nil
        }
        let text = String(decoding: bytes[..<(end - 4)], as: UTF8.self)
        let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init)
        guard lines[0].split(separator: " ").count == 3 else { throw .malformed }
        return Open(line: lines[0], headers: Array(lines.dropFirst()), end: end)
    }

    private static let headEnd = Array("\r\n\r\n".utf8)
    private static let lineEnd = Array("\r\n".utf8)

    // MARK: Bodies

    /// Returns whether it is whole.
    private func readBody(of request: inout Open) throws(LoopbackProblem) -> Bool {
        if let coding = LoopbackRequest.value(of: "transfer-encoding", in: request.headers) {
            guard coding.lowercased() == "chunked" else { throw .malformed }
            return try readChunks(of: &request)
        }
        let length = LoopbackRequest.value(of: "content-length", in: request.headers)
        guard let count = Int(length ?? "0"), count >= 0 else { throw .malformed }
        guard count <= mostBody else { throw .tooLong }
        return take(count, for: &request)
    }

    private func readChunks(of request: inout Open) throws(LoopbackProblem) -> Bool {
        while let end = bytes.end(of: Self.lineEnd, from: request.end) {
            let line = String(decoding: bytes[request.end..<(end - 2)], as: UTF8.self)
            guard let count = Int(line.prefix { $0 != ";" }, radix: 16), count >= 0 else {
                throw .malformed
            }
            guard count <= mostBody - request.body.count else { throw .tooLong }
            if count == 0 { return skipTrailers(of: &request, from: end) }
            guard bytes.count >= end + count + 2 else { return false }
            request.end = end
            guard take(count, for: &request) else { return false }
            request.end += 2
        }
        return false
    }

    private func take(_ count: Int, for request: inout Open) -> Bool {
        guard bytes.count - request.end >= count else { return false }
        request.body += bytes[request.end..<(request.end + count)]
        request.end += count
        return true
    }

    /// They end with an empty line, as the head does.
    private func skipTrailers(of request: inout Open, from lineEnd: Int) -> Bool {
        guard let end = bytes.end(of: Self.headEnd, from: lineEnd - 2) else { return false }
        request.end = end
        return true
    }
}

extension [UInt8] {
    /// Where a part ends that begins at or after a place.
    fileprivate func end(of part: [UInt8], from start: Int) -> Int? {
        guard count - start >= part.count else { return nil }
        for place in start...(count - part.count)
        where self[place] == part[0] && self[place...].starts(with: part) {
            return place + part.count
        }
        return nil
    }
}
