import FlyingFox
import Foundation

/// Carries requests from HTTP to the desk, and replies back.
struct PracticeHandler: HTTPHandler {
    let desk: PracticeDesk
    let count: AnswerCount

    func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
        let reply = desk.reply(
            method: request.method.rawValue,
            path: request.path,
            body: Array(try await request.bodyData)
        )
        switch reply {
        case .document(let status, let json, let time):
            if time > .zero { try await ContinuousClock().sleep(for: time) }
            return HTTPResponse(
                statusCode: HTTPStatusCode(status),
                headers: [.contentType: "application/json; charset=utf-8"],
                body: Data(json)
            )
        case .events(let events, let interval):
            return HTTPResponse(
                statusCode: .ok,
                headers: [
                    .contentType: "text/event-stream; charset=utf-8",
                    HTTPHeader("Cache-Control"): "no-cache",
                ],
                body: HTTPBodySequence(
                    from: PacedBody(events: events, interval: interval, ticket: count.ticket())
                )
            )
        }
    }
}

extension HTTPStatusCode {
    fileprivate init(_ code: Int) {
        switch code {
        case 200: self = .ok
        case 404: self = .notFound
        case 405: self = .methodNotAllowed
        default: self = .badRequest
        }
    }
}
