internal import Glibc
internal import TOML
internal import Words

/// The file of keys: `NAME = "value"` in TOML.
struct KeyFile {
    private let table: TOMLTable
    private static let longest = 65_536

    /// - Returns: `nil` when there is no such file.
    /// - Throws: A problem when the file is not its owner's alone, or no file of keys.
    init?(environment: [String: String]) throws(KeyProblem) {
        guard let path = Self.path(in: environment) else { return nil }
        // Without waiting: a FIFO in its place would hold everything up.
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY)
        if file < 0, errno == ENOENT || errno == ENOTDIR { return nil }
        if file < 0, errno == ELOOP { throw .isLink(path: path) }
        guard file >= 0 else { throw .unreadable }
        defer { close(file) }
        try Self.check(file, path)
        table = try Self.table(try Self.read(file))
    }

    /// `$XDG_CONFIG_HOME/fader/keys.toml`, in `~/.config` when that is not set.
    static func path(in environment: [String: String]) -> String? {
        if let folder = environment["XDG_CONFIG_HOME"], folder.hasPrefix("/") {
            return folder + "/fader/keys.toml"
        }
        return environment["HOME"].map { $0 + "/.config/fader/keys.toml" }
    }

    /// `nil` when it is not there or empty.
    func key(named name: String) throws(KeyProblem) -> String? {
        guard let value = table[name] else { return nil }
        guard case .string(let text) = value.content else { throw .isNoText(value.position) }
        return text.isEmpty ? nil : text
    }

    private static func check(_ file: Int32, _ path: String) throws(KeyProblem) {
        var facts = stat()
        guard fstat(file, &facts) == 0 else { throw .unreadable }
        guard facts.st_mode & S_IFMT == S_IFREG else { throw .noFile(path: path) }
        if facts.st_uid != geteuid() { throw .notOurs }
        if facts.st_mode & 0o077 != 0 { throw .openToOthers(path: path) }
    }

    private static func read(_ file: Int32) throws(KeyProblem) -> String {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = Glibc.read(file, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .unreadable }
            if count == 0 { break }
            bytes += buffer[..<count]
            guard bytes.count <= longest else { throw .tooLong }
        }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .isNoUTF8 }
        return text
    }

    /// The reader's own complaint shows what it found, which may be a key: only its place is told.
    private static func table(_ text: String) throws(KeyProblem) -> TOMLTable {
        do throws(Complaint) {
            let table = try TOMLReader.read(text)
            if let inner = table.members.first(where: \.isTable) { throw inner.complaint }
            return table
        } catch {
            throw .isNoTOML(error.position ?? TextPosition(line: 1, column: 1))
        }
    }
}

extension TOMLTable.Member {
    fileprivate var isTable: Bool { if case .table = value.content { true } else { false } }
    fileprivate var complaint: Complaint { Complaint(.empty, at: position) }
}
