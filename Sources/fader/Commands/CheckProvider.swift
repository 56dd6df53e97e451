import ArgumentParser
import ChatClient
import ChatCompletions
import PracticeProvider
import Words

/// `fader providers check`: does it work, and what of it?
struct CheckProvider: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: Phrase.checkProviderAbstract.here,
        discussion: Phrase.checkProviderDiscussion.here
    )

    @OptionGroup(title: .sharedOptions)
    var shared: SharedOptions

    @Argument(help: ArgumentHelp(.providerNameHelp))
    var name: String?

    @Flag(help: ArgumentHelp(.jsonHelp))
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
            let server = try await PracticeServer.start(language: Speech.language)
            let check = try await ProviderCheck(
                target.provider, at: server.baseURL, model: target.model, key: .notNeeded,
                options: target.clientOptions)
            await server.stop()
            return check
        }
        guard let address = target.address else {
            throw CommandProblem(.hasNoAddress(target.provider))
        }
        if let openness = target.openness { StandardStream.tell(.warning(openness)) }
        return try await ProviderCheck(
            target.provider, at: address, model: target.model, key: await target.findKey(),
            options: target.clientOptions)
    }
}
