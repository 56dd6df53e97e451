internal import Glibc
internal import Loopback

/// What a `TestProvider` does on a request, step by step.
///
/// ```swift
/// [.head(200, ["Content-Type: text/event-stream"]), .text("data: {}\n\n"), .close]
/// ```
package enum TestStep: Sendable {
    /// A status line, these header lines and the empty line. What the headers say about the body
    /// is up to the script, true or not.
    case head(Int, [String])
    case text(String)
    case bytes([UInt8])
    /// The same, a write for every byte.
    case byteByByte([UInt8])
    /// One chunk of a chunked body.
    case chunk(String)
    case lastChunk
    /// Goes on when the gate opens; ends the script when the client closes the connection first.
    case pause(until: Gate)
    case close
    /// Closes with RST.
    case reset
}

extension TestStep {
    /// A head for a chunked event stream.
    package static let streamHead = TestStep.head(
        200,
        ["Content-Type: text/event-stream", "Transfer-Encoding: chunked"]
    )

    /// A head, the body with its right length, and the connection kept.
    package static func answer(
        _ status: Int = 200,
        _ body: String,
        headers: [String] = ["Content-Type: application/json"]
    ) -> [TestStep] {
        [.head(status, headers + ["Content-Length: \(body.utf8.count)"]), .text(body)]
    }
}

/// Something that a script waits for and a test opens.
package final class Gate: Sendable {
    /// Readable for good once it is open, so that any number can wait for it with `poll`.
    let descriptor: Int32
    private let handle: Int32

    package init() {
        var ends: [Int32] = [-1, -1]
        pipe(&ends)
        (descriptor, handle) = (ends[0], ends[1])
    }

    package func open() {
        write(handle, [1], 1)
    }

    deinit {
        close(handle)
        close(descriptor)
    }
}

/// A request as it came over the socket.
package struct ReceivedRequest: Sendable {
    private let request: LoopbackRequest

    init(_ request: LoopbackRequest) { self.request = request }

    /// `POST /v1/chat/completions HTTP/1.1`
    package var line: String { request.line }
    /// The header lines in order.
    package var headers: [String] { request.headers }
    package var body: [UInt8] { request.body }

    package func value(of name: String) -> String? { request.value(of: name) }
}
