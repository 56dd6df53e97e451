/// What is on record of an exchange, apart from its reads: those may be more than the memory should
/// hold.
public struct ExchangeRecord: Sendable, Hashable {
    /// `nil` when it never went out.
    public var request: SentRequest?
    /// `nil` when no answer began.
    public var head: ResponseHead?
    /// `nil` while it arrives, and when the program was killed meanwhile.
    public var end: ExchangeEnd?

    /// What is known of an exchange.
    public init(request: SentRequest? = nil, head: ResponseHead? = nil, end: ExchangeEnd? = nil) {
        self.request = request
        self.head = head
        self.end = end
    }
}

extension SentRequest {
    /// Whether the body asks for an event stream: its member `stream` is true.
    public var asksForStream: Bool {
        body.withUnsafeBufferPointer { bytes in
            var scanner = JSONScanner(bytes)
            return (try? scanner.saysStream()) ?? false
        }
    }
}

extension JSONScanner {
    /// In one walk that builds nothing: a prompt may be long.
    fileprivate mutating func saysStream() throws(Fault) -> Bool {
        var isTrue = false
        guard try enterObject() else { return false }
        while let name = try nextMember() {
            if text(name) == "stream" { isTrue = peek() == UInt8(ascii: "t") }
            try skipValue()
        }
        return isTrue
    }
}
