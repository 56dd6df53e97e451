internal import ChatCompletions
internal import Synchronization

/// What the curl thread is asked to do, and where it puts what comes back.
struct TransferOrder: Sendable {
    let id: Int
    let request: HTTPRequest
    let key: Secret?
    let options: Client.Options
    let started = Instant.now
    let pipe = Pipe()

    init(request: HTTPRequest, key: Secret?, options: Client.Options) {
        id = Self.counter.wrappingAdd(1, ordering: .relaxed).newValue
        self.request = request
        self.key = key
        self.options = options
    }

    private static let counter = Atomic(0)
}
