import ChatCompletions
import Glibc
package import Words

/// Answers requests, whatever carries them: the routes, and what each gives back.
package struct PracticeDesk: Sendable {
    /// `nil`: as fast as it goes.
    package var tokensPerSecond: Double?

    /// What the words of an error are in.
    package var language: Language

    package init(tokensPerSecond: Double?, language: Language = .english) {
        self.tokensPerSecond = tokensPerSecond
        self.language = language
    }

    package enum Reply: Sendable {
        /// To be sent after the time that writing it takes.
        case document(status: Int, json: [UInt8], after: Duration)
        /// Events with a pause after each word; `nil` for none.
        case events(EventStream, interval: Duration?)
    }

    package func reply(method: String, path: String, body: [UInt8]) -> Reply {
        do throws(PracticeProblem) {
            switch path {
            case "/v1/models":
                try allow("GET", method, path)
                return Reply(200, PracticeModelName.document)
            case "/v1/chat/completions":
                try allow("POST", method, path)
                return answer(try PracticeDesk.request(body))
            default: throw .unknownPath(path)
            }
        } catch {
            return Reply(error.status, error.document(in: language))
        }
    }

    private func allow(
        _ allowed: String,
        _ method: String,
        _ path: String
    ) throws(PracticeProblem) {
        guard method == allowed else { throw .wrongMethod(method, path: path, allowed: allowed) }
    }

    private static func request(_ body: [UInt8]) throws(PracticeProblem) -> PracticeRequest {
        let value: JSONValue
        do throws(JSONProblem) {
            value = try JSONValue(parsing: body)
        } catch {
            throw .invalid(nil, .noJSON(error), code: "invalid_json")
        }
        return try PracticeRequest(value)
    }

    private func answer(_ request: PracticeRequest) -> Reply {
        let run = PracticeRun(request, luck: .random(in: 0 ... .max))
        let head = AnswerHead(
            id: "chatcmpl-practice-" + String(UInt64.random(in: 0 ... .max), radix: 36),
            created: time(nil),
            model: request.modelName.rawValue
        )
        if request.streams {
            return .events(EventStream(run, head: head), interval: interval(request))
        }
        return whole(run, head)
    }

    private func interval(_ request: PracticeRequest) -> Duration? {
        guard let speed = request.tokensPerSecond ?? tokensPerSecond, speed > 0 else { return nil }
        return .seconds(min(1 / speed, Self.longestInterval))
    }

    /// In seconds: slower than that is not told from standing still.
    private static let longestInterval = 3600.0

    private func whole(_ run: PracticeRun, _ head: AnswerHead) -> Reply {
        var run = run
        var additions: [[PracticeRun.Addition]] = run.writers.map { _ in [] }
        var rounds = 0
        while let round = run.next() {
            for addition in round { additions[addition.choice].append(addition) }
            rounds += 1
        }
        let choices = additions.enumerated().map { run.choice($1, number: $0) }
        let document = head.document("chat.completion", choices: choices, usage: run.usage)
        let time = (interval(run.request) ?? .zero) * rounds
        return Reply(200, document, after: time)
    }
}

extension PracticeDesk.Reply {
    fileprivate init(_ status: Int, _ document: JSONValue, after time: Duration = .zero) {
        self = .document(status: status, json: Array(document.text.utf8), after: time)
    }
}
