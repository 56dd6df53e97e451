import ArgumentParser
import ChatCompletions

/// What `fader send` sends.
struct MessageOptions: ParsableArguments {
    @Argument(
        help: """
            The prompt; without one, or with -, it is standard input. A pipe or file on standard \
            input goes before a prompt that is given.
            """
    )
    var prompt: String?

    @Flag(name: .customLong("no-stdin"), help: "Do not read standard input.")
    var noInput = false

    @Option(help: ArgumentHelp("A system prompt.", valueName: "text"))
    var system: String?

    @Option(
        help: ArgumentHelp(
            "A JSON array of messages to begin with, sent as given.", valueName: "file"),
        completion: .file(extensions: ["json"])
    )
    var messages: String?

    @Option(
        help: ArgumentHelp(
            "A whole request body (- is standard input), checked and sent as it is.",
            valueName: "file"
        ),
        completion: .file(extensions: ["json"])
    )
    var body: String?

    @Option(
        name: [.customShort("p"), .customLong("parameter")],
        help: ArgumentHelp(
            """
            A parameter: temperature=0.2, stop='["\\n"]'. Repeatable. NAME=@FILE takes the value \
            from a file, @@ begins one with an at sign.
            """,
            valueName: "name=value"
        )
    )
    var parameters: [String] = []

    @Flag(inversion: .prefixedNo, help: "Stream the answer (default: where the dialect allows).")
    var stream: Bool?

    func validate() throws {
        if prompt == "-", noInput {
            throw ValidationError("- reads standard input, and --no-stdin does not.")
        }
        let hasMore =
            prompt != nil || system != nil || messages != nil || !parameters.isEmpty
            || stream != nil
        if body != nil, hasMore {
            throw ValidationError(
                "--body is sent as it is: no prompt, --system, --messages, -p or --stream with it.")
        }
        if body == "-", noInput {
            throw ValidationError("--body - reads standard input, and --no-stdin does not.")
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
            StandardInput.tellIfIgnored(because: "--body is sent as it is")
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
            throw CommandProblem("there is nothing to send; try: fader send 'What is top_p?'")
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
            case .warning: StandardStream.tell("warning: \(finding.sentence)")
            case .note: StandardStream.tell("note: \(finding.sentence)")
            }
        }
    }
}
