package import Words

extension Phrase {
    /// `10 min`, `15 s`, `100 ms`.
    package static func duration(_ duration: Duration) -> Phrase {
        let (seconds, attoseconds) = duration.components
        let milliseconds = seconds * 1_000 + attoseconds / 1_000_000_000_000_000
        if milliseconds < 1_000 {
            return Phrase(english: "\(milliseconds) ms", chinese: "\(milliseconds) 毫秒")
        }
        if seconds < 120 { return Phrase(english: "\(seconds) s", chinese: "\(seconds) 秒") }
        return Phrase(english: "\(seconds / 60) min", chinese: "\(seconds / 60) 分钟")
    }
}
