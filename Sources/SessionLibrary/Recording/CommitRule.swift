/// When what has arrived is written: at once after a change of state; during a stream after a second
/// or 64 KiB, whichever is first, but at most 20 times a second; after a failure a second later.
struct CommitRule: Sendable {
    static let delay = Duration.seconds(1)
    static let amount = 1 << 16
    static let spacing = Duration.milliseconds(50)
    static let pause = Duration.seconds(1)

    private var lastCommit: Duration?
    /// When the oldest thing that waits came.
    private var waitingSince: Duration?
    private var hasFailed = false

    /// Says that something waits.
    mutating func note(at now: Duration) {
        if waitingSince == nil { waitingSince = now }
    }

    mutating func commits(at now: Duration) {
        lastCommit = now
        waitingSince = nil
    }

    /// Says how a commit went; what failed waits again.
    mutating func ended(well: Bool, at now: Duration) {
        hasFailed = !well
        if hasFailed { note(at: now) }
    }

    /// When to commit; `nil` when nothing waits.
    func due(waitingBytes: Int, isUrgent: Bool) -> Duration? {
        guard let waitingSince else { return nil }
        if hasFailed { return (lastCommit ?? waitingSince) + Self.pause }
        if isUrgent { return waitingSince }
        let wanted = waitingBytes >= Self.amount ? waitingSince : waitingSince + Self.delay
        return max(wanted, (lastCommit ?? wanted - Self.spacing) + Self.spacing)
    }
}
