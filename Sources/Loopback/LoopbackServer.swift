internal import Glibc

/// A server on 127.0.0.1 that reads requests and lets its owner write the bytes of the answers: nothing
/// is added to them, nothing put right.
///
/// ```swift
/// let server = try LoopbackServer { connection in
///     while let request = try? connection.readRequest() {
///         connection.write(answer(to: request))
///     }
/// }
/// ```
///
/// Each connection has a thread of its own, so that it may wait.
package final class LoopbackServer: Sendable {
    package let port: UInt16
    private let listener: Int32

    /// - Parameters:
    ///   - port: 0 takes one that is free.
    ///   - serve: when it returns, the connection is closed.
    /// - Throws: `noPort`.
    package init(
        port: UInt16 = 0, serve: @escaping @Sendable (LoopbackConnection) -> Void
    ) throws(LoopbackProblem) {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard listener >= 0 else { throw .noPort(errno) }
        self.listener = listener
        self.port = try Self.listen(on: listener, port)
        Self.onOwnThread {
            while let client = Self.accept(on: listener) {
                Self.onOwnThread { serve(LoopbackConnection(client)) }
            }
            Glibc.close(listener)
        }
    }

    /// Takes no more connections; those that are open go on.
    package func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

    private static func listen(
        on listener: Int32, _ port: UInt16
    ) throws(LoopbackProblem) -> UInt16 {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
        address.sin_port = port.bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(listener, address, size) == 0 && Glibc.listen(listener, 128) == 0
                    && getsockname(listener, address, &size) == 0
            }
        }
        guard isBound else {
            let error = errno
            Glibc.close(listener)
            throw .noPort(error)
        }
        return UInt16(bigEndian: address.sin_port)
    }

    /// `nil` when it has been stopped. A child process that had the connection, too, would keep it open.
    private static func accept(on listener: Int32) -> Int32? {
        while true {
            let client = Glibc.accept(listener, nil, nil)
            if client >= 0 {
                _ = fcntl(client, F_SETFD, FD_CLOEXEC)
                return client
            }
            guard [EINTR, ECONNABORTED, EMFILE, ENFILE].contains(errno) else { return nil }
            if errno == EMFILE || errno == ENFILE { usleep(10_000) }
        }
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
