import Glibc
import ScreenKit

/// Reads the terminal and says how long to wait for the rest of a key.
struct InputReader {
    private var decoder = InputDecoder()
    private var deadline: ContinuousClock.Instant?
    private var burst = Burst()
    /// For how long nothing came since the last read.
    private var waited = Duration.zero
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
            return burst.add(decoder.timeout()) + burst.breakOff() + [.closed]
        }
        // Where something is undecided, more was there before the pause was over.
        if !burst.isUndecided, waited > Burst.pause { burst = Burst() }
        waited = .zero
        let bytes = Array(buffer[..<count])
        inspect(bytes)
        let events = burst.add(decoder.feed(bytes))
        deadline = decoder.pendingTimeout.map { .now + $0 }
        return events
    }

    /// So long was waited, whatever came. Only that counts: while the program is at work it does not
    /// read, and what was pasted meanwhile came without a pause.
    mutating func hasWaited(_ time: Duration) {
        waited += time
    }

    /// Whether the rest of a key, or what would make a paste of it, has not come in time.
    var isOverdue: Bool { decoderIsOverdue || burstIsOver }

    private var decoderIsOverdue: Bool {
        deadline.map { $0 <= .now } ?? false
    }

    private var burstIsOver: Bool { burst.isUndecided && waited >= Burst.pause }

    mutating func timeout() -> [InputEvent] {
        var events: [InputEvent] = []
        if decoderIsOverdue {
            events = burst.add(decoder.timeout())
            deadline = nil
        }
        return burstIsOver ? events + burst.end() : events
    }

    /// For `poll`: -1 is for ever.
    func millisecondsToWait(until other: ContinuousClock.Instant?) -> Int32 {
        let pause = burst.isUndecided ? ContinuousClock.now + (Burst.pause - waited) : nil
        guard let next = [deadline, other, pause].compactMap(\.self).min() else { return -1 }
        let left = next - .now
        // Rounded up, so that the time has come when `poll` returns.
        return Int32(max(.zero, left) / .milliseconds(1)) + 1
    }
}
