import ChatCompletions
import Dispatch
import Foundation
import FoundationNetworking
import Glibc
import PracticeProvider
import Testing

@Suite struct ServerTests {
    /// What comes back for a body, read over a real connection.
    private func send(
        _ body: JSONValue,
        to server: PracticeServer
    ) async throws -> (status: Int, type: String, text: String) {
        let url = try #require(URL(string: server.baseURL + "/chat/completions"))
        var request = URLRequest(url: url)
        request.httpMethod = "POST"
        request.httpBody = Data(body.text.utf8)
        let (data, response) = try await URLSession.shared.data(for: request)
        let head = try #require(response as? HTTPURLResponse)
        let type = head.value(forHTTPHeaderField: "Content-Type") ?? ""
        return (head.statusCode, type, String(decoding: data, as: UTF8.self))
    }

    @Test func anAnswerComesAsJSONOverARealConnection() async throws {
        let server = try await PracticeServer.start(tokensPerSecond: nil)
        let (status, type, text) = try await send(body("你好"), to: server)
        #expect(status == 200)
        #expect(type.hasPrefix("application/json"))
        let answer = try JSONValue(parsing: text)
        #expect(answer["choices"]?[0]?["message"]?["content"]?.string?.contains("模型") == true)
        await server.stop()
    }

    @Test func aStreamComesAsEventsOverARealConnection() async throws {
        let server = try await PracticeServer.start(tokensPerSecond: 5_000)
        let (status, type, text) = try await send(
            body("Explain streaming", ["stream": true, "max_tokens": 50]),
            to: server
        )
        #expect(status == 200)
        #expect(type.hasPrefix("text/event-stream"))
        #expect(text.split(separator: "\n\n").allSatisfy { $0.hasPrefix("data: ") })
        #expect(text.hasSuffix("data: [DONE]\n\n"))
        await server.stop()
    }

    @Test func aBadRequestIsAnErrorDocument() async throws {
        let server = try await PracticeServer.start(tokensPerSecond: nil)
        let (status, _, text) = try await send(body("Hi", ["temperature": 9]), to: server)
        #expect(status == 400)
        #expect(try JSONValue(parsing: text)["error"]?["param"] == "temperature")
        await server.stop()
    }

    @Test func twoServersHaveTwoPortsAndATakenPortIsAnError() async throws {
        let one = try await PracticeServer.start()
        let two = try await PracticeServer.start()
        #expect(one.baseURL != two.baseURL)
        #expect(one.baseURL.hasPrefix("http://127.0.0.1:"))
        let port = try #require(URL(string: one.baseURL)?.port).magnitude
        await #expect(throws: (any Error).self) {
            try await PracticeServer.start(port: UInt16(port))
        }
        await one.stop()
        await two.stop()
    }

    @Test func aClientThatGoesAwayEndsItsAnswer() async throws {
        let server = try await PracticeServer.start(tokensPerSecond: 1_000)
        let port = try #require(URL(string: server.baseURL)?.port)
        let client = try Client(port: UInt16(port))
        try client.post(body("Hi", ["stream": true, "ignore_eos": true, "max_tokens": 1_000_000]))
        #expect(await client.read().isEmpty == false)
        #expect(server.answersUnderWay == 1)
        client.close()
        while server.answersUnderWay > 0 { await Task.yield() }
        await server.stop()
    }

    @Test func stoppingTheServerEndsAnAnswerThatIsUnderWay() async throws {
        let server = try await PracticeServer.start(tokensPerSecond: 1)
        let port = try #require(URL(string: server.baseURL)?.port)
        let client = try Client(port: UInt16(port))
        try client.post(body("Hi", ["stream": true]))
        #expect(await client.read().isEmpty == false)
        await server.stop()
        while await client.read().isEmpty == false {}
        client.close()
    }
}

/// A connection made by hand, which can be closed in the middle of an answer.
private struct Client {
    private let file: Int32

    init(port: UInt16) throws {
        file = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let file = file
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(file, $0, size) }
        }
        try #require(result == 0)
    }

    func post(_ body: JSONValue) throws {
        let content = body.text
        let text =
            "POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Length: \(content.utf8.count)\r\n\r\n\(content)"
        try #require(Glibc.write(file, text, text.utf8.count) == text.utf8.count)
    }

    /// What is there, at least one byte; nothing at the end. Waits on a thread of its own, since
    /// the server needs those that tests run on.
    func read() async -> [UInt8] {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                var bytes = [UInt8](repeating: 0, count: 4_096)
                let count = Glibc.read(file, &bytes, bytes.count)
                continuation.resume(returning: Array(bytes.prefix(max(0, count))))
            }
        }
    }

    func close() { _ = Glibc.close(file) }
}
