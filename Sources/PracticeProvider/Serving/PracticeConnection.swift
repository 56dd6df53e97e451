import FlyingSocks
import FoundationEssentials

/// One client's connection: carries its requests to the desk, and the replies back.
struct PracticeConnection: Sendable {
    let socket: AsyncSocket
    let desk: PracticeDesk
    let count: AnswerCount

    /// Answers request after request until one side has enough.
    func serve() async {
        // What goes wrong here is a client that went away, or this server that ends.
        try? await answerAll()
        try? socket.close()
    }

    private func answerAll() async throws {
        var reader = RequestReader(socket)
        do {
            while let request = try await reader.next() {
                try await answer(request)
                if request.closes { return }
            }
        } catch let problem as RequestReader.Problem {
            try await send(status: problem.status, Array("{}".utf8))
        }
    }

    private func answer(_ request: ReceivedRequest) async throws {
        switch desk.reply(method: request.method, path: request.path, body: request.body) {
        case .document(let status, let json, let time):
            if time > .zero { try await ContinuousClock().sleep(for: time) }
            try await send(status: status, json)
        case .events(let events, let interval):
            let ticket = count.ticket()
            try await send(PacedBody(events: events, interval: interval, ticket: ticket))
        }
    }

    private func send(status: Int, _ json: [UInt8]) async throws {
        let head = Self.head(
            status, "application/json; charset=utf-8", "Content-Length: \(json.count)"
        )
        try await socket.send(Array(head.utf8) + json)
    }

    private func send(_ body: PacedBody) async throws {
        var body = body
        let type = "text/event-stream; charset=utf-8\r\nCache-Control: no-cache"
        try await socket.send(Self.head(200, type, "Transfer-Encoding: chunked"))
        while let bytes = try await body.next() {
            let size = String(bytes.count, radix: 16)
            try await socket.send(Array("\(size)\r\n".utf8) + bytes + Array("\r\n".utf8))
        }
        try await socket.send("0\r\n\r\n")
    }

    private static func head(_ status: Int, _ type: String, _ length: String) -> String {
        let reasons = [
            200: "OK", 400: "Bad Request", 404: "Not Found", 405: "Method Not Allowed",
            411: "Length Required", 413: "Content Too Large",
        ]
        let line = "HTTP/1.1 \(status) \(reasons[status] ?? "Error")"
        return "\(line)\r\nContent-Type: \(type)\r\n\(length)\r\n\r\n"
    }
}

extension AsyncSocket {
    func send(_ bytes: [UInt8]) async throws { try await write(Data(bytes)) }
    func send(_ text: String) async throws { try await send(Array(text.utf8)) }
}
