import Glibc

/// A file's bytes, as Latin-1 text. Only for libraries that are not open in this process: closing
/// a file drops the locks that SQLite holds on it here.
func contents(of path: String) -> String? {
    bytes(of: path).map { String(String.UnicodeScalarView($0.map { Unicode.Scalar($0) })) }
}

func bytes(of path: String) -> [UInt8]? {
    guard let file = fopen(path, "re") else { return nil }
    defer { fclose(file) }
    var result: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&part, 1, part.count, file), count > 0 {
        result += part[..<count]
    }
    return result
}

func write(_ bytes: [UInt8], to path: String) throws {
    guard let file = fopen(path, "we") else { throw Errno(code: errno) }
    defer { fclose(file) }
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw Errno(code: errno) }
}

/// Permission bits.
func mode(of path: String) -> mode_t {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode & 0o777 : 0
}
