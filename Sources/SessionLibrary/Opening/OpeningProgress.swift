import Synchronization

/// How far the opening of an older version's library is.
public struct OpeningProgress: Sendable, Hashable {
    /// What is being done.
    public enum Stage: Sendable, Hashable {
        /// A copy is made of it.
        case copying
        /// It is brought up to date.
        case migrating
    }

    /// What is being done.
    public var stage: Stage
    /// From 0 to 1; `nil` where that is not known.
    public var fraction: Double?
}

/// Tells of an opening that takes long, some times a second.
final class OpeningReport: Sendable {
    private let tell: @Sendable (OpeningProgress) -> Void
    /// When it is told of next.
    private let next: Mutex<ContinuousClock.Instant>
    private let spacing: Duration

    /// - Parameters:
    ///   - patience: how long nothing is told.
    ///   - spacing: the least time between two times that something is told.
    init(
        after patience: Duration = .seconds(1), every spacing: Duration = .milliseconds(100),
        _ tell: @escaping @Sendable (OpeningProgress) -> Void
    ) {
        self.tell = tell
        self.spacing = spacing
        next = Mutex(.now + patience)
    }

    func tell(_ stage: OpeningProgress.Stage, _ fraction: Double? = nil) {
        let isDue = next.withLock { next in
            guard ContinuousClock.now >= next else { return false }
            next = .now + spacing
            return true
        }
        if isDue { tell(OpeningProgress(stage: stage, fraction: fraction)) }
    }
}
