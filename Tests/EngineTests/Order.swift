import Synchronization

/// What happened, in order.
final class Order: Sendable {
    private let list = Mutex<[String]>([])

    var notes: [String] { list.withLock { $0 } }
    func note(_ text: String) { list.withLock { $0.append(text) } }
}
