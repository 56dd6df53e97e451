import GRDB

extension Library {
    /// Opens the library at a path, or makes it there: missing directories with mode 0700, the file
    /// with mode 0600.
    ///
    /// An older version's library is brought up to date. A newer version's, one that may not be
    /// written, or a damaged one, opens for reading only. Answers that were arriving
    /// when their process was killed become `interrupted`.
    ///
    /// What is about to be written to is looked through for damage first: all of a library of up to
    /// 32 MiB, of a larger one what grows with every answer.
    ///
    /// - Throws: `notALibrary`, `tooNew`, or `damaged` where it cannot even be told whose file it is,
    ///   the file being left as it was; `unreachable`, `full` or `busy`.
    public static func open(at path: String) throws(LibraryProblem) -> Library {
        try open(at: path, patience: patience)
    }

    /// The longest wait for another process, in seconds.
    package static let patience = 5.0

    /// - Parameters:
    ///   - patience: with another process, while it is opened.
    ///   - later: and from then on.
    package static func open(
        at path: String, patience: Double, later: Double = Library.patience
    ) throws(LibraryProblem) -> Library {
        try Place.prepare(path)
        do {
            let library = try openQueue(at: path, patience)
            if later != patience { try library.wait(atMost: later) }
            return library
        } catch {
            let problem = LibraryProblem(error, path: path)
            guard problem.kind == .damaged else { throw problem }
            return try openDamaged(path, problem)
        }
    }

    /// What can be read of a damaged file, once it is certain that it is a library.
    private static func openDamaged(
        _ path: String, _ problem: LibraryProblem
    ) throws(LibraryProblem) -> Library {
        do {
            let library = try openForReading(path, problem)
            switch try library.read(Identity.init) {
            case .current, .older, .newer: return library
            case .new, .tooNew, .foreign: throw problem
            }
        } catch {
            throw problem
        }
    }

    private func wait(atMost patience: Double) throws {
        try queue.writeWithoutTransaction { db in
            _ = try db.row("PRAGMA busy_timeout = \(Int(patience * 1000))") { try $0.integer() }
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

    /// The library as it is, damaged or not: for looking only.
    package static func openToLook(at path: String) throws(LibraryProblem) -> Library {
        try Place.expectFile(path)
        do {
            let refusal = LibraryProblem(.readOnly, .openedToLook, path: path)
            let library = try openForReading(path, refusal)
            if try library.read(Identity.init) == .foreign { throw foreign(path) }
            return library
        } catch {
            throw LibraryProblem(error, path: path)
        }
    }

    private static func openQueue(at path: String, _ patience: Double) throws -> Library {
        let configuration = Connection.configuration(patience: patience)
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        let identity = try queue.read(Identity.init)
        if identity != .foreign { Place.makePrivate(path) }
        switch identity {
        case .foreign: throw foreign(path)
        case .tooNew(let version, let reader):
            throw LibraryProblem(.tooNew, .tooNew(version, needs: reader), path: path)
        case .newer(let version):
            return try reopen(queue, path, LibraryProblem(.readOnly, .newer(version), path: path))
        case .older where !Place.isWritable(path), .current where !Place.isWritable(path):
            return try reopen(queue, path, LibraryProblem(.readOnly, .notWritable, path: path))
        case .older, .current:
            try queue.read(Damage.expectNoneWhereWritten)
            return try prepare(queue, at: path)
        case .new: return try prepare(queue, at: path)
        }
    }

    private static func foreign(_ path: String) -> LibraryProblem {
        LibraryProblem(.notALibrary, .anotherProgram, path: path)
    }

    private static func reopen(
        _ queue: DatabaseQueue, _ path: String, _ refusal: LibraryProblem
    ) throws -> Library {
        try queue.close()
        return try openForReading(path, refusal)
    }

    /// - Parameter refusal: what every change is refused with.
    static func openForReading(_ path: String, _ refusal: LibraryProblem) throws -> Library {
        var configuration = Connection.configuration(readOnly: true)
        configuration.prepareDatabase { db in
            // One that cannot be brought up to date.
            if try Identity(of: db) == .older { try db.execute(sql: Schema.viewsOfVersion1) }
        }
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        return Library(queue, path: path, barrier: refusal)
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

    /// Another process may be migrating at the same time: then its work counts, step by step.
    static func migrate(_ queue: DatabaseQueue) throws {
        while true {
            let before = try queue.read(Identity.init)
            if before == .current { return }
            do {
                return try Schema.migrator.migrate(queue)
            } catch {
                guard try queue.read(Identity.init) != before else { throw error }
            }
        }
    }
}
