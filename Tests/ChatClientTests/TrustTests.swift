import ChatClient
import ChatCompletions
import Foundation
import Testing

/// Certificates, against a TLS server with one that nobody signed.
@Suite(.timeLimit(.minutes(1)), .enabled(if: TLSServer.isPossible))
struct TrustTests {
    @Test func aCertificateThatNobodyTrustsIsRefused() async throws {
        let server = try await TLSServer()
        let reply = await Client().get(server.url("127.0.0.1"), keyHeader: nil, key: nil)
        #expect(reply.head == nil)
        #expect(reply.failure?.phase == .tls)
        #expect(reply.failure?.message.contains("is not trusted") == true)
    }

    @Test func aCertificateThatWasNamedIsTrusted() async throws {
        let server = try await TLSServer()
        let client = Client.with { $0.certificateFile = server.certificate }
        let reply = await client.get(server.url("127.0.0.1"), keyHeader: nil, key: nil)
        #expect(reply.head?.status == 200)
        #expect(reply.failure == nil)
        #expect(reply.timings.tls != nil)
    }

    @Test func aCertificateForAnotherNameIsRefused() async throws {
        let server = try await TLSServer()
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

/// `openssl s_server`, which answers every GET with a page.
private final class TLSServer {
    static let isPossible = FileManager.default.isExecutableFile(atPath: "/usr/bin/openssl")
    private let folder = TemporaryFolder()
    private let process = Process()
    private let port: String

    var certificate: String { folder.path + "/certificate.pem" }

    init() async throws {
        try folder.write("", to: "key.pem", mode: 0o600)
        try Self.makeCertificate(in: folder)
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        process.arguments = [
            "s_server", "-accept", "127.0.0.1:0", "-www", "-key", "key.pem", "-cert",
            "certificate.pem",
        ]
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        var text = ""
        while !text.contains("ACCEPT "), case let data = output.fileHandleForReading.availableData,
            !data.isEmpty
        {
            text += String(decoding: data, as: UTF8.self)
        }
        port = text.split(separator: ":").last.map { $0.filter(\.isNumber) } ?? "0"
    }

    deinit {
        // Not a polite signal: test threads block those, and children inherit that.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    func url(_ host: String) -> String { "https://\(host):\(port)/" }

    private static func makeCertificate(in folder: TemporaryFolder) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        process.arguments = [
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
            "-keyout", "key.pem", "-out", "certificate.pem", "-subj", "/CN=test", "-addext",
            "subjectAltName=IP:127.0.0.1",
        ]
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
    }
}
