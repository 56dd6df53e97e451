internal import Glibc

/// The file of keys: lines of `NAME = "value"`, and comments after `#`.
struct KeyFile {
    private let text: String

    /// - Returns: `nil` when there is no such file.
    /// - Throws: A problem when the file is not its owner's alone.
    init?(environment: [String: String]) throws(KeyProblem) {
        guard let path = Self.path(in: environment) else { return nil }
        // Without waiting: a FIFO in its place would hold everything up.
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY)
        if file < 0, errno == ENOENT || errno == ENOTDIR { return nil }
        if file < 0, errno == ELOOP { throw .isLink(path: path) }
        guard file >= 0 else { throw .unreadable }
        defer { close(file) }
        try Self.check(file, path)
        text = try Self.read(file)
    }

    /// `$XDG_CONFIG_HOME/fader/keys.toml`, in `~/.config` when that is not set.
    static func path(in environment: [String: String]) -> String? {
        if let folder = environment["XDG_CONFIG_HOME"], folder.hasPrefix("/") {
            return folder + "/fader/keys.toml"
        }
        return environment["HOME"].map { $0 + "/.config/fader/keys.toml" }
    }

    func key(named name: String) -> String? {
        let lines = text.split(whereSeparator: \.isNewline)
        return lines.lazy.compactMap { Self.value(of: name, in: $0) }.last
    }

    private static func check(_ file: Int32, _ path: String) throws(KeyProblem) {
        var facts = stat()
        guard fstat(file, &facts) == 0 else { throw .unreadable }
        guard facts.st_mode & S_IFMT == S_IFREG else { throw .noFile(path: path) }
        if facts.st_uid != geteuid() { throw .notOurs }
        if facts.st_mode & 0o077 != 0 { throw .openToOthers(path: path) }
    }

    private static func read(_ file: Int32) throws(KeyProblem) -> String {
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = Glibc.read(file, &bytes, bytes.count)
        guard count >= 0 else { throw .unreadable }
        return String(decoding: bytes[..<count], as: UTF8.self)
    }

    private static func value(of name: String, in line: Substring) -> String? {
        let parts = line.split(separator: "=", maxSplits: 1).map(trimmed)
        guard parts.count == 2, parts[0] == name[...], let quote = parts[1].first else {
            return nil
        }
        if quote == "\"" || quote == "'" {
            let value = parts[1].dropFirst().prefix { $0 != quote }
            return value.isEmpty ? nil : String(value)
        }
        let value = trimmed(parts[1].prefix { $0 != "#" })
        return value.isEmpty ? nil : String(value)
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop { $0 == " " || $0 == "\t" }
        while let last = text.last, last == " " || last == "\t" { text.removeLast() }
        return text
    }
}
