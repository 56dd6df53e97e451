import ChatCompletions
import Glibc
import Support
import Testing
import Words

@testable import ChatClient

/// `https://` to a port that speaks no TLS: the advice has the other scheme, whatever the server does.
@Suite(.timeLimit(.minutes(1)))
struct PlainPortTests {
    private func failure(_ port: UInt16, _ client: Client = Client()) async throws -> Failure {
        let url = "https://127.0.0.1:\(port)/v1"
        let failure = try #require(
            await client.events(request(to: url + "/chat/completions")).end?.failure)
        #expect(failure.phase == .tls)
        let advice = failure.advice(sentTo: url).english
        #expect(advice.contains("make the base URL http://127.0.0.1:\(port)/v1"), "\(advice)")
        #expect(!advice.contains("certificates"))
        return failure
    }

    /// It takes the handshake for the beginning of a request, and waits for the rest.
    @Test func aServerThatWaits() async throws {
        let provider = try TestProvider([.close])
        let client = Client.with { $0.connectLimit = .milliseconds(500) }
        let failure = try await failure(provider.port, client)
        #expect(
            failure.message
                == "the TLS handshake with 127.0.0.1:\(provider.port) did not come to its end "
                + "within 500 ms")
    }

    @Test func aServerThatCloses() async throws {
        let server = try CurtServer()
        let failure = try await failure(server.port)
        #expect(
            failure.message.contains("closed the connection in the middle of the TLS handshake"))
    }

    @Test func aServerThatAnswers() async throws {
        let server = try CurtServer(saying: "HTTP/1.1 400 Bad Request\r\n\r\n")
        _ = try await failure(server.port)
    }
}

/// Reads what comes first on each connection, says its word, and closes.
private struct CurtServer {
    let port: UInt16

    init(saying word: String = "") throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, size) == 0 && getsockname(listener, $0, &size) == 0
            }
        }
        guard isBound, listen(listener, 8) == 0 else { throw TestProviderError() }
        port = UInt16(bigEndian: address.sin_port)
        OwnThread.run {
            while case let client = accept(listener, nil, nil), client >= 0 {
                var bytes = [UInt8](repeating: 0, count: 4096)
                _ = recv(client, &bytes, bytes.count, 0)
                _ = send(client, word, word.utf8.count, Int32(MSG_NOSIGNAL))
                close(client)
            }
        }
    }
}
