import Loopback
import Testing

@Suite struct RequestReaderTests {
    private let plain = "POST /v1/chat HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello"
    private let chunked =
        "POST /v1/chat HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2;x=y\r\nlo\r\n0\r\nA: b\r\n\r\n"
    private let bare = "GET /v1/models HTTP/1.1\r\nHost: a\r\n\r\n"

    @Test(arguments: [1, 2, 3, 7, 1_000]) func requestsAreTheSameHoweverTheyAreCut(size: Int) throws
    {
        var reader = RequestReader()
        var requests: [LoopbackRequest] = []
        let bytes = Array((plain + chunked + bare + plain).utf8)
        for start in stride(from: 0, to: bytes.count, by: size) {
            reader.feed(bytes[start..<min(start + size, bytes.count)])
            while let request = try reader.next() { requests.append(request) }
        }
        #expect(
            requests.map { String(decoding: $0.body, as: UTF8.self) } == [
                "hello", "hello", "", "hello",
            ])
        #expect(requests.map(\.bytes) == [plain, chunked, bare, plain].map { Array($0.utf8) })
        #expect(requests[0].line == "POST /v1/chat HTTP/1.1")
        #expect(requests[0].headers == ["Host: a", "Content-Length: 5"])
        #expect(requests[2].value(of: "host") == "a")
    }

    @Test(arguments: [
        "hello\r\n\r\n", "POST /v1 HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
        "POST /v1 HTTP/1.1\r\nContent-Length: x\r\n\r\n",
        "POST /v1 HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n",
        "POST /v1 HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n",
    ])
    func whatIsNoRequestIsRefused(text: String) {
        var reader = RequestReader()
        reader.feed(text.utf8)
        #expect(throws: LoopbackProblem.malformed) { try reader.next() }
    }

    @Test(arguments: [
        "POST /v1 HTTP/1.1\r\nA: " + String(repeating: "a", count: 100),
        "POST /v1 HTTP/1.1\r\nA: " + String(repeating: "a", count: 100) + "\r\n\r\n",
        "POST /v1 HTTP/1.1\r\nContent-Length: 11\r\n\r\n",
        "POST /v1 HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n6\r\nabcdef\r\n5\r\n",
    ])
    func nobodySendsTooMuch(text: String) {
        var reader = RequestReader(mostHead: 100, mostBody: 10)
        reader.feed(text.utf8)
        #expect(throws: LoopbackProblem.tooLong) { try reader.next() }
    }
}
