import ArgumentParser
import Glibc

@main
enum Main {
    static func main() async {
        // A reader that goes away is seen where it matters: as a failed write.
        signal(SIGPIPE, SIG_IGN)
        do {
            try await run()
        } catch {
            exit(status(of: error))
        }
    }

    private static func run() async throws {
        // The first paint must not wait for the argument parser: it takes a millisecond.
        if CommandLine.arguments.count == 1 { return try await Opening().run() }
        var command = try FaderCommand.parseAsRoot()
        if var command = command as? any AsyncParsableCommand {
            try await command.run()
        } else {
            try command.run()
        }
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
