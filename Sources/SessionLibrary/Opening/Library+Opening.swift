import GRDB

extension Library {
    /// Opens the library at a path, or makes it there: missing directories with mode 0700, the file
    /// with mode 0600.
    ///
    /// An older version's library is copied to a file beside it, whose name says the version and
    /// when, and brought up to date; where there is no room for that, it opens for reading only. So
    /// do a newer version's, one that may not be written, and a damaged one. Answers that were
    /// arriving when their process was killed become `interrupted`.
    ///
    /// What is about to be written to is looked through for damage first: all of a library of up to
    /// 32 MiB, of a larger one what grows with every answer.
    ///
    /// - Parameter progress: told how far the copying and bringing up to date is, some times a
    ///   second, when it takes longer than one. It is called on the thread that opens, and must not
    ///   wait.
    /// - Throws: `notALibrary`, `tooNew`, or `damaged` where it cannot even be told whose file it is,
    ///   the file being left as it was; `unreachable`, `full` or `busy`.
    public static func open(
        at path: String, progress: @escaping @Sendable (OpeningProgress) -> Void = { _ in }
    ) throws(LibraryProblem) -> Library {
        try open(at: path, patience: patience, progress: progress)
    }

    /// The longest wait for another process, in seconds.
    package static let patience = 5.0

    /// - Parameters:
    ///   - patience: with another process, while it is opened.
    ///   - later: and from then on.
    package static func open(
        at path: String, patience: Double, later: Double = Library.patience,
        progress: @escaping @Sendable (OpeningProgress) -> Void = { _ in }
    ) throws(LibraryProblem) -> Library {
        try open(at: path, patience: patience, later: later, OpeningReport(progress))
    }

    static func open(
        at path: String, patience: Double, later: Double = Library.patience,
        _ report: OpeningReport
    ) throws(LibraryProblem) -> Library {
        try Place.prepare(path)
        do {
            let library = try openQueue(at: path, patience, report)
            try library.wait(atMost: later)
            return library
        } catch {
            let problem = LibraryProblem(error, path: path)
            guard [.damaged, .outdated].contains(problem.kind) else { throw problem }
            return try openAsItIs(path, problem, patience: later)
        }
    }

    /// What can be read of a file that is not to be written, once it is certain that it is a library.
    private static func openAsItIs(
        _ path: String, _ problem: LibraryProblem, patience: Double
    ) throws(LibraryProblem) -> Library {
        do {
            let library = try openForReading(path, problem)
            switch try library.read(Identity.init) {
            case .current, .older, .newer: break
            case .new, .tooNew, .foreign: throw problem
            }
            try library.wait(atMost: patience)
            return library
        } catch {
            throw problem
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

    private static func openQueue(
        at path: String, _ patience: Double, _ report: OpeningReport
    ) throws -> Library {
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
            return try prepare(queue, at: path, report)
        case .new: return try prepare(queue, at: path, report)
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
            if case .older(let version) = try Identity(of: db) {
                try db.execute(sql: Schema.views(of: version))
            }
        }
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        return Library(queue, path: path, barrier: refusal)
    }

    private static func prepare(
        _ queue: DatabaseQueue, at path: String, _ report: OpeningReport
    ) throws -> Library {
        try queue.writeWithoutTransaction { db in
            _ = try db.row(Connection.journal) { _ in }
        }
        try bringUpToDate(queue, at: path, report)
        let spools = Spools(beside: path)
        if try queue.read(Recovery.isNeeded) { try queue.write { try Recovery.run($0, spools) } }
        spools.remove()
        return Library(queue, path: path)
    }
}
