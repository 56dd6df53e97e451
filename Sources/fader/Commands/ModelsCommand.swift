import ArgumentParser
import ChatCompletions
import Sending
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
        return try await PracticeHouse.open { house in
            let sender = target.sender(practising: house)
            return try await names(target, sender, target.destination(by: sender))
        }
    }

    private func names(
        _ target: Target, _ sender: Sender, _ destination: Sender.Destination
    ) async throws -> [String] {
        do throws(Failure) {
            return try await sender.models(of: target.provider, at: destination)
        } catch {
            let scene = AdviceScene(
                .commandLine, baseURL: destination.baseURL ?? target.address,
                provider: target.provider)
            let advice = error.advice(in: scene)
            throw CommandProblem(.lines(error.sentence, advice), code: .failed)
        }
    }
}
