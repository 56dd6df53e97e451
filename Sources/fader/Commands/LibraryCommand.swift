import ArgumentParser
import Glibc
import SessionLibrary

/// `fader library`: the file that holds the sessions.
struct LibraryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "library",
        abstract: "Look after the session library.",
        subcommands: [
            CheckLibrary.self, BackUpLibrary.self, CompactLibrary.self, RecoverLibrary.self,
            LibraryPath.self,
        ]
    )
}

struct CheckLibrary: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract:
            "Look for damage, and count what each table holds. Exit code 1 when there is damage."
    )

    @OptionGroup(title: "Shared options")
    var shared: SharedOptions

    func run() async throws {
        let path = try shared.choices.libraryThatIsThere()
        let isWhole = try LibraryReport(path: path).show()
        if !isWhole { throw ExitCode(ExitStatus.failed.rawValue) }
    }
}

struct BackUpLibrary: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the library as it is now into a new file, while others write."
    )

    @OptionGroup(title: "Shared options")
    var shared: SharedOptions

    @Argument(help: ArgumentHelp("The new file.", valueName: "file"), completion: .file())
    var file: String

    func run() async throws {
        let path = try shared.choices.libraryThatIsThere()
        try explaining { () throws(LibraryProblem) in
            try Library.openToLook(at: path).backUp(to: file)
        }
    }
}

struct CompactLibrary: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compact",
        abstract: "Give the space of what was deleted back to the disk."
    )

    @OptionGroup(title: "Shared options")
    var shared: SharedOptions

    func run() async throws {
        let path = try shared.choices.libraryThatIsThere()
        try explaining { () throws(LibraryProblem) in
            let library = try Library.open(at: path)
            let before = try library.size().bytes
            try library.compact()
            let after = try library.size().bytes
            StandardStream.tell("\(before) bytes before, \(after) now")
        }
    }
}

struct RecoverLibrary: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recover",
        abstract: "Read a damaged library row by row into a new file, and say what was lost."
    )

    @OptionGroup(title: "Shared options")
    var shared: SharedOptions

    @Argument(help: ArgumentHelp("The new file.", valueName: "file"), completion: .file())
    var file: String

    func run() async throws {
        let path = try shared.choices.libraryThatIsThere()
        let tables = try recover(from: path)
        let lines = tables.map { table in
            [table.table, table.saved.of("row"), table.lost == 0 ? "" : "\(table.lost) lost"]
        }
        try StandardStream.output.write(Columns.text(lines))
        StandardStream.tell(
            "\(file) has what could be read; --library names it, "
                + "or put it in the place of \(path) while no fader runs.")
    }
}

extension RecoverLibrary {
    /// Whoever is told to do this is not told so again.
    private func recover(from path: String) throws -> [SalvagedTable] {
        do throws(LibraryProblem) {
            return try Library.recover(from: path, to: file)
        } catch {
            guard error.kind == .damaged else { throw CommandProblem(error.sentence) }
            throw CommandProblem("\(path): nothing of it can be read (\(error.detail))")
        }
    }
}

struct LibraryPath: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "path",
        abstract: "Print where the library lies."
    )

    @OptionGroup(title: "Shared options")
    var shared: SharedOptions

    func run() async throws {
        let path = try Preferences(shared.choices).libraryFile(shared.choices)
        try StandardStream.output.writeLine(path)
    }
}

/// What the library cannot do is a problem of the command, with the same words.
private func explaining<Value>(
    _ work: () throws(LibraryProblem) -> Value
) throws -> Value {
    do throws(LibraryProblem) {
        return try work()
    } catch {
        throw CommandProblem(error.sentence)
    }
}
