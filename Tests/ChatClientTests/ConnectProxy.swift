import Foundation
import Support
import Synchronization

/// A proxy that hands on the bytes of whoever asks it to `CONNECT`, until a test hangs up.
final class ConnectProxy: Sendable {
    let port: UInt16
    private let target: UInt16
    private let clients = Mutex(Clients())

    private struct Clients {
        var all = 0
        var open: Set<Int32> = []
    }

    /// - Parameter target: the port on this machine where all tunnels lead, whatever was asked for.
    init(to target: UInt16) throws {
        self.target = target
        let (listener, port) = try FreePort.bound()
        self.port = port
        guard listen(listener, 16) == 0 else { throw ServerProblem(said: "no listener") }
        Thread.detachNewThread { [weak self] in
            while case let client = accept(listener, nil, nil), client >= 0, let proxy = self {
                proxy.begin(client)
                Thread.detachNewThread { proxy.serve(client) }
            }
            close(listener)
        }
    }

    /// How many connections were made to it.
    var connectionCount: Int { clients.withLock(\.all) }

    /// Closes all connections, as a proxy that is restarted does.
    func hangUp() {
        clients.withLock { for client in $0.open { shutdown(client, Int32(SHUT_RDWR)) } }
    }

    private func begin(_ client: Int32) {
        clients.withLock {
            $0.all += 1
            $0.open.insert(client)
        }
    }

    /// Before its number can be another socket's.
    private func end(_ client: Int32) {
        clients.withLock {
            $0.open.remove(client)
            close(client)
        }
    }

    private func serve(_ client: Int32) {
        defer { end(client) }
        guard readHead(from: client).hasPrefix("CONNECT "), let server = try? dial() else { return }
        defer { close(server) }
        let answer = "HTTP/1.1 200 Connection established\r\n\r\n"
        send(client, answer, answer.utf8.count, 0)
        var ends = [client, server].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        while poll(&ends, 2, -1) >= 0 {
            for (from, to) in [(0, 1), (1, 0)] where ends[from].revents != 0 {
                guard Self.handOn(from: ends[from].fd, to: ends[to].fd) else { return }
            }
        }
    }

    private static func handOn(from source: Int32, to target: Int32) -> Bool {
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = recv(source, &bytes, bytes.count, 0)
        return count > 0 && send(target, bytes, count, Int32(MSG_NOSIGNAL)) == count
    }

    private func readHead(from client: Int32) -> String {
        var head: [UInt8] = []
        var byte: UInt8 = 0
        while !head.ends(with: "\r\n\r\n"), recv(client, &byte, 1, 0) == 1 { head.append(byte) }
        return String(decoding: head, as: UTF8.self)
    }

    private func dial() throws -> Int32 {
        let server = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard FreePort.withAddress(of: target, { connect(server, $0, $1) }) == 0 else {
            close(server)
            throw ServerProblem(said: "no server")
        }
        return server
    }
}

extension [UInt8] {
    fileprivate func ends(with text: String) -> Bool {
        suffix(text.utf8.count).elementsEqual(text.utf8)
    }
}
