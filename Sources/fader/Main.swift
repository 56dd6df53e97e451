import ArgumentParser
import Dispatch
import Glibc
import Terminal

@main
enum Main {
    static func main() {
        // A reader that goes away is seen where it matters: as a failed write.
        signal(SIGPIPE, SIG_IGN)
        keepMemoryPrivate()
        do {
            let arguments = Array(CommandLine.arguments.dropFirst())
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

    private static func run(_ command: sending any ParsableCommand) -> Never {
        Task {
            do {
                if var command = command as? any AsyncParsableCommand {
                    try await command.run()
                } else {
                    var command = command
                    try command.run()
                }
                exit(ExitStatus.done.rawValue)
            } catch {
                exit(status(of: error))
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
        case let status as ExitCode: return status.rawValue
        case is StandardStream.Closed: return 128 + SIGPIPE
        default: return usageStatus(of: error)
        }
    }

    /// The argument parser's own: help and version are wanted, everything else is a usage error.
    private static func usageStatus(of error: any Error) -> Int32 {
        let isWanted = FaderCommand.exitCode(for: error).isSuccess
        let stream = isWanted ? StandardStream.output : .error
        let message = FaderCommand.fullMessage(for: error)
        guard !message.isEmpty else { return isWanted ? 0 : ExitStatus.unusable.rawValue }
        try? stream.writeLine(message)
        return isWanted ? ExitStatus.done.rawValue : ExitStatus.unusable.rawValue
    }
}
