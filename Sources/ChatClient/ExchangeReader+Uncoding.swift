internal import ChatCompletions

// In compressed bytes nobody finds a key. So where a key could be in an answer, its content coding
// is undone before keys are taken out, and the text is what is given out and recorded.
extension ExchangeReader {
    /// What a compressed body may become. Answers are far smaller, and the text is held at once.
    private static var uncodedLimit: Int { 16 << 20 }

    /// Of a coding that is undone the head says so: the bytes that follow are no longer in it.
    mutating func startUncoding(_ head: inout ResponseHead) {
        uncoder = BodyUncoder(head.headers, limit: Self.uncodedLimit)
        status = head.status
        for place in head.headers.indices
        where head.headers[place].name.lowercased() == "content-encoding" {
            let coding = head.headers[place].value
            if ["gzip", "x-gzip", "deflate"].contains(coding.lowercased()) {
                head.headers[place].value = coding + ", undone"
            }
        }
    }

    mutating func uncode(_ delivery: inout Delivery) {
        guard uncoder?.isPlain == false else { return }
        var text: [UInt8] = []
        var start = 0
        for place in delivery.reads.indices {
            let bytes = Array(delivery.bytes[start..<delivery.reads[place].end])
            start = delivery.reads[place].end
            text += uncoder?.feed(bytes) ?? bytes
            delivery.reads[place].end = text.count
        }
        if delivery.end != nil, let rest = uncoder?.finish(), !rest.isEmpty {
            text += rest
            delivery.reads.append(Delivery.Read(time: .now, end: text.count))
        }
        delivery.bytes = text
        delivery.removeEmptyReads()
    }

    /// Why the body could not be read; the reader of the answer has seen only what could.
    var unreadable: Failure? {
        uncoder?.problem.map { Failure(.malformed, $0, status: status) }
    }
}
