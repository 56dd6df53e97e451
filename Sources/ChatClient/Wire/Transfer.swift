internal import CCurl
internal import ChatCompletions

/// One request on the curl thread: an easy handle, and what it has gathered for its reader.
final class Transfer {
    enum Outcome {
        case curl(CURLcode)
        /// Cancelled by the user, or the client is gone.
        case stopped
        case limit(Failure)
    }

    let order: TransferOrder
    let easy: UnsafeMutableRawPointer
    let origin: Origin
    /// When libcurl's own clock of this transfer starts.
    let begun = Instant.now
    var firstByte: Instant?
    var headTime: Instant?
    /// Why a callback gave up; libcurl only knows that it did.
    var refusal: Failure?
    /// What libcurl had written, say to a proxy, when the request itself began to go out.
    private var writtenBefore: Int?
    private var head = HeadReader()
    /// Of those that were handed over.
    private var bodyBytes = 0
    private var gathered = Delivery()
    /// When a piece of the body was last handed over.
    private var delivered: Instant?
    private var isPaused = false
    private let memory: TransferMemory

    /// - Throws: What is wrong with the request; nothing was sent.
    init(_ order: TransferOrder) throws(Failure) {
        self.order = order
        origin = try order.checkedOrigin()
        let lines = try order.request.headerLines(key: order.key, order.provided)
        guard let easy = ccurl_easy() else { throw CurlLibrary.noMemory }
        self.easy = easy
        memory = TransferMemory(lines: lines, body: order.request.body)
        configure(with: memory)
    }
}

// What libcurl calls, on the curl thread.
extension Transfer {
    /// Whether no byte of the request went out before: libcurl would send it again by itself when a
    /// kept connection closes before the answer, or a stream is refused, and the server may be at
    /// work on it.
    func mayGoOut() -> Bool {
        guard hasGoneOut else { return true }
        refusal = Failure(.transport, keptClosed, phase: .firstByte)
        return false
    }

    /// Whether a byte of the request was written.
    var hasGoneOut: Bool { writtenBefore.map { written > $0 } ?? false }

    func goesOut() { writtenBefore = written }

    private var written: Int { ccurl_get_long(easy, CURLINFO_REQUEST_SIZE) }

    func takeHeaderLine(_ bytes: UnsafeRawBufferPointer) -> Bool {
        firstByte = firstByte ?? .now
        // Trailers come after the body; they say nothing that anybody here needs.
        guard gathered.head == nil, headTime == nil else { return true }
        guard head.byteCount + bytes.count <= order.options.headSizeLimit else {
            refusal = .headTooLarge
            return false
        }
        if let whole = head.take(bytes) { gathered.head = completed(whole) }
        return true
    }

    private func completed(_ head: ResponseHead) -> ResponseHead {
        let now = Instant.now
        headTime = now
        var head = head
        head.time = now.since(order.started)
        head.remoteAddress = remoteAddress
        head.reusedConnection = ccurl_get_long(easy, CURLINFO_NUM_CONNECTS) == 0
        return head
    }

    func takeBody(_ bytes: UnsafeRawBufferPointer) -> BodyAnswer {
        // libcurl calls for each chunk of the transfer coding, however many came together.
        if order.grain == .read, gathered.extendRead(by: bytes) { return .taken }
        if gathered.weight + order.pipe.weight >= order.options.pendingLimit {
            isPaused = true
            return .pause
        }
        guard bodyBytes + gathered.bytes.count + bytes.count <= order.options.bodyLimit else {
            refusal = .bodyTooLarge(order.options.bodyLimit)
            return .stop
        }
        if order.grain == .read, gathered.bytes.isEmpty {
            gathered.bytes.reserveCapacity(Delivery.longRead)
        }
        gathered.bytes.append(contentsOf: bytes)
        gathered.reads.append(Delivery.Read(time: .now, end: gathered.bytes.count))
        return .taken
    }

    enum BodyAnswer { case taken, pause, stop }
}

// What the loop asks for.
extension Transfer {
    /// Hands over what has come since the last time, or says how long that can wait.
    func deliver(at now: Instant) -> Duration? {
        if gathered.isEmpty, !isPaused { return nil }
        let left = delivered.map { order.options.gatherFor - now.since($0) } ?? .zero
        if left > .zero, !isPaused, gathered.head == nil, gathered.weight < Self.muchToGather {
            return left
        }
        if !gathered.reads.isEmpty { delivered = now }
        bodyBytes += gathered.bytes.count
        let waits = order.pipe.put(gathered, paused: isPaused)
        gathered = Delivery()
        if waits { return nil }
        resume()
        return .zero
    }

    /// So many bytes are delivered without waiting for more.
    private static var muchToGather: Int { 16 << 10 }

    func resume() {
        guard isPaused else { return }
        isPaused = false
        ccurl_resume(easy)
    }

    /// What to tell the reader last.
    func end(_ outcome: Outcome) -> TransferEnd {
        TransferEnd(failure: failure(for: outcome), timings: timings)
    }

    /// Gives the handle back, tells the reader, and forgets the key.
    func close(with end: TransferEnd) {
        let opened = ccurl_get_long(easy, CURLINFO_NUM_CONNECTS)
        order.ledger.add(opened: opened, isAnswered: headTime != nil)
        ccurl_easy_free(easy)
        memory.free()
        gathered.end = end
        order.pipe.put(gathered)
        gathered = Delivery()
    }

    private func failure(for outcome: Outcome) -> Failure? {
        switch outcome {
        // libcurl counts a head that breaks off after its first line as an answer.
        case .curl(CURLE_OK) where headTime == nil: Failure(.transport, headCut, phase: .firstByte)
        case .curl(CURLE_OK): nil
        case .curl(let code): refusal ?? failure(code, detail: memory.errorText)
        case .stopped: Failure(.cancelled, .init(.stopped))
        case .limit(let failure): failure
        }
    }
}

/// What libcurl keeps pointers to while the transfer lives.
struct TransferMemory {
    let lines: UnsafeMutablePointer<curl_slist>?
    let body: UnsafeMutableBufferPointer<UInt8>
    let error: UnsafeMutablePointer<CChar>

    init(lines: [[CChar]], body: [UInt8]) {
        self.lines = lines.reduce(nil) { ccurl_lines_add($0, $1) }
        self.body = .allocate(capacity: max(body.count, 1))
        _ = self.body.initialize(from: body)
        error = .allocate(capacity: Int(CURL_ERROR_SIZE))
        error.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    }

    var errorText: String { String(cString: error) }

    func free() {
        ccurl_lines_free(lines)
        body.deallocate()
        error.deallocate()
    }
}
