import ArgumentParser
import Dispatch
import Glibc
import SessionLibrary
import Terminal
import Words

@main
enum Main {
    static func main() {
        // A reader that goes away is seen where it matters: as a failed write.
        signal(SIGPIPE, SIG_IGN)
        keepMemoryPrivate()
        keepMemorySmall()
        StandardStream.fillGaps()
        do {
            let arguments = Speech.rest(of: Array(CommandLine.arguments.dropFirst()))
            if let opening = Opening(quickly: arguments) { try open(opening) }
            let command = try FaderCommand.parseAsRoot(arguments)
            if let open = command as? OpenCommand { try self.open(open.opening) }
            run(command)
        } catch {
            exit(status(of: error))
        }
    }

    /// The workbench serves the main thread itself: a key must not pass through a queue.
    private static func open(_ opening: Opening) throws -> Never {
        exit(try MainActor.assumeIsolated { try opening.run() })
    }

    /// Ends without what the C library would still run: threads of libcurl and of the practice
    /// provider may be at work, and nothing is left to be written.
    private static func run(_ command: sending any ParsableCommand) -> Never {
        Task {
            do {
                if var command = command as? any AsyncParsableCommand {
                    try await command.run()
                } else {
                    var command = command
                    try command.run()
                }
                _exit(ExitStatus.done.rawValue)
            } catch {
                _exit(status(of: error))
            }
        }
        dispatchMain()
    }

    /// Says what went wrong, and with which code that ends.
    private static func status(of error: any Error) -> Int32 {
        switch error {
        case let problem as CommandProblem:
            StandardStream.tell(problem.message)
            return problem.code.rawValue
        case let problem as LibraryProblem:
            StandardStream.tell(problem.sentence)
            return ExitStatus.unusable.rawValue
        case let status as ExitCode: return status.rawValue
        case is StandardStream.Closed: return 128 + SIGPIPE
        default: return usageStatus(of: error)
        }
    }

    /// The argument parser's own: help and version are wanted, everything else is a usage error.
    private static func usageStatus(of error: any Error) -> Int32 {
        let message = FaderCommand.fullMessage(for: error)
        if FaderCommand.exitCode(for: error).isSuccess {
            if !message.isEmpty { try? StandardStream.output.writeLine(ParserWords.help(message)) }
            return ExitStatus.done.rawValue
        }
        // What is wrong, and where help is; the usage in between is as long as the help.
        let lines = message.split(separator: "\n").map { $0.drop { $0 == " " } }
        let what = (lines.first ?? "").replacing("Error: ", with: "", maxReplacements: 1)
        let help = lines.dropFirst().last { $0.contains("--help") }
        if !message.isEmpty {
            let said =
                ParserWords.complaint(String(what))
                + (help.map { "\n" + ParserWords.help("  " + $0).dropFirst(2) } ?? "")
            StandardStream.tell(Phrase(verbatim: said))
        }
        return ExitStatus.unusable.rawValue
    }
}
