import ArgumentParser
import ChatCompletions

/// What `fader send` sends.
struct MessageOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(.promptArgumentHelp)
    )
    var prompt: String?

    @Flag(name: .customLong("no-stdin"), help: ArgumentHelp(.noInputHelp))
    var noInput = false

    @Option(help: ArgumentHelp(.systemHelp, valueName: "text"))
    var system: String?

    @Option(
        help: ArgumentHelp(
            .messagesHelp, valueName: "file"),
        completion: .file(extensions: ["json"])
    )
    var messages: String?

    @Option(
        help: ArgumentHelp(
            .bodyHelp,
            valueName: "file"
        ),
        completion: .file(extensions: ["json"])
    )
    var body: String?

    @Option(
        name: [.customShort("p"), .customLong("parameter")],
        help: ArgumentHelp(
            .parameterHelp,
            valueName: "name=value"
        )
    )
    var parameters: [String] = []

    @Flag(inversion: .prefixedNo, help: ArgumentHelp(.streamHelp))
    var stream: Bool?

    func validate() throws {
        if prompt == "-", noInput {
            throw ValidationError(.dashWithoutInput)
        }
        let hasMore =
            prompt != nil || system != nil || messages != nil || !parameters.isEmpty
            || stream != nil
        if body != nil, hasMore {
            throw ValidationError(.bodyAlone)
        }
        if body == "-", noInput {
            throw ValidationError(.bodyDashWithoutInput)
        }
    }

    /// The request with what is said here.
    ///
    /// - Parameter usual: the parameters that hold where none are given.
    /// - throws: `CommandProblem` when there is nothing to send.
    func request(to target: Target, parameters usual: Parameters) throws -> ChatRequest {
        try body.map { try wholeRequest($0, to: target) } ?? madeRequest(to: target, usual)
    }

    private func wholeRequest(_ file: String, to target: Target) throws -> ChatRequest {
        if file != "-", !noInput {
            StandardInput.tellIfIgnored(because: .bodyAsItIs)
        }
        return try BodyFile.request(file, to: target)
    }

    /// Standard input comes last: nobody shall wait for it to hear of a misspelt option.
    private func madeRequest(
        to target: Target, _ usual: Parameters
    ) throws -> ChatRequest {
        var request = ChatRequest(
            provider: target.provider,
            baseURL: target.baseURL,
            model: target.model ?? "",
            messages: system.map { [Message(.system, $0)] } ?? [],
            parameters: usual
        )
        for text in parameters {
            let parameter = try ParameterText.read(text, for: request.provider)
            request.parameters[parameter.name] = parameter.value
        }
        if let stream { request.parameters["stream"] = .bool(stream) }
        request.messages += try messages.map(MessageFile.read) ?? []
        if let prompt = try promptText() { request.messages.append(Message(.user, prompt)) }
        guard request.messages.contains(where: { $0.role != .system }) else {
            throw CommandProblem(.nothingToSend)
        }
        return request
    }

    /// What is handed over goes before what is said of it.
    private func promptText() throws -> String? {
        let readsInput = prompt == "-" || !noInput && StandardInput.isPiped
        let given = prompt == "-" ? nil : prompt
        let parts = [readsInput ? try StandardInput.prompt() : nil, given].compactMap { $0 }
            .filter { !$0.allSatisfy(\.isWhitespace) }
        return parts.isEmpty ? nil : parts.joined(separator: "\n\n")
    }
}

extension ChatRequest {
    /// Says all that a person should know of it.
    ///
    /// - throws: `CommandProblem` when it is certain to be refused.
    func tellFindings() throws {
        for finding in findings() {
            switch finding.severity {
            case .refusal: throw CommandProblem(finding.sentence)
            case .warning: StandardStream.tell(.warning(finding.sentence))
            case .note: StandardStream.tell(.note(finding.sentence))
            }
        }
    }
}
