import Glibc
import ScreenKit

/// Reads the terminal and says how long to wait for the rest of a key.
struct InputReader {
    private var decoder = InputDecoder()
    private var deadline: ContinuousClock.Instant?
    private var buffer = [UInt8](repeating: 0, count: 16 * 1024)
    /// The terminal is gone.
    private(set) var isClosed = false

    /// Whether cursor position reports are on their way; a function key looks like one.
    var expectsCursorPosition: Bool {
        get { decoder.expectsCursorPosition }
        set { decoder.expectsCursorPosition = newValue }
    }

    /// What has arrived. `inspect` sees the bytes first.
    mutating func read(inspect: ([UInt8]) -> Void) -> [InputEvent] {
        let count = Glibc.read(0, &buffer, buffer.count)
        if count < 0, errno == EINTR || errno == EAGAIN { return [] }
        guard count > 0 else {
            isClosed = true
            return timeout() + [.closed]
        }
        let bytes = Array(buffer[..<count])
        inspect(bytes)
        let events = decoder.feed(bytes)
        deadline = decoder.pendingTimeout.map { .now + $0 }
        return events
    }

    /// Whether the rest of a key has not come in time.
    var isOverdue: Bool {
        deadline.map { $0 <= .now } ?? false
    }

    mutating func timeout() -> [InputEvent] {
        deadline = nil
        return decoder.timeout()
    }

    /// For `poll`: -1 is for ever.
    func millisecondsToWait(until other: ContinuousClock.Instant?) -> Int32 {
        guard let next = [deadline, other].compactMap(\.self).min() else { return -1 }
        let left = next - .now
        // Rounded up, so that the time has come when `poll` returns.
        return Int32(max(.zero, left) / .milliseconds(1)) + 1
    }
}
