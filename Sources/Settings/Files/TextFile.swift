import Glibc
package import TOML

/// How is a small file that a person wrote read? Without Foundation, so that start-up stays short.
package enum TextFile {
    /// No configuration and no theme is as long as this.
    static let longest = 1 << 20

    /// - returns: `nil` when there is no such file.
    /// - throws: a `Complaint` when it is there and cannot be read, is too long, or is no UTF-8.
    package static func read(_ path: String) throws(Complaint) -> String? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw Complaint(.unopened(systemMessage()), in: path)
        }
        defer { close(file) }
        let bytes = try readAll(file, path)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Complaint(.noUTF8, at: endOfText(bytes), in: path)
        }
        return text
    }

    private static func readAll(_ file: Int32, _ path: String) throws(Complaint) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16384)
        while true {
            let count = Glibc.read(file, &buffer, buffer.count)
            if count == 0 { return bytes }
            if count < 0 {
                if errno == EINTR { continue }
                throw Complaint(.unread(systemMessage()), in: path)
            }
            bytes += buffer[..<count]
            guard bytes.count <= longest else {
                throw Complaint(.tooLongFile, in: path)
            }
        }
    }

    private static func systemMessage() -> String {
        String(cString: strerror(errno))
    }

    /// Where the text stops being text.
    private static func endOfText(_ bytes: [UInt8]) -> TextPosition {
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var position = TextPosition(line: 1, column: 1)
        while case .scalarValue(let scalar) = decoder.decode(&iterator) {
            if scalar == "\n" {
                position = TextPosition(line: position.line + 1, column: 1)
            } else {
                position.column += 1
            }
        }
        return position
    }
}
