import FlyingSocks
import Glibc

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
    private let socket: Socket
    private let count: AnswerCount
    private let running: Task<Void, Never>

    /// Begins to listen.
    ///
    /// - Parameters:
    ///   - port: 0 lets the system choose one.
    ///   - tokensPerSecond: how fast answers are written; `nil` for as fast as it goes.
    /// - Throws: what the system says when the port cannot be had.
    package static func start(
        port: UInt16 = 0,
        tokensPerSecond: Double? = 60
    ) async throws -> PracticeServer {
        let pool: some AsyncSocketPool = .ePoll()
        try await pool.prepare()
        let socket = try Socket(domain: AF_INET)
        try socket.setValue(true, for: .localAddressReuse)
        try socket.bind(to: .inet(ip4: "127.0.0.1", port: port))
        try socket.listen()
        guard case .ip4(_, let port) = try socket.sockname() else {
            throw SocketError.unsupportedAddress
        }
        let listener = try AsyncSocket(socket: socket, pool: pool)
        let desk = PracticeDesk(tokensPerSecond: tokensPerSecond)
        let count = AnswerCount()
        let running = Task {
            await withTaskGroup(of: Void.self) { group in
                group.addTask { try? await pool.run() }
                group.addTask { await Self.accept(on: listener, desk, count) }
                await group.next()
                group.cancelAll()
            }
        }
        return PracticeServer("http://127.0.0.1:\(port)/v1", socket, running, count)
    }

    private init(
        _ baseURL: String,
        _ socket: Socket,
        _ running: Task<Void, Never>,
        _ count: AnswerCount
    ) {
        self.baseURL = baseURL
        self.socket = socket
        self.running = running
        self.count = count
    }

    /// How many streamed answers are being written.
    package var answersUnderWay: Int { count.value }

    /// Closes the port and every connection; answers that are under way end.
    package func stop() async {
        running.cancel()
        await running.value
        try? socket.close()
    }

    /// Takes connections until the task is cancelled, each in a task of its own.
    private static func accept(
        on listener: AsyncSocket,
        _ desk: PracticeDesk,
        _ count: AnswerCount
    ) async {
        await withDiscardingTaskGroup { group in
            while let socket = try? await listener.accept() {
                let connection = PracticeConnection(socket: socket, desk: desk, count: count)
                group.addTask { await connection.serve() }
            }
            group.cancelAll()
        }
    }
}
