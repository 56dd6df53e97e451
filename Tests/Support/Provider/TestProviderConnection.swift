internal import Glibc

/// One client of a `TestProvider`, on a thread of its own.
final class TestConnection {
    private let socket: Int32
    private let scripts: [[TestStep]]
    private let log: TestProviderLog
    private var received: [UInt8] = []
    private var isOpen = true

    init(_ socket: Int32, _ scripts: [[TestStep]], _ log: TestProviderLog) {
        self.socket = socket
        self.scripts = scripts
        self.log = log
    }

    func serve() {
        var one: Int32 = 1
        setsockopt(socket, Int32(IPPROTO_TCP), TCP_NODELAY, &one, socklen_t(4))
        log.addConnection()
        while isOpen, let request = readRequest() {
            let number = log.add(request)
            for step in scripts[min(number, scripts.count - 1)] where isOpen { play(step) }
        }
        if isOpen { end() }
    }

    private func play(_ step: TestStep) {
        switch step {
        case .head(let status, let lines):
            write(Array("HTTP/1.1 \(status) Test\r\n".utf8))
            write(Array((lines + ["", ""]).joined(separator: "\r\n").utf8))
        case .text(let text): write(Array(text.utf8))
        case .bytes(let bytes): write(bytes)
        case .byteByByte(let bytes): for byte in bytes { write([byte]) }
        case .chunk(let text):
            let size = String(text.utf8.count, radix: 16)
            write(Array("\(size)\r\n\(text)\r\n".utf8))
        case .lastChunk: write(Array("0\r\n\r\n".utf8))
        case .pause(let gate): wait(for: gate)
        case .close: end()
        case .reset: reset()
        }
    }

    private func write(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while isOpen, !rest.isEmpty {
            let part = rest.prefix(65_536)
            let count = part.withUnsafeBytes { send(socket, $0.baseAddress, $0.count, 0) }
            if count < 0, errno != EINTR { clientIsGone() }
            log.addSent(max(count, 0))
            rest = rest.dropFirst(max(count, 0))
        }
    }

    private func wait(for gate: Gate) {
        var either = [
            pollfd(fd: gate.descriptor, events: Int16(POLLIN), revents: 0),
            pollfd(fd: socket, events: Int16(POLLIN), revents: 0),
        ]
        while isOpen {
            poll(&either, 2, -1)
            if either[0].revents != 0 { return }
            if either[1].revents != 0 { readSome() }
        }
    }

    private func readRequest() -> ReceivedRequest? {
        let end = Array("\r\n\r\n".utf8)
        while isOpen {
            if let request = wholeRequest(endOfHead: end) { return request }
            readSome()
        }
        return nil
    }

    private func wholeRequest(endOfHead: [UInt8]) -> ReceivedRequest? {
        guard let head = received.firstRange(of: endOfHead) else { return nil }
        let text = String(decoding: received[..<head.lowerBound], as: UTF8.self)
        let lines = text.split(separator: "\r\n").map(String.init)
        let bare = ReceivedRequest(line: lines[0], headers: Array(lines.dropFirst()), body: [])
        let count = bare.value(of: "content-length").flatMap(Int.init) ?? 0
        let body = received[head.upperBound...].prefix(count)
        guard body.count == count else { return nil }
        received.removeSubrange(..<body.endIndex)
        return ReceivedRequest(line: bare.line, headers: bare.headers, body: Array(body))
    }

    private func readSome() {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = recv(socket, &buffer, buffer.count, 0)
        if count > 0 {
            received += buffer[..<count]
        } else if count == 0 || errno != EINTR {
            clientIsGone()
        }
    }

    private func clientIsGone() {
        if isOpen { log.addClosed() }
        end()
    }

    private func reset() {
        var hard = linger(l_onoff: 1, l_linger: 0)
        setsockopt(socket, SOL_SOCKET, SO_LINGER, &hard, socklen_t(MemoryLayout<linger>.size))
        end()
    }

    private func end() {
        if isOpen { close(socket) }
        isOpen = false
    }
}

extension [UInt8] {
    fileprivate func firstRange(of part: [UInt8]) -> Range<Int>? {
        guard count >= part.count else { return nil }
        let start = (0...(count - part.count)).first { self[$0...].starts(with: part) }
        return start.map { $0..<($0 + part.count) }
    }
}
