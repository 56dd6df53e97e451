import ChatCompletions

extension [ExchangeEvent] {
    /// The bytes of the wire that they hold.
    var weight: Int { reduce(0) { $0 + $1.weight } }
}

extension ExchangeEvent {
    fileprivate var weight: Int {
        guard case .read(let read) = self else { return 0 }
        // A few bytes may mean many events: they count as what they are in memory.
        return Swift.max(
            read.bytes.count, read.events.reduce(0) { $0 + $1.data.utf8.count + 128 })
    }
}
