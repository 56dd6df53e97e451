import Loopback

/// One client of a `TestProvider`.
struct TestConnection {
    private let connection: LoopbackConnection
    private let scripts: [[TestStep]]
    private let log: TestProviderLog

    init(_ connection: LoopbackConnection, _ scripts: [[TestStep]], _ log: TestProviderLog) {
        (self.connection, self.scripts, self.log) = (connection, scripts, log)
    }

    func serve() {
        log.addConnection()
        connection.whenLost { [log] in log.addClosed() }
        while let request = try? connection.readRequest() {
            let number = log.add(ReceivedRequest(request))
            for step in scripts[min(number, scripts.count - 1)] where connection.isOpen {
                play(step)
            }
        }
        connection.close()
    }

    private func play(_ step: TestStep) {
        switch step {
        case .head(let status, let lines):
            write("HTTP/1.1 \(status) Test\r\n")
            write((lines + ["", ""]).joined(separator: "\r\n"))
        case .text(let text): write(text)
        case .bytes(let bytes): write(bytes)
        case .byteByByte(let bytes): for byte in bytes { write([byte]) }
        case .chunk(let text):
            write("\(String(text.utf8.count, radix: 16))\r\n\(text)\r\n")
        case .lastChunk: write("0\r\n\r\n")
        case .pause(let gate): connection.wait(for: gate.descriptor)
        case .close: connection.close()
        case .reset: connection.reset()
        }
    }

    private func write(_ text: String) { write(Array(text.utf8)) }

    private func write(_ bytes: [UInt8]) { connection.write(bytes, sent: log.addSent) }
}
