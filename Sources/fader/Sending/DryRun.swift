import ChatClient
import ChatCompletions
import Settings

/// A request that is shown and not sent.
struct DryRun {
    private var request: ChatRequest
    private let target: Target

    init(request: ChatRequest, target: Target) {
        self.request = request
        self.target = target
        if target.isPracticeInside {
            StandardStream.tell(.note(.practicePort))
            self.request.baseURL = "http://127.0.0.1/v1"
        }
    }

    func show(asCurl: Bool) async throws {
        let http = try httpRequest()
        let finding = target.isPracticeInside ? .notNeeded : await target.findKey()
        try Task.checkCancellation()
        tell(finding, http)
        if let proxy = Client(options: target.clientOptions).proxy(for: http.url) {
            StandardStream.tell(.note(.throughProxy(proxy)))
        }
        let text = asCurl ? curl(http, finding.sendsKey) : plain(http, finding.sendsKey)
        let redactor = Redactor([finding.secret].compactMap(\.self))
        try StandardStream.output.writeLine(redactor.redacted(text))
    }

    /// What would keep it from being sent.
    private func tell(_ finding: KeyFinder.Finding, _ http: HTTPRequest) {
        if case .missing(let advice) = finding { StandardStream.tell(.note(advice)) }
        if case .found = finding, let openness = target.openness {
            StandardStream.tell(.warning(openness))
        }
        for header in http.templates {
            for name in header.variables where Folders.variable(name) == nil {
                StandardStream.tell(.note(.missingVariable(name, for: header.name)))
            }
        }
    }

    private func httpRequest() throws -> HTTPRequest {
        do throws(RequestProblem) {
            return try request.httpRequest()
        } catch {
            throw CommandProblem(error.sentence)
        }
    }

    private func plain(_ http: HTTPRequest, _ sendsKey: Bool) -> String {
        let headers = Client(options: target.clientOptions).headers(of: http, withKey: sendsKey)
        let lines = ["\(http.method) \(http.url)"] + headers.map { "\($0.name): \($0.value)" }
        return lines.joined(separator: "\n") + "\n\n" + String(decoding: http.body, as: UTF8.self)
    }

    private func curl(_ http: HTTPRequest, _ sendsKey: Bool) -> String {
        let usual = target.ownsAddress ? target.provider.keyVariable : nil
        return http.asCurl(
            keyVariable: sendsKey ? target.keyVariable ?? usual ?? "FADER_API_KEY" : nil
        )
    }
}

extension KeyFinder.Finding {
    /// Whether a key would go with a request: one is there, or one is needed.
    fileprivate var sendsKey: Bool { if case .notNeeded = self { false } else { true } }
}
