import ArgumentParser
import ChatCompletions

/// What `fader send` sends.
struct MessageOptions: ParsableArguments {
    @Argument(help: "The prompt; - reads it from standard input, and so does a pipe.")
    var prompt: String?

    @Option(help: ArgumentHelp("A system prompt.", valueName: "text"))
    var system: String?

    @Option(
        help: ArgumentHelp("A JSON array of messages to begin with.", valueName: "file"),
        completion: .file(extensions: ["json"])
    )
    var messages: String?

    @Option(
        name: [.customShort("p"), .customLong("parameter")],
        help: ArgumentHelp(
            "A parameter: temperature=0.2, stop='[\"\\n\"]'. Repeatable.",
            valueName: "name=value"
        )
    )
    var parameters: [String] = []

    @Flag(inversion: .prefixedNo, help: "Stream the answer (default: where the dialect allows).")
    var stream: Bool?

    /// The request, with all that a person should know of it told.
    ///
    /// - throws: `CommandProblem` when there is nothing to send, or when it is certain to be refused.
    func request(to target: Target) throws -> ChatRequest {
        var request = ChatRequest(
            provider: target.provider,
            baseURL: target.baseURL,
            model: target.model ?? "",
            messages: try allMessages()
        )
        for text in parameters { try add(text, to: &request) }
        if let stream { request.parameters["stream"] = .bool(stream) }
        try tellFindings(of: request)
        return request
    }

    private func add(_ text: String, to request: inout ChatRequest) throws {
        let parameter: ParsedParameter
        do throws(ParameterProblem) {
            parameter = try Parameters.parse(text, for: request.provider)
        } catch {
            throw CommandProblem("-p \(text): \(error.sentence)")
        }
        if let option = Self.others[parameter.name] {
            throw CommandProblem("-p \(text): it would be sent twice; use \(option)")
        }
        request.parameters[parameter.name] = parameter.value
    }

    /// What is in every request already, and what sets it.
    private static let others = ["model": "--model", "messages": "--messages FILE"]

    private func allMessages() throws -> [Message] {
        var all = try messages.map(MessageFile.read) ?? []
        if let system { all.insert(Message(.system, system), at: 0) }
        if let prompt = try promptText() { all.append(Message(.user, prompt)) }
        guard all.contains(where: { $0.role != .system }) else {
            throw CommandProblem("there is nothing to send; try: fader send 'What is top_p?'")
        }
        return all
    }

    /// A given prompt leaves standard input alone; messages from a file need no prompt.
    private func promptText() throws -> String? {
        if let prompt, prompt != "-" { return prompt.isEmpty ? nil : prompt }
        if prompt == nil && (messages != nil || InputBytes.standardIsTerminal) { return nil }
        let text = try InputBytes.standard.readText()
        // What `echo` and editors put at the end is no part of the prompt.
        let said = text.hasSuffix("\n") ? String(text.dropLast()) : text
        return said.isEmpty ? nil : said
    }

    private func tellFindings(of request: ChatRequest) throws {
        for finding in request.findings() {
            switch finding.severity {
            case .refusal: throw CommandProblem(finding.sentence)
            case .warning: StandardStream.tell("warning: \(finding.sentence)")
            case .note: StandardStream.tell("note: \(finding.sentence)")
            }
        }
    }
}
