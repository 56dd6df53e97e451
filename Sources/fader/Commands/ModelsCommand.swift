import ArgumentParser
import ChatClient
import ChatCompletions
import PracticeProvider

/// `fader models`: what the endpoint offers.
struct ModelsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "models",
        abstract: "List the models that the endpoint offers."
    )

    @OptionGroup(title: "Shared options")
    var shared: SharedOptions

    @Flag(help: "Print the endpoint's own document.")
    var json = false

    func run() async throws {
        let choices = shared.choices
        var target = try Target(choices, Preferences(choices).configuration)
        let key = try await target.key()
        let server = target.isPracticeInside ? try await PracticeServer.start() : nil
        if let server { target.baseURL = server.baseURL }
        let reply = await ChatClient().get(
            try target.modelsURL(),
            keyHeader: target.provider.keyHeader,
            key: key
        )
        await server?.stop()
        try StandardStream.output.write(json ? document(reply) : names(reply))
    }

    private func document(_ reply: Reply) throws -> String {
        try check(reply)
        return String(decoding: reply.body, as: UTF8.self) + "\n"
    }

    /// The names in the list that OpenAI's API made usual: `{"data": [{"id": …}]}`.
    private func names(_ reply: Reply) throws -> String {
        try check(reply)
        let document = try? JSONValue(parsing: reply.body)
        guard let list = document?["data"]?.array ?? document?.array else {
            throw CommandProblem(
                "the endpoint answered, but not with a list of models", code: .failed)
        }
        return list.compactMap { $0["id"]?.string }.map { $0 + "\n" }.joined()
    }

    private func check(_ reply: Reply) throws {
        if let failure = reply.failure {
            throw CommandProblem("\(failure.sentence)\n\(failure.advice)", code: .failed)
        }
        guard let status = reply.head?.status, (200..<300).contains(status) else {
            let status = reply.head.map { "\($0.status) \($0.reason)" } ?? "nothing"
            throw CommandProblem(
                "the endpoint answered \(status) to the list of models", code: .failed)
        }
    }
}

extension Target {
    /// Beside the path of the chat completions.
    fileprivate func modelsURL() throws -> String {
        guard let path = provider.modelsPath else {
            throw CommandProblem("\(provider.title) documents no list of models")
        }
        let request = ChatRequest(provider: provider, baseURL: baseURL, model: "", messages: [])
        do throws(RequestProblem) {
            let url = try request.url()
            let chat = provider.paths.first { url.hasSuffix($0) } ?? ""
            return url.dropLast(chat.count) + path
        } catch {
            throw CommandProblem(error.sentence)
        }
    }
}
