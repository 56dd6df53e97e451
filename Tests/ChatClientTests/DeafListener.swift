import Glibc
import Support

/// A port where connections are neither accepted nor refused: its queue is full.
final class DeafListener {
    private let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    private var fillers: [Int32] = []
    private var address = sockaddr_in()

    init() throws {
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
        guard call(bind, listener) == 0, listen(listener, 0) == 0 else { throw TestProviderError() }
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        _ = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                getsockname(listener, $0, &size)
            }
        }
        for _ in 0..<8 { fill() }
    }

    deinit {
        for filler in fillers { close(filler) }
        close(listener)
    }

    var url: String {
        "http://127.0.0.1:\(UInt16(bigEndian: address.sin_port))/v1/chat/completions"
    }

    private func fill() {
        let filler = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        _ = fcntl(filler, F_SETFL, O_NONBLOCK)
        _ = call(connect, filler)
        fillers.append(filler)
    }

    private func call(
        _ function: (Int32, UnsafePointer<sockaddr>?, socklen_t) -> Int32,
        _ socket: Int32
    ) -> Int32 {
        withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                function(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
    }
}
