/// The recorder's time: how it reads it, and how it waits.
package struct RecorderClock: Sendable {
    /// Time since some fixed moment; it never goes back.
    package var now: @Sendable () -> Duration
    /// Returns after at least so long.
    package var wait: @Sendable (Duration) async -> Void

    package init(
        now: @escaping @Sendable () -> Duration,
        wait: @escaping @Sendable (Duration) async -> Void
    ) {
        self.now = now
        self.wait = wait
    }

    static func continuous() -> RecorderClock {
        let clock = ContinuousClock()
        let start = clock.now
        return RecorderClock(
            now: { start.duration(to: clock.now) },
            // Nobody cancels the recorder's timer.
            wait: { try? await clock.sleep(for: $0) }
        )
    }
}
