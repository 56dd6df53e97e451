import ArgumentParser
import ChatClient
import ChatCompletions
import PracticeProvider
import Words

/// `fader models`: what the endpoint offers.
struct ModelsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "models",
        abstract: Phrase.modelsAbstract.here
    )

    @OptionGroup(title: .sharedOptions)
    var shared: SharedOptions

    @Flag(help: ArgumentHelp(.modelsJSONHelp))
    var json = false

    func run() async throws {
        let choices = shared.choices
        let target = try Target(choices, Preferences(choices).configuration)
        let list = try await Interruption().cancelling { try await names(target) }
        let text = json ? JSONValue.array(list.map(JSONValue.string)).text : nil
        try StandardStream.output.write(text.map { $0 + "\n" } ?? list.map { $0 + "\n" }.joined())
    }

    private func names(_ target: Target) async throws -> [String] {
        guard target.provider.modelsPath != nil else {
            throw CommandProblem(.hasNoModelList(target.provider))
        }
        let key = try await target.key()
        var target = target
        let server =
            target.isPracticeInside
            ? try await PracticeServer.start(language: Speech.language) : nil
        if let server { target.baseURL = server.baseURL }
        let names = await names(target, key)
        await server?.stop()
        return try names.get()
    }

    private func names(_ target: Target, _ key: Secret?) async -> Result<[String], CommandProblem> {
        do throws(Failure) {
            let client = Client(options: target.clientOptions)
            return .success(
                try await client.models(of: target.provider, baseURL: target.baseURL, key: key)
            )
        } catch {
            let scene = AdviceScene(
                .commandLine, baseURL: target.address, provider: target.provider)
            let advice = error.advice(in: scene)
            return .failure(CommandProblem(.lines(error.sentence, advice), code: .failed))
        }
    }
}
