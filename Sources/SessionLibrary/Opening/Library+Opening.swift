import GRDB

extension Library {
    /// Opens the library at a path, or makes it there: missing directories with mode 0700, the file
    /// with mode 0600.
    ///
    /// An older version's library is brought up to date. A newer version's, or one that may not be
    /// written, opens for reading only. Answers that were arriving when their process was killed
    /// become `interrupted`.
    ///
    /// - Throws: `notALibrary`, `damaged` or `tooNew`, the file being left as it was; `unreachable`,
    ///   `full` or `busy`.
    public static func open(at path: String) throws(LibraryProblem) -> Library {
        try Place.prepare(path)
        do {
            return try openQueue(at: path)
        } catch {
            throw LibraryProblem(error, path: path)
        }
    }

    /// A library in memory, gone with the process.
    public static func temporary() throws(LibraryProblem) -> Library {
        do {
            let queue = try DatabaseQueue(configuration: Connection.configuration())
            try Schema.migrator.migrate(queue)
            return Library(queue, path: nil)
        } catch {
            throw LibraryProblem(error)
        }
    }

    private static func openQueue(at path: String) throws -> Library {
        let queue = try DatabaseQueue(path: path, configuration: Connection.configuration())
        switch try queue.read(Identity.init) {
        case .foreign:
            throw LibraryProblem(.notALibrary, "it is another program's database", path: path)
        case .tooNew(let version, let reader):
            let detail = "the library was made by version \(version), needs at least \(reader)"
            throw LibraryProblem(.tooNew, detail, path: path)
        case .newer(let version):
            try queue.close()
            return try openForReading(path, "it was made by a newer version (\(version))")
        case .current where !Place.isWritable(path):
            try queue.close()
            return try openForReading(path, "its file may not be written")
        case .older where !Place.isWritable(path):
            try queue.close()
            return try openOlderForReading(path)
        case .new, .older, .current:
            return try prepare(queue, at: path)
        }
    }

    private static func openForReading(_ path: String, _ notice: String) throws -> Library {
        let configuration = Connection.configuration(readOnly: true)
        return Library(
            try DatabaseQueue(path: path, configuration: configuration), path: path, notice: notice
        )
    }

    /// An older library that cannot be brought up to date.
    static func openOlderForReading(_ path: String) throws -> Library {
        var configuration = Connection.configuration(readOnly: true)
        configuration.prepareDatabase { try $0.execute(sql: Schema.viewsOfVersion1) }
        return Library(
            try DatabaseQueue(path: path, configuration: configuration), path: path,
            notice: "its file may not be written")
    }

    private static func prepare(_ queue: DatabaseQueue, at path: String) throws -> Library {
        try queue.writeWithoutTransaction { db in
            _ = try db.row(Connection.journal) { try $0.text() }
        }
        try migrate(queue)
        let spools = Spools(beside: path)
        if try queue.read(Recovery.isNeeded) { try queue.write { try Recovery.run($0, spools) } }
        spools.remove()
        return Library(queue, path: path)
    }

    /// Another process may be migrating at the same time: then its work counts.
    private static func migrate(_ queue: DatabaseQueue) throws {
        if try queue.read(Identity.init) == .current { return }
        do {
            try Schema.migrator.migrate(queue)
        } catch {
            guard try queue.read(Identity.init) == .current else { throw error }
        }
    }
}
