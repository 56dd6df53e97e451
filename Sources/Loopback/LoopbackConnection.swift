internal import Glibc

/// One client's connection, on a thread that may wait. What is written goes out as it is.
package final class LoopbackConnection {
    private let socket: Int32
    private var reader = RequestReader()
    package private(set) var isOpen = true
    /// Called once, when the client closes or is gone.
    private var onLoss: () -> Void = {}

    init(_ socket: Int32) {
        self.socket = socket
        var one: Int32 = 1
        setsockopt(socket, Int32(IPPROTO_TCP), TCP_NODELAY, &one, socklen_t(4))
    }

    deinit { close() }

    package func whenLost(_ body: @escaping () -> Void) { onLoss = body }

    /// The next request; `nil` when the client has closed.
    package func readRequest() throws(LoopbackProblem) -> LoopbackRequest? {
        while isOpen {
            if let request = try reader.next() { return request }
            readSome()
        }
        return nil
    }

    /// - Parameter sent: told how many bytes the system has taken each time.
    package func write(_ bytes: [UInt8], sent: (Int) -> Void = { _ in }) {
        var rest = bytes[...]
        while isOpen, !rest.isEmpty {
            let part = rest.prefix(65_536)
            let count = part.withUnsafeBytes {
                send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if count < 0, errno != EINTR { lose() }
            sent(max(count, 0))
            rest = rest.dropFirst(max(count, 0))
        }
    }

    /// Waits until a descriptor can be read, or the client is gone.
    package func wait(for descriptor: Int32) {
        var either = [
            pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
            pollfd(fd: socket, events: Int16(POLLIN), revents: 0),
        ]
        while isOpen {
            poll(&either, 2, -1)
            if either[0].revents != 0 { return }
            if either[1].revents != 0 { readSome() }
        }
    }

    private func readSome() {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = recv(socket, &buffer, buffer.count, 0)
        if count > 0 {
            reader.feed(buffer[..<count])
        } else if count == 0 || errno != EINTR {
            lose()
        }
    }

    private func lose() {
        if isOpen { onLoss() }
        close()
    }

    package func close() {
        if isOpen { Glibc.close(socket) }
        isOpen = false
    }

    /// Closes with RST.
    package func reset() {
        var hard = linger(l_onoff: 1, l_linger: 0)
        setsockopt(socket, SOL_SOCKET, SO_LINGER, &hard, socklen_t(MemoryLayout<linger>.size))
        close()
    }
}
