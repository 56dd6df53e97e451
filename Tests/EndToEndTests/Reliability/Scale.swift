import Foundation
import Testing

/// How often the same is done: a little with `make test`, in full with `make torture`.
enum Scale {
    static let isFull = ProcessInfo.processInfo.environment["FADER_TORTURE"] != nil

    static func count(_ few: Int, _ many: Int) -> Range<Int> { 0..<(isFull ? many : few) }
}

extension EndToEnd {
    /// Nothing is lost and nothing is silent: kills, a full disk, a lock, a terminal that does not
    /// read, damage.
    @Suite struct Reliability {}
}
