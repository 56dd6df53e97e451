import ArgumentParser
import Glibc
import PracticeProvider
import Words

/// `fader practice`: the practice provider as a server.
struct PracticeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "practice",
        abstract: Phrase.practiceAbstract.here,
        discussion: Phrase.practiceDiscussion.here
    )

    @OptionGroup(title: .sharedOptions)
    var shared: SharedOptions

    @Option(help: ArgumentHelp(.portHelp))
    var port: UInt16 = 0

    @Option(
        help: ArgumentHelp(.speedHelp, valueName: "tokens-per-second")
    )
    var speed: Double = 60

    func validate() throws {
        guard speed > 0, speed.isFinite else { throw ValidationError(.badSpeed) }
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
            return try await PracticeServer.start(
                port: port, tokensPerSecond: speed, language: Speech.language)
        } catch {
            throw CommandProblem(.portTaken(port, "\(error)"))
        }
    }
}
