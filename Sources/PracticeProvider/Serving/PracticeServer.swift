import FlyingFox
import FlyingSocks
package import Words

/// The practice provider: the n-gram model behind an OpenAI-like API on 127.0.0.1.
///
/// ```swift
/// let server = try await PracticeServer.start()
/// server.baseURL      // http://127.0.0.1:41235/v1
/// await server.stop()
/// ```
package final class PracticeServer: Sendable {
    /// The part before `/chat/completions`.
    package let baseURL: String
    private let server: HTTPServer
    private let count: AnswerCount
    private let running: Task<Void, any Error>

    /// Begins to listen.
    ///
    /// - Parameters:
    ///   - port: 0 lets the system choose one.
    ///   - tokensPerSecond: how fast answers are written; `nil` for as fast as it goes.
    ///   - language: what the words of an error are in.
    /// - Throws: what the system says when the port cannot be had.
    package static func start(
        port: UInt16 = 0,
        tokensPerSecond: Double? = 60,
        language: Language = .english
    ) async throws -> PracticeServer {
        let count = AnswerCount()
        let desk = PracticeDesk(tokensPerSecond: tokensPerSecond, language: language)
        let server = HTTPServer(
            address: try .inet(ip4: "127.0.0.1", port: port),
            // A whole answer is sent after the time that writing it takes: hours at worst.
            timeout: 86_400,
            logger: .disabled,
            handler: PracticeHandler(desk: desk, count: count)
        )
        let waiting = Task { try await server.waitUntilListening() }
        let running = Task {
            // A server that cannot listen ends at once, and then nobody should wait for it.
            defer { waiting.cancel() }
            try await server.run()
        }
        do {
            try await waiting.value
        } catch {
            try await running.value
            throw error
        }
        guard case .ip4(_, let port) = await server.listeningAddress else {
            throw SocketError.unsupportedAddress
        }
        return PracticeServer("http://127.0.0.1:\(port)/v1", server, running, count)
    }

    private init(
        _ baseURL: String,
        _ server: HTTPServer,
        _ running: Task<Void, any Error>,
        _ count: AnswerCount
    ) {
        self.count = count
        self.baseURL = baseURL
        self.server = server
        self.running = running
    }

    /// How many streamed answers are being written.
    package var answersUnderWay: Int { count.value }

    /// Closes the port and every connection; answers that are under way end.
    package func stop() async {
        await server.stop()
        running.cancel()
        _ = await running.result
    }
}
