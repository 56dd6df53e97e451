import ChatCompletions
import Conversations
import Glibc
import ScreenKit

extension Duration {
    /// `0.412`; padded on the left to a width.
    func seconds(decimals: Int, width: Int = 0) -> String {
        seconds.fixed(decimals: decimals, width: width)
    }
}

extension Double {
    /// The number with so many decimals, padded on the left to a width.
    func fixed(decimals: Int, width: Int = 0) -> String {
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        let whole = Int(nearest: magnitude * scale)
        let digits = String(whole)
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        let point = padded.index(padded.endIndex, offsetBy: -decimals)
        let sign = self < 0 && whole > 0 ? "-" : ""
        let dot = decimals > 0 ? "." : ""
        return (sign + padded[..<point] + dot + padded[point...]).padded(left: width)
    }
}

extension String {
    /// To a width in columns, which Chinese takes two of.
    func padded(left width: Int) -> String {
        String(repeating: " ", count: Swift.max(0, width - Width.of(self))) + self
    }

    func padded(right width: Int) -> String {
        self + String(repeating: " ", count: Swift.max(0, width - Width.of(self)))
    }
}

extension Timestamp {
    static var now: Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        let milliseconds = Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
        return Timestamp(milliseconds: milliseconds)
    }
}

extension LocalTime {
    /// This machine's clock, or that of `TZ`.
    static let system = LocalTime { time in
        let (quotient, rest) = time.milliseconds.quotientAndRemainder(dividingBy: 1_000)
        var seconds = time_t(rest < 0 ? quotient - 1 : quotient)
        var parts = tm()
        return localtime_r(&seconds, &parts) == nil ? 0 : parts.tm_gmtoff
    }
}
