import ChatCompletions
import Words

/// A request as somebody may want to send it from elsewhere: as JSON, with curl, with Python. The key
/// is never in it: the environment has it.
enum RequestToCopy: Sendable {
    case sent(SentRequest, to: Provider)
    /// It would go out now.
    case next(ChatRequest)

    var forms: [CopyForm] {
        let detail: Phrase =
            switch self {
            case .sent: .asSent
            case .next: .asSentNow
            }
        return [
            CopyForm(.requestAsJSON, detail) { _ throws(CopyProblem) in self.json },
            CopyForm(.requestAsCurl, detail) { state throws(CopyProblem) in
                let (request, variable) = try self.http(state.around.keyPlaces)
                return request.asCurl(keyVariable: variable)
            },
            CopyForm(.requestAsPython, detail) { state throws(CopyProblem) in
                let (request, variable) = try self.http(state.around.keyPlaces)
                return request.asPython(keyVariable: variable)
            },
        ]
    }

    private var json: String {
        switch self {
        case .sent(let request, _): String(decoding: request.body, as: UTF8.self)
        case .next(let request):
            request.givenBody.map { String(decoding: $0, as: UTF8.self) } ?? request.body().text
        }
    }

    private func http(
        _ places: KeyPlaces
    ) throws(CopyProblem) -> (HTTPRequest, variable: String?) {
        switch self {
        case .sent(let sent, let provider):
            let request = HTTPRequest(sent, to: provider)
            let variable = places.variable(of: provider, at: sent.url)
            return (request, request.keyHeader.map { _ in variable })
        case .next(let request):
            let provider = request.provider
            do throws(RequestProblem) {
                let http = try request.withAddress.httpRequest()
                let hasKey = !request.isToPractice && places.haveKey(for: provider, at: http.url)
                return (http, hasKey ? places.variable(of: provider, at: http.url) : nil)
            } catch {
                throw CopyProblem(words: error.sentence)
            }
        }
    }
}

extension ChatRequest {
    /// To the one in the program, which nobody has a key for.
    fileprivate var isToPractice: Bool { provider.id == Provider.practice.id && baseURL == nil }

    /// The practice provider has an address while the program runs; `fader practice` is where others
    /// find it.
    fileprivate var withAddress: ChatRequest {
        guard isToPractice else { return self }
        var request = self
        request.baseURL = "http://127.0.0.1:8080/v1"
        return request
    }
}
