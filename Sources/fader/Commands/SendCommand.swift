import ArgumentParser
import ChatClient
import ChatCompletions
import Conversations
import Sending
import SessionLibrary
import Words

/// `fader send`: one request, and its answer on standard output.
struct SendCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "send",
        abstract: Phrase.sendAbstract.here,
        discussion: Phrase.sendDiscussion.here
    )

    @OptionGroup(title: .sharedOptions)
    var shared: SharedOptions

    @OptionGroup(title: .whatToSend)
    var message: MessageOptions

    @OptionGroup(title: .whatToGoOnWith)
    var going: ContinuationOptions

    @OptionGroup(title: .whatToPrint)
    var printing: PrintingOptions

    @Option(
        help: ArgumentHelp(
            .retriesHelp,
            valueName: "n"
        )
    )
    var retries = 0

    func validate() throws {
        if retries < 0 { throw ValidationError(.negativeRetries) }
        if going.isAsked && shared.noLibrary {
            throw ValidationError(.noSessionToGoOn)
        }
        if going.isAsked && message.body != nil {
            throw ValidationError(.bodyWithoutSession)
        }
    }

    func run() async throws {
        let preferences = try Preferences(shared.choices)
        let earlier = try going.continuation(shared.choices, preferences)
        let choices = earlier?.completing(shared.choices) ?? shared.choices
        let target = try Target(choices, preferences.configuration)
        let said = try message.request(
            to: target, parameters: earlier?.session.settings.parameters ?? Parameters())
        var request = said
        if let earlier { request.messages = earlier.messages(before: said.messages) }
        tellIfUnused(shared.choices.model, in: request)
        try request.tellFindings()
        if printing.dryRun {
            let isCurl = printing.curl
            return try await Interruption().cancelling { [request] in
                try await DryRun(request: request, target: target).show(asCurl: isCurl)
            }
        }
        let interruption = Interruption()
        let isDone = try await interruption.cancelling { [request] in
            try await PracticeHouse.open { house in
                try await send(
                    request, by: target.sender(practising: house), to: target, preferences,
                    recording: { try SessionRecord(said.hiding($0), in: $1, after: earlier) })
            }
        }
        if let status = interruption.exitStatus { throw ExitCode(status) }
        if !isDone { throw ExitCode(ExitStatus.failed.rawValue) }
    }

    private func keeping(
        _ preferences: Preferences, _ recording: (Library) throws -> SessionRecord
    ) throws -> Keeping {
        guard shared.choices.records else { return Keeping(nil) }
        do {
            return Keeping(try recording(shared.choices.openLibraryToRecord(preferences)))
        } catch let error as LibraryProblem {
            return Keeping(without: error)
        }
    }

    private func tellIfUnused(_ model: String?, in request: ChatRequest) {
        guard request.givenBody != nil, let model, model != request.model else { return }
        StandardStream.tell(.warning(.unusedModel(model)))
    }

    private func send(
        _ request: ChatRequest, by sender: Sender, to target: Target, _ preferences: Preferences,
        recording: (Secret?, Library) throws -> SessionRecord
    ) async throws -> Bool {
        let destination = try await target.destination(by: sender)
        let key = destination.key
        request.warn(of: key)
        let run = SendRun(
            request: request, sender: sender, destination: destination,
            keeping: try keeping(preferences) { try recording(key, $0) },
            form: printing.form, retries: .upTo(retries))
        return try await run.run()
    }
}
