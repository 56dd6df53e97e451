package import ChatCompletions

/// A local clock: how far it is ahead of universal time, at every moment. Summers differ from
/// winters, so what holds now does not hold for a time half a year ago.
package struct LocalTime: Sendable {
    /// Negative west of Greenwich.
    fileprivate let secondsAhead: @Sendable (Timestamp) -> Int

    package init(secondsAhead: @escaping @Sendable (Timestamp) -> Int) {
        self.secondsAhead = secondsAhead
    }

    package static let universal = LocalTime { _ in 0 }
}

/// How every time that people or programs read is written.
extension Timestamp {
    /// `2026-11-21 05:47` by a local clock.
    package func minute(in zone: LocalTime) -> String {
        let time = CivilTime(milliseconds &+ Int64(zone.secondsAhead(self)) * 1_000)
        return String(decoding: time.text(between: " ", parts: 2), as: UTF8.self)
    }

    /// `2026-11-21T05:47:00.123Z`: universal time, which says so (RFC 3339).
    package var rfc3339: String {
        let time = CivilTime(milliseconds)
        let fraction = [UInt8(ascii: ".")] + time.millisecond.digits(3) + [UInt8(ascii: "Z")]
        return String(decoding: time.text(between: "T", parts: 3) + fraction, as: UTF8.self)
    }
}

/// A date of the Gregorian calendar with a time of day.
private struct CivilTime {
    var year: Int
    var month: Int
    var day: Int
    /// Hours, minutes, seconds.
    let clock: [Int]
    let millisecond: Int

    init(_ milliseconds: Int64) {
        let (days, rest) = Self.split(Int(milliseconds), by: 86_400_000)
        clock = [rest / 3_600_000, rest / 60_000 % 60, rest / 1_000 % 60]
        millisecond = rest % 1_000
        // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
        let (era, day) = Self.split(days + 719_468, by: 146_097)
        let yearOfEra = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365
        let dayOfYear = day - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let part = (5 * dayOfYear + 2) / 153
        month = part < 10 ? part + 3 : part - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        self.day = dayOfYear - (153 * part + 2) / 5 + 1
    }

    /// The date with so many parts of the clock.
    func text(between separator: Unicode.Scalar, parts: Int) -> [UInt8] {
        var text = year.digits(4) + [UInt8(ascii: "-")] + month.digits(2)
        text += [UInt8(ascii: "-")] + day.digits(2)
        for place in 0..<parts {
            text.append(place == 0 ? UInt8(ascii: separator) : UInt8(ascii: ":"))
            text += clock[place].digits(2)
        }
        return text
    }

    /// Rounded down, so that times before 1970 have their place too.
    private static func split(_ value: Int, by size: Int) -> (Int, Int) {
        let (quotient, rest) = value.quotientAndRemainder(dividingBy: size)
        return rest < 0 ? (quotient - 1, rest + size) : (quotient, rest)
    }
}

extension Int {
    /// With zeros before it up to a width.
    package func padded(to width: Int) -> String { String(decoding: digits(width), as: UTF8.self) }

    fileprivate func digits(_ width: Int) -> [UInt8] {
        let digits = Array(String(self).utf8)
        let zeros = repeatElement(UInt8(ascii: "0"), count: Swift.max(0, width - digits.count))
        return zeros + digits
    }
}
