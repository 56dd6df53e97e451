internal import Glibc

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

    /// - Throws: `TestProviderError` when no port can be had.
    package convenience init(_ scripts: [TestStep]...) throws {
        try self.init(scripts: scripts)
    }

    package init(scripts: [[TestStep]]) throws {
        signal(SIGPIPE, SIG_IGN)
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        port = try Self.listen(on: listener)
        let log = log
        Self.onOwnThread {
            while case let client = accept(listener, nil, nil), client >= 0 {
                // A child process that had it, too, would keep it open.
                _ = fcntl(client, F_SETFD, FD_CLOEXEC)
                Self.onOwnThread { TestConnection(client, scripts, log).serve() }
            }
            Glibc.close(listener)
        }
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

extension TestProvider {
    private static func listen(on listener: Int32) throws -> UInt16 {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(listener, address, size) == 0 && Glibc.listen(listener, 128) == 0
                    && getsockname(listener, address, &size) == 0
            }
        }
        guard isBound else { throw TestProviderError() }
        return UInt16(bigEndian: address.sin_port)
    }

    private static func onOwnThread(_ work: @escaping @Sendable () -> Void) {
        final class Work {
            let work: @Sendable () -> Void
            init(_ work: @escaping @Sendable () -> Void) { self.work = work }
        }
        var thread = pthread_t()
        let context = Unmanaged.passRetained(Work(work)).toOpaque()
        pthread_create(
            &thread,
            nil,
            { context in
                if let context { Unmanaged<Work>.fromOpaque(context).takeRetainedValue().work() }
                return nil
            },
            context
        )
        pthread_detach(thread)
    }
}
