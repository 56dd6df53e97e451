import ArgumentParser
import Glibc
import SessionLibrary
import Words

/// `fader library`: the file that holds the sessions.
struct LibraryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "library",
        abstract: Phrase.libraryAbstract.here,
        subcommands: [
            CheckLibrary.self, BackUpLibrary.self, CompactLibrary.self, RecoverLibrary.self,
            LibraryPath.self,
        ]
    )
}

struct CheckLibrary: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: Phrase.checkLibraryAbstract.here
    )

    @OptionGroup(title: .sharedOptions)
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
        abstract: Phrase.backupAbstract.here
    )

    @OptionGroup(title: .sharedOptions)
    var shared: SharedOptions

    @Argument(help: ArgumentHelp(.newFileHelp, valueName: "file"), completion: .file())
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
        abstract: Phrase.compactAbstract.here
    )

    @OptionGroup(title: .sharedOptions)
    var shared: SharedOptions

    func run() async throws {
        let path = try shared.choices.libraryThatIsThere()
        try explaining { () throws(LibraryProblem) in
            let library = try Library.open(at: path)
            let before = try library.size().bytes
            try library.compact()
            let after = try library.size().bytes
            StandardStream.tell(.compacted(from: before, to: after))
        }
    }
}

struct RecoverLibrary: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recover",
        abstract: Phrase.recoverAbstract.here
    )

    @OptionGroup(title: .sharedOptions)
    var shared: SharedOptions

    @Argument(help: ArgumentHelp(.newFileHelp, valueName: "file"), completion: .file())
    var file: String

    func run() async throws {
        let path = try shared.choices.libraryThatIsThere()
        let tables = try recover(from: path)
        let lines = tables.map { table in
            [
                table.table, Phrase.rows(table.saved).here,
                table.lost == 0 ? "" : Phrase.lost(table.lost).here,
            ]
        }
        try StandardStream.output.write(Columns.text(lines))
        StandardStream.tell(.recovered(to: file, from: path))
    }
}

extension RecoverLibrary {
    /// Whoever is told to do this is not told so again.
    private func recover(from path: String) throws -> [SalvagedTable] {
        do throws(LibraryProblem) {
            return try Library.recover(from: path, to: file)
        } catch {
            guard error.kind == .damaged else { throw CommandProblem(error.sentence) }
            throw CommandProblem(.nothingReadable(path, error.detail))
        }
    }
}

struct LibraryPath: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "path",
        abstract: Phrase.pathAbstract.here
    )

    @OptionGroup(title: .sharedOptions)
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
