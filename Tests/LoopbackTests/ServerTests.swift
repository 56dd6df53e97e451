import Glibc
import Loopback
import Testing

@Suite(.timeLimit(.minutes(1))) struct ServerTests {
    @Test func bytesGoOutExactlyAsTheyAre() throws {
        let odd: [UInt8] = Array("HTTP/1.1 200\nno such header\n\n".utf8) + [0, 0xFF, 0x0D]
        let server = try LoopbackServer { connection in
            while let request = try? connection.readRequest() {
                connection.write(request.bytes + odd)
            }
        }
        let client = try Client(server.port)
        let request = Array("POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\nhi".utf8)
        client.write(request)
        #expect(client.read(request.count + odd.count) == request + odd)
        client.write(request)
        #expect(client.read(request.count + odd.count) == request + odd)
    }

    /// It is longer than what the system keeps for a reader.
    @Test func nothingOfALongAnswerIsLostOrMadeTwice() throws {
        let long = (0..<4_000_000).map { UInt8(truncatingIfNeeded: $0 / 7) }
        let server = try LoopbackServer { $0.write(long) }
        #expect(try Client(server.port).read(long.count + 1) == long)
    }

    @Test func itEndsAConnectionWhenItIsDoneWithIt() throws {
        let server = try LoopbackServer { $0.write(Array("bye".utf8)) }
        #expect(try Client(server.port).read(10) == Array("bye".utf8))
    }

    @Test func aPortIsHadOnce() throws {
        let server = try LoopbackServer { _ in }
        #expect(throws: LoopbackProblem.noPort(EADDRINUSE)) {
            try LoopbackServer(port: server.port) { _ in }
        }
    }

    @Test func stoppedItTakesNobody() async throws {
        let server = try LoopbackServer { _ in }
        server.stop()
        var isRefused = false
        while !isRefused {
            isRefused = (try? Client(server.port)) == nil
            await Task.yield()
        }
    }
}

private final class Client {
    private let socket: Int32

    init(_ port: UInt16) throws {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
        address.sin_port = port.bigEndian
        let result = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else { throw LoopbackProblem.noPort(errno) }
    }

    deinit { close(socket) }

    func write(_ bytes: [UInt8]) { _ = Glibc.write(socket, bytes, bytes.count) }

    /// So many bytes, or those before the end.
    func read(_ count: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: count)
        while bytes.count < count {
            let read = Glibc.read(socket, &buffer, count - bytes.count)
            if read <= 0 { break }
            bytes += buffer[..<read]
        }
        return bytes
    }
}
