internal import ChatCompletions

/// Puts a response's head together from its lines, as they came: case, order and repeats.
struct HeadReader {
    private(set) var byteCount = 0
    private var status: (version: String, code: Int, reason: String)?
    private var headers: [Header] = []

    /// - Returns: The head, with its empty last line. Interim answers (1xx) are left out.
    mutating func take(_ bytes: UnsafeRawBufferPointer) -> ResponseHead? {
        byteCount += bytes.count
        let line = Self.withoutLineEnd(bytes)
        if line.isEmpty { return finish() }
        if line.starts(with: "HTTP/".utf8) {
            startAfresh(String(decoding: line, as: UTF8.self))
        } else if line.first == UInt8(ascii: " ") || line.first == UInt8(ascii: "\t") {
            continueLast(line)
        } else {
            addHeader(line)
        }
        return nil
    }

    private mutating func finish() -> ResponseHead? {
        guard let status, status.code >= 200 || status.code == 101 else { return nil }
        return ResponseHead(
            time: .zero,
            version: status.version,
            status: status.code,
            reason: status.reason,
            headers: headers
        )
    }

    private mutating func startAfresh(_ line: String) {
        let parts = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
        let code = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        status = (String(parts[0]), code, parts.count > 2 ? String(parts[2]) : "")
        headers = []
    }

    private mutating func addHeader(_ line: Slice<UnsafeRawBufferPointer>) {
        let colon = line.firstIndex(of: UInt8(ascii: ":")) ?? line.endIndex
        let name = String(decoding: line[..<colon], as: UTF8.self)
        headers.append(Header(name, Self.trimmed(line[colon...].dropFirst())))
    }

    /// A value may go on in the next line (RFC 9112, 5.2: obsolete, to be read as one space).
    private mutating func continueLast(_ line: Slice<UnsafeRawBufferPointer>) {
        guard !headers.isEmpty else { return }
        headers[headers.count - 1].value += " " + Self.trimmed(line)
    }

    private static func withoutLineEnd(
        _ bytes: UnsafeRawBufferPointer
    ) -> Slice<UnsafeRawBufferPointer> {
        var line = bytes[...]
        while line.last == UInt8(ascii: "\n") || line.last == UInt8(ascii: "\r") {
            line = line.dropLast()
        }
        return line
    }

    private static func trimmed(_ bytes: Slice<UnsafeRawBufferPointer>) -> String {
        var value = bytes.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        while value.last == UInt8(ascii: " ") || value.last == UInt8(ascii: "\t") {
            value = value.dropLast()
        }
        return String(decoding: value, as: UTF8.self)
    }
}
