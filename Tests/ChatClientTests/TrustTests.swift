import ChatClient
import ChatCompletions
import Foundation
import Testing

/// Certificates, against a TLS server with one that nobody signed.
@Suite(.timeLimit(.minutes(1)), .enabled(if: TestCertificate.isPossible))
struct TrustTests {
    @Test func aCertificateThatNobodyTrustsIsRefused() async throws {
        let server = try TLSServer()
        let reply = await Client().get(server.url("127.0.0.1"), keyHeader: nil, key: nil)
        #expect(reply.head == nil)
        #expect(reply.failure?.phase == .tls)
        #expect(reply.failure?.message.contains("is not trusted") == true)
    }

    @Test func aCertificateThatWasNamedIsTrusted() async throws {
        let server = try TLSServer()
        let client = Client.with { $0.certificateFile = server.certificate }
        let reply = await client.get(server.url("127.0.0.1"), keyHeader: nil, key: nil)
        #expect(reply.head?.status == 200)
        #expect(reply.failure == nil)
        #expect(reply.timings.tls != nil)
    }

    @Test func aCertificateForAnotherNameIsRefused() async throws {
        let server = try TLSServer()
        let client = Client.with { $0.certificateFile = server.certificate }
        let reply = await client.get(server.url("localhost"), keyHeader: nil, key: nil)
        #expect(reply.failure?.phase == .tls)
    }

    @Test func aMissingFileOfCertificatesIsNamed() async throws {
        let client = Client.with { $0.certificateFile = "/nonexistent/ca.pem" }
        let reply = await client.get("https://127.0.0.1:9/", keyHeader: nil, key: nil)
        #expect(
            reply.failure?.phase == .connect || reply.failure?.message.contains("ca.pem") == true)
    }
}
