/// When a server wants to be asked again, from its headers.
enum RetryAfter {
    /// A day, which stands for all that is longer.
    static let most = 86_400_000

    /// Milliseconds, from `retry-after-ms`, then `retry-after` (seconds, or a date against `date`),
    /// then the longest `x-ratelimit-reset-…` (Go durations, `6m0s`) of a limit that is used up.
    static func milliseconds(_ headers: [Header]) -> Int? {
        let time =
            value("retry-after-ms", headers).flatMap(Double.init)
            ?? value("retry-after", headers).flatMap { text in
                duration(text) ?? wait(until: text, headers)
            } ?? reset(headers)
        guard let time, time >= 0 else { return nil }
        return Int(min(time, Double(most)) + 0.5)
    }

    private static func value(_ name: String, _ headers: [Header]) -> String? {
        headers.first { $0.name.lowercased() == name }?.value.trimmed
    }

    private static func wait(until date: String, _ headers: [Header]) -> Double? {
        guard let then = HTTPDate.seconds(date),
            let now = value("date", headers).flatMap(HTTPDate.seconds)
        else { return nil }
        return Double(max(0, then - now)) * 1000
    }

    private static func reset(_ headers: [Header]) -> Double? {
        ["requests", "tokens"].compactMap { what in
            guard value("x-ratelimit-remaining-\(what)", headers) == "0" else { return nil }
            return value("x-ratelimit-reset-\(what)", headers).flatMap(duration)
        }.max()
    }

    /// `20`, `1.5s`, `12ms`, `6m0s`, `1h2m` in milliseconds.
    static func duration(_ text: String) -> Double? {
        if let seconds = number(text[...]) { return seconds * 1000 }
        var rest = text[...]
        var total = 0.0
        while !rest.isEmpty {
            let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
            rest = rest.dropFirst(digits.count)
            let unit = rest.prefix { $0.isASCII && $0.isLetter }
            rest = rest.dropFirst(unit.count)
            guard let number = number(digits), let factor = units[String(unit)] else { return nil }
            total += number * factor
        }
        return text.isEmpty ? nil : total
    }

    private static func number(_ text: Substring) -> Double? {
        guard text.utf8.allSatisfy({ ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2E }) else { return nil }
        return Double(text)
    }

    private static let units = ["ms": 1.0, "s": 1000, "m": 60_000, "h": 3_600_000]
}

/// Dates as HTTP writes them: `Fri, 06 Jun 2025 10:02:00 GMT` (RFC 9110, 5.6.7).
enum HTTPDate {
    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    /// Seconds since 1970; `nil` for any other form.
    static func seconds(_ text: String) -> Int? {
        let words = text.split { " ,-".contains($0) }.map(String.init)
        guard words.count >= 5, let day = Int(words[1]), let year = Int(words[3]),
            let month = months.firstIndex(of: words[2].lowercased()),
            (1...31).contains(day), (1970...9999).contains(year)
        else { return nil }
        let clock = words[4].split(separator: ":").map { Int($0) ?? -1 }
        guard clock.count == 3, (0..<24).contains(clock[0]), (0..<60).contains(clock[1]),
            (0...60).contains(clock[2])
        else { return nil }
        return days(year, month + 1, day) * 86_400 + clock[0] * 3600 + clock[1] * 60 + clock[2]
    }

    /// Days since 1970-01-01 in the Gregorian calendar, the year counted from March.
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = month > 2 ? year : year - 1
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let leaps = shifted / 4 - shifted / 100 + shifted / 400
        return shifted * 365 + leaps + dayOfYear - 719_468
    }
}

extension String {
    /// Without white space at its ends.
    var trimmed: String {
        let isSpace = { (character: Character) in character.isWhitespace }
        let start = firstIndex { !isSpace($0) } ?? endIndex
        let end = lastIndex { !isSpace($0) }.map { index(after: $0) } ?? start
        return String(self[start..<end])
    }
}
