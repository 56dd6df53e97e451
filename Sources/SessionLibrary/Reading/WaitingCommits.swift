import Synchronization

/// How many changes of this process wait for the file, or are being made.
final class WaitingCommits: Sendable {
    private let count = Atomic(0)
    private let all = Atomic(0)

    var isEmpty: Bool { count.load(ordering: .acquiring) == 0 }
    /// How many there have been.
    var begun: Int { all.load(ordering: .acquiring) }

    func begin() {
        count.add(1, ordering: .acquiringAndReleasing)
        all.add(1, ordering: .acquiringAndReleasing)
    }

    func end() { count.subtract(1, ordering: .acquiringAndReleasing) }
}
