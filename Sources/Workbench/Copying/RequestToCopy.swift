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
            CopyForm(.requestAsCurl, detail) { _ throws(CopyProblem) in
                let (request, variable) = try self.http()
                return request.asCurl(keyVariable: variable)
            },
            CopyForm(.requestAsPython, detail) { _ throws(CopyProblem) in
                let (request, variable) = try self.http()
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

    private func http() throws(CopyProblem) -> (HTTPRequest, variable: String?) {
        switch self {
        case .sent(let sent, let provider):
            let request = HTTPRequest(sent, to: provider)
            return (request, request.keyHeader.map { _ in provider.keyVariable(for: sent.url) })
        case .next(let request):
            let provider = request.provider
            do throws(RequestProblem) {
                let http = try request.withAddress.httpRequest()
                let needsKey = provider.needsKey && !Provider.isLoopback(http.url)
                return (http, needsKey ? provider.keyVariable(for: http.url) : nil)
            } catch {
                throw CopyProblem(words: error.sentence)
            }
        }
    }
}

extension ChatRequest {
    /// The practice provider has an address while the program runs; `fader practice` is where others
    /// find it.
    fileprivate var withAddress: ChatRequest {
        guard provider.id == Provider.practice.id, baseURL == nil else { return self }
        var request = self
        request.baseURL = "http://127.0.0.1:8080/v1"
        return request
    }
}
