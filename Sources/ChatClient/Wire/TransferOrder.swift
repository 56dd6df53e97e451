internal import ChatCompletions
internal import Synchronization

/// What the curl thread is asked to do, and where it puts what comes back.
struct TransferOrder: Sendable {
    let id: Int
    let request: HTTPRequest
    let key: Secret?
    let provided: ProvidedHeaders
    let options: Client.Options
    let started = Instant.now
    let pipe = Pipe()
    /// Between this machine and the address.
    let proxy: Proxy?
    let ledger: ConnectionLedger
    /// With `.read`, what comes together is one read.
    let grain: AnswerGrain

    init(
        request: HTTPRequest, key: Secret?, provided: ProvidedHeaders = ProvidedHeaders(),
        options: Client.Options,
        ledger: ConnectionLedger = ConnectionLedger(),
        grain: AnswerGrain = .event
    ) {
        id = Self.counter.wrappingAdd(1, ordering: .relaxed).newValue
        self.request = request
        self.key = key
        self.provided = provided
        self.options = options
        self.ledger = ledger
        self.grain = grain
        proxy = (try? URLParts(request.url).origin).flatMap(options.proxy)
    }

    private static let counter = Atomic(0)
}
