import ArgumentParser
import ChatClient
import ChatCompletions
import PracticeProvider

/// `fader providers check`: does it work, and what of it?
struct CheckProvider: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Send a provider the smallest request, and say what works.",
        discussion: """
            Asks for the list of models, for an answer of one token, and for a streamed one: that \
            costs a few tokens. Nothing is recorded.

            Exit codes: 0 it works, 1 something failed, 2 there is nothing to ask with.
            """
    )

    @OptionGroup(title: "Shared options")
    var shared: SharedOptions

    @Argument(help: "The provider's name, as providers list prints it.")
    var name: String?

    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        var choices = shared.choices
        if let name { choices.provider = name }
        let target = try Target(choices, Preferences(choices).configuration)
        let interruption = Interruption()
        let check = try await interruption.cancelling { () async throws -> ProviderCheck in
            try await self.check(target)
        }
        if let status = interruption.exitStatus { throw ExitCode(status) }
        let report = CheckReport(check)
        try StandardStream.output.write(json ? report.json.text + "\n" : report.text)
        if case .missing = check.key { throw ExitCode(ExitStatus.unusable.rawValue) }
        if !report.isGood { throw ExitCode(ExitStatus.failed.rawValue) }
    }

    private func check(_ target: Target) async throws -> ProviderCheck {
        if target.isPracticeInside {
            let server = try await PracticeServer.start()
            let check = try await ProviderCheck(
                target.provider, at: server.baseURL, model: target.model, key: .notNeeded,
                options: target.clientOptions)
            await server.stop()
            return check
        }
        guard let address = target.address else {
            throw CommandProblem(
                "\(target.provider.title) has no address; give one with --base-url")
        }
        if let openness = target.openness { StandardStream.tell("warning: \(openness)") }
        return try await ProviderCheck(
            target.provider, at: address, model: target.model, key: await target.findKey(),
            options: target.clientOptions)
    }
}
