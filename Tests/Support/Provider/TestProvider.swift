internal import Glibc
internal import Loopback

/// A loopback server that does what its scripts say, byte by byte, right or wrong.
///
/// ```swift
/// let gate = Gate()
/// let provider = try TestProvider([.streamHead, .chunk("data: {}\n\n"), .pause(until: gate)])
/// let exchange = client.send(request(to: provider.baseURL), …)
/// await provider.clientClosed()
/// ```
///
/// The first request gets the first script and so on; the last script serves all others. When a
/// script is through, the connection is kept for a next request. The server listens until the
/// process ends, so that a test need not hold it.
package final class TestProvider: Sendable {
    package let port: UInt16
    private let log = TestProviderLog()

    /// - Throws: `LoopbackProblem` when no port can be had.
    package convenience init(_ scripts: [TestStep]...) throws {
        try self.init(scripts: scripts)
    }

    package init(scripts: [[TestStep]]) throws {
        signal(SIGPIPE, SIG_IGN)
        let log = log
        let server = try LoopbackServer { TestConnection($0, scripts, log).serve() }
        port = server.port
    }

    /// `http://127.0.0.1:PORT/v1`
    package var baseURL: String { "http://127.0.0.1:\(port)/v1" }

    /// All requests so far, in order of arrival.
    package var requests: [ReceivedRequest] { log.requests }

    /// How many connections were accepted and used so far.
    package var connectionCount: Int { log.connections }

    /// Waits until as many requests have arrived whole, and gives the last of them.
    package func request(_ count: Int = 1) async -> ReceivedRequest {
        await log.wait { $0.requests.count >= count }.requests[count - 1]
    }

    /// Waits until clients have closed as many connections.
    package func clientClosed(_ count: Int = 1) async {
        _ = await log.wait { $0.closed >= count }
    }

    /// Waits until the system has taken as many bytes from the scripts.
    package func sent(_ count: Int) async {
        _ = await log.wait { $0.sent >= count }
    }

    /// Waits until a client has connected, whether it asked for something or not.
    package func clientConnected(_ count: Int = 1) async {
        _ = await log.wait { $0.connections >= count }
    }
}

package struct TestProviderError: Error {
    package init() {}
}
