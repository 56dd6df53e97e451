import ChatCompletions
import Glibc

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
        let whole = Int64((magnitude * scale).rounded())
        let digits = String(whole)
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        let point = padded.index(padded.endIndex, offsetBy: -decimals)
        let sign = self < 0 && whole > 0 ? "-" : ""
        let dot = decimals > 0 ? "." : ""
        return (sign + padded[..<point] + dot + padded[point...]).padded(left: width)
    }
}

extension Int {
    /// `1 turn`, `2 turns`.
    func of(_ noun: String) -> String { self == 1 ? "1 \(noun)" : "\(self) \(noun)s" }
}

extension String {
    func padded(left width: Int) -> String {
        String(repeating: " ", count: Swift.max(0, width - count)) + self
    }
}

extension Timestamp {
    static var now: Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        let milliseconds = Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
        return Timestamp(milliseconds: milliseconds)
    }

    /// `2026-05-04T03:02:01.123Z` (RFC 3339).
    var rfc3339: String {
        let rest = milliseconds % 1000
        let fraction = String(rest < 0 ? rest + 1000 : rest)
        let zeros = String(repeating: "0", count: 3 - fraction.count)
        return text("%Y-%m-%dT%H:%M:%S", isLocal: false) + ".\(zeros)\(fraction)Z"
    }

    /// `2026-05-04 03:02` by the local clock.
    var localMinute: String { text("%Y-%m-%d %H:%M", isLocal: true) }

    private func text(_ format: String, isLocal: Bool) -> String {
        var seconds = time_t(milliseconds >= 0 ? milliseconds / 1000 : (milliseconds - 999) / 1000)
        var parts = tm()
        if isLocal { localtime_r(&seconds, &parts) } else { gmtime_r(&seconds, &parts) }
        var buffer = [CChar](repeating: 0, count: 64)
        let count = strftime(&buffer, buffer.count, format, &parts)
        return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
