import ChatCompletions
import GRDB
import Glibc

/// The spools that killed processes left beside a library, and what is in them.
struct Spools {
    private var paths: [String] = []
    private var reads: [ExchangeID: [SpooledRead]] = [:]

    /// Those of living processes are left alone; what is no spool is left as it is.
    init(beside library: String) {
        for path in Self.candidates(library) {
            guard let bytes = Self.contents(of: path) else { continue }
            // Emptied by a commit, and its process killed before it could take it away.
            if bytes.isEmpty, !Self.writerIsThere(path, library) { paths.append(path) }
            guard let (owner, rest) = SpoolHeader.read(bytes), !owner.isAlive else { continue }
            paths.append(path)
            for read in SpooledRead.all(in: rest) { reads[read.exchange, default: []].append(read) }
        }
    }

    var isEmpty: Bool { paths.isEmpty }

    /// Appends to an exchange what the library does not have of it.
    ///
    /// - Returns: whether there was anything.
    func complete(_ exchange: Int, _ db: Database) throws -> Bool {
        guard
            let (id, count) = try db.row(
                """
                SELECT id, (SELECT coalesce(sum(reads), 0) FROM wire
                    WHERE wire.exchange = exchange.number) AS read_count
                FROM exchange WHERE number = ?
                """, [exchange],
                { (ExchangeID(rawValue: try $0.text("id")), try $0.count("read_count")) })
        else { return false }
        var block = WireBlock(first: count)
        for spooled in (reads[id] ?? []).sorted(by: { $0.number < $1.number })
        where spooled.number == count + block.reads { block.add(spooled.read) }
        guard block.reads > 0 else { return false }
        try block.store(of: exchange, db)
        return true
    }

    /// Takes the files away, once what they held is in the library.
    func remove() {
        for path in paths { unlink(path) }
    }

    private static func candidates(_ library: String) -> [String] {
        let prefix = library + "-spool-"
        let slash = prefix.lastIndex(of: "/")
        let folder = slash.map { String(prefix[...$0]) } ?? "./"
        let name = slash.map { String(prefix[prefix.index(after: $0)...]) } ?? prefix
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var paths: [String] = []
        while let entry = readdir(directory) {
            let file = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if file.hasPrefix(name) { paths.append(folder + file) }
        }
        return paths.sorted()
    }

    /// By the process id in the name, which is all that an empty spool has.
    private static func writerIsThere(_ path: String, _ library: String) -> Bool {
        let name = path.dropFirst((library + "-spool-").count)
        guard let pid = Int(name.prefix { $0 != "-" }) else { return true }
        return access("/proc/\(pid)", F_OK) == 0
    }

    private static func contents(of path: String) -> [UInt8]? {
        guard let file = fopen(path, "re") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = fread(&part, 1, part.count, file), count > 0 {
            bytes += part[..<count]
        }
        return bytes
    }
}
