import Foundation

@testable import ChatClient

/// A certificate for 127.0.0.1 that nobody signed, and its key.
final class TestCertificate: Sendable {
    /// Another name that it holds for; nobody looks it up where a proxy is asked to.
    static let name = "provider.example"
    static let isPossible = FileManager.default.isExecutableFile(atPath: "/usr/bin/openssl")
    let folder = TemporaryFolder()

    var certificate: String { folder.path + "/certificate.pem" }
    var key: String { folder.path + "/key.pem" }

    init() throws {
        try folder.write("", to: "key.pem", mode: 0o600)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        process.arguments = [
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
            "-keyout", "key.pem", "-out", "certificate.pem", "-subj", "/CN=test", "-addext",
            "subjectAltName=IP:127.0.0.1,DNS:\(Self.name)",
        ]
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
    }

    /// A client that trusts it.
    func client(_ change: (inout Client.Options) -> Void = { _ in }) -> Client {
        Client.with {
            $0.certificateFile = certificate
            change(&$0)
        }
    }
}

/// A program that serves until nobody holds it any more.
final class ServerProcess {
    private let process = Process()
    private let output = Foundation.Pipe()

    /// Starts it, and waits for a line that holds `mark` on its standard output or error.
    ///
    /// - Returns: that line.
    func start(_ program: String, _ arguments: [String], until mark: String) throws -> String {
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.standardOutput = output
        process.standardError = output
        try process.run()
        var text = ""
        while case let data = output.fileHandleForReading.availableData, !data.isEmpty {
            text += String(decoding: data, as: UTF8.self)
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
            if let line = lines.first(where: { $0.contains(mark) }) { return String(line) }
        }
        throw ServerProblem(said: text)
    }

    deinit {
        // Not a polite signal: test threads block those, and children inherit that.
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        process.waitUntilExit()
    }
}

struct ServerProblem: Error {
    let said: String
}

/// `openssl s_server`, which answers every GET with a page.
final class TLSServer {
    private let trusted: TestCertificate
    private let process = ServerProcess()
    private let port: String

    var certificate: String { trusted.certificate }

    init() throws {
        trusted = try TestCertificate()
        let line = try process.start(
            "/usr/bin/openssl",
            [
                "s_server", "-accept", "127.0.0.1:0", "-www", "-key", trusted.key, "-cert",
                trusted.certificate,
            ], until: "ACCEPT ")
        port = line.split(separator: ":").last.map { $0.filter(\.isNumber) } ?? "0"
    }

    func url(_ host: String) -> String { "https://\(host):\(port)/" }
}

/// `nghttpx`: HTTP/2 over TLS in front of a server that speaks HTTP/1.1.
final class HTTP2Server {
    private static let program = ["/usr/sbin/nghttpx", "/usr/bin/nghttpx"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }
    static let isPossible = program != nil && TestCertificate.isPossible
    private let trusted: TestCertificate
    private let process = ServerProcess()
    let port: UInt16

    /// - Parameters:
    ///   - backend: the port on this machine that requests are handed on to.
    ///   - protocols: what it offers, by preference.
    init(to backend: UInt16, offering protocols: String = "h2,http/1.1") throws {
        trusted = try TestCertificate()
        port = try FreePort.any()
        _ = try process.start(
            Self.program ?? "",
            [
                "--frontend=127.0.0.1,\(port)", "--backend=127.0.0.1,\(backend)", "--workers=1",
                "--single-process", "--npn-list=\(protocols)", "--log-level=NOTICE", "--no-ocsp",
                "--conf=/dev/null",
                trusted.key, trusted.certificate,
            ], until: "Listening on")
    }

    var baseURL: String { "https://127.0.0.1:\(port)/v1" }

    /// A client that trusts it.
    func client(_ change: (inout Client.Options) -> Void = { _ in }) -> Client {
        trusted.client(change)
    }
}

/// A port on which nothing listens, for programs that cannot choose one themselves.
enum FreePort {
    static func any() throws -> UInt16 {
        let (listener, port) = try bound()
        close(listener)
        return port
    }

    /// A socket that has one, and the port.
    static func bound() throws -> (socket: Int32, port: UInt16) {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withAddress(of: 0) { bind(listener, $0, $1) } == 0
        let isNamed = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                getsockname(listener, $0, &size) == 0
            }
        }
        guard isBound, isNamed else { throw ServerProblem(said: "no port") }
        return (listener, UInt16(bigEndian: address.sin_port))
    }

    /// A port of this machine, as sockets are told of it.
    static func withAddress(
        of port: UInt16, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) -> Int32 {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
        address.sin_port = port.bigEndian
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
    }
}
