import ArgumentParser
import Glibc
import PracticeProvider

/// `fader practice`: the practice provider as a server.
struct PracticeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "practice",
        abstract: "Run the practice provider as a server on 127.0.0.1, until interrupted.",
        discussion: """
            A small language model with a real sampler, to practise on: every control works, with no \
            key and no network. It is no assistant.
            """
    )

    @OptionGroup(title: "Shared options")
    var shared: SharedOptions

    @Option(help: "The port; without it the system chooses one.")
    var port: UInt16 = 0

    @Option(
        help: ArgumentHelp("How fast answers are written.", valueName: "tokens-per-second")
    )
    var speed: Double = 60

    func validate() throws {
        guard speed > 0, speed.isFinite else { throw ValidationError("--speed is above 0.") }
    }

    func run() async throws {
        let interruption = Interruption()
        let (port, speed) = (port, speed)
        try await interruption.cancelling {
            let server = try await Self.start(port: port, speed: speed)
            try StandardStream.output.writeLine("listening \(server.baseURL)")
            while !Task.isCancelled { try? await Task.sleep(for: .seconds(3600)) }
            await server.stop()
        }
        throw ExitCode(interruption.exitStatus ?? ExitStatus.done.rawValue)
    }

    private static func start(port: UInt16, speed: Double) async throws -> PracticeServer {
        do {
            return try await PracticeServer.start(port: port, tokensPerSecond: speed)
        } catch {
            throw CommandProblem("port \(port) cannot be had (\(error)); choose another --port")
        }
    }
}
