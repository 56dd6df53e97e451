import ChatCompletions
import Foundation
import Support
import Testing

@testable import ChatClient

/// What libcurl does when nobody looks, and that it does not do it here. Each habit has a test; these
/// are held elsewhere:
///
/// | habit | test |
/// |---|---|
/// | one thread, woken from any other | `ExchangeTests.sixtyFourExchangesShareOneThread` |
/// | a cancel waits for the resolver | `DeafNameServerTests`, and `CancelTests` for the other phases |
/// | time limits count bytes, not events | `LimitTests` |
/// | a body without a length ends well however it ends | `CorpusTests` |
/// | characters are cut between reads | `CorpusTests`, byte by byte |
/// | some keys go along with a redirect | `RedirectTests` |
/// | bodies and headers without end | `FailureTests`, `BombTests` |
/// | keys in what is recorded | `RedactorTests` |
/// | a proxy that nobody sees, and what it is told | `ProxyTests` |
/// | HTTP/2, and a stream that is given up | `HTTP2Tests` |
/// | the clock's first byte is no token | `ExchangeTests.theTimesAreInOrder` |
@Suite(.timeLimit(.minutes(1)))
struct LibcurlTests {
    @Test func itAsksForNoLeaveToSendALargeBody() async throws {
        let provider = try TestProvider(TestStep.answer(200, "{}"))
        let body = #"{"text":"\#(String(repeating: "x", count: 2 << 20))"}"#
        let large = request(to: provider.baseURL + "/chat/completions", body: body)
        #expect(await Client().events(large).head?.status == 200)
        let received = await provider.request()
        #expect(received.value(of: "expect") == nil)
        #expect(received.body.count == body.utf8.count)
    }

    @Test func aServerThatHangsUpWhileItIsSentToIsNoSignal() async throws {
        // The server reads the head's first bytes, at the most, and is gone.
        let provider = try TestProvider([.reset])
        let body = String(repeating: "x", count: 32 << 20)
        let large = request(to: provider.baseURL, body: body)
        for _ in 0..<4 {
            let end = await Client().events(large).end
            #expect(end?.failure?.kind == .transport)
        }
    }

    @Test func aChildGetsNoConnection() async throws {
        let provider = try TestProvider([.streamHead, .chunk("data: 1\n\n"), .pause(until: Gate())])
        let client = Client()
        let exchange = client.send(request(to: provider), streams: true, key: nil)
        _ = await exchange.events { !$0.reads.isEmpty }
        let list = try RunningCommand("/bin/ls", ["-l", "/proc/self/fd"], environment: [:])
        let inherited = await list.end().text
        let connections = try await Self.sockets(connectedTo: provider.port)
        #expect(!connections.isEmpty)
        for number in connections { #expect(!inherited.contains("socket:[\(number)]")) }
        exchange.cancel()
    }

    /// The numbers of this machine's sockets whose other end is that port (proc(5), `net/tcp`).
    private static func sockets(connectedTo port: UInt16) async throws -> [String] {
        let table = try await RunningCommand(
            "/bin/cat", ["/proc/net/tcp", "/proc/net/tcp6"], environment: [:]
        ).end().text
        let hexadecimal = String(port, radix: 16, uppercase: true)
        let end = ":" + String(repeating: "0", count: 4 - hexadecimal.count) + hexadecimal
        return table.split(separator: "\n").map { $0.split(separator: " ") }
            .filter { $0.count > 9 && $0[2].hasSuffix(end) }.map { String($0[9]) }
    }

    @Test func itDoesNotInflateUnseen() async throws {
        let gzip: [UInt8] = [
            0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0xAB, 0xAE, 5, 0, 0x43, 0xBF, 0xA6, 0xA3, 2, 0, 0,
            0,
        ]
        let head = ["Content-Encoding: gzip", "Content-Length: \(gzip.count)"]
        let provider = try TestProvider([.head(200, head), .bytes(gzip)])
        let all = await Client().events(request(to: provider))
        #expect(all.reads.flatMap(\.bytes) == gzip)
        #expect(all.reads.flatMap(\.events).map(\.data) == ["{}"])
    }

    @Test(arguments: ["CURL_CA_BUNDLE", "SSL_CERT_FILE"])
    func theToolsVariablesForCertificatesCount(variable: String) async throws {
        let server = try TLSServer()
        let client = Client.with { $0.environment = [variable: server.certificate] }
        let reply = await client.get(server.url("127.0.0.1"), keyHeader: nil, key: nil)
        #expect(reply.head?.status == 200)
    }

    @Test func aClosedConnectionIsReplacedBeforeAnythingWasSaid() async throws {
        let closing = TestStep.answer(200, "{}") + [.close]
        let provider = try TestProvider(closing, closing)
        let client = Client()
        for _ in 0..<2 {
            #expect(await client.events(request(to: provider)).head?.status == 200)
        }
        #expect(client.connections.opened == 2)
        #expect(client.connections.reused == 0)
    }

    @Test func itReadsNoFileOfPasswordsAndKeepsNoCookies() async throws {
        let cookie = ["Set-Cookie: a=b; Path=/", "Content-Length: 2"]
        let provider = try TestProvider([.head(200, cookie), .text("{}")])
        let client = Client()
        for _ in 0..<2 { _ = await client.events(request(to: provider)) }
        for received in provider.requests {
            #expect(received.value(of: "cookie") == nil)
            #expect(received.value(of: "authorization") == nil)
        }
    }
}
