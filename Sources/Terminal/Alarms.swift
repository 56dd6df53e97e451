/// What is to be done at a time, kept for the one who waits: no timer, no thread.
struct Alarms {
    private var waiting: [(time: ContinuousClock.Instant, body: @MainActor () -> Void)] = []

    var next: ContinuousClock.Instant? { waiting.map(\.time).min() }

    mutating func add(after time: Duration, _ body: @escaping @MainActor () -> Void) {
        waiting.append((.now + time, body))
    }

    /// Those whose time has come; they are not kept any longer.
    mutating func takeDue() -> [@MainActor () -> Void] {
        guard !waiting.isEmpty else { return [] }
        let now = ContinuousClock.now
        let due = waiting.filter { $0.time <= now }.map(\.body)
        waiting.removeAll { $0.time <= now }
        return due
    }
}
