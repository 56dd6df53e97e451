internal import ChatCompletions

// In compressed bytes nobody finds a key. So where a key could be in an answer, its content coding
// is undone before keys are taken out, and the text is what is given out and recorded.
extension ExchangeReader {
    /// Of a coding that is undone the head says so: the bytes that follow are no longer in it.
    mutating func startUncoding(_ head: inout ResponseHead) {
        uncoder = BodyUncoder(head.headers, limit: limits.inflated)
        status = head.status
        for place in head.headers.indices
        where head.headers[place].name.lowercased() == "content-encoding" {
            let coding = head.headers[place].value
            if ["gzip", "x-gzip", "deflate"].contains(coding.lowercased()) {
                head.headers[place].value = coding + ", undone"
            }
        }
    }

    /// Why the body could not be read; the reader of the answer has seen only what could.
    var unreadable: Failure? {
        uncoder?.problem.map { Failure(.malformed, $0, status: status) }
    }
}

/// What was delivered with its content coding on: undone a portion at a time, since a few bytes can
/// become a thousand times as many.
struct CodedDelivery: Sendable {
    private var delivery = Delivery()
    private var nextRead = 0
    private var isFinished = false
    private var isDropped = false

    /// Takes body and end of what was delivered.
    mutating func take(from whole: inout Delivery) {
        delivery = whole
        delivery.head = nil
        nextRead = 0
        let head = whole.head
        whole = Delivery()
        whole.head = head
    }

    /// The next portion of the text, with the time of its read, and the end after the last one.
    mutating func next(_ uncoder: inout BodyUncoder?) -> Delivery? {
        while true {
            if isDropped { return takeEnd() }
            if let text = uncoder?.next(), !text.isEmpty { return portion(text) }
            if nextRead < delivery.reads.count {
                let start = nextRead == 0 ? 0 : delivery.reads[nextRead - 1].end
                uncoder?.add(Array(delivery.bytes[start..<delivery.reads[nextRead].end]))
                nextRead += 1
            } else if delivery.end != nil, !isFinished {
                isFinished = true
                uncoder?.finish()
            } else {
                return takeEnd()
            }
        }
    }

    /// Nobody wants to see more: only the end is left.
    mutating func dropText() {
        isDropped = true
        nextRead = delivery.reads.count
    }

    private func portion(_ text: [UInt8]) -> Delivery {
        let time = nextRead == 0 ? .now : delivery.reads[nextRead - 1].time
        var portion = Delivery()
        portion.bytes = text
        portion.reads = [Delivery.Read(time: time, end: text.count)]
        return portion
    }

    private mutating func takeEnd() -> Delivery? {
        guard let end = delivery.end else { return nil }
        delivery = Delivery()
        nextRead = 0
        return Delivery(end: end)
    }
}
