import ScreenKit

/// Asks the terminal how many columns it gives to clusters that terminals disagree on.
///
/// The clusters are written in one row, hidden, each followed by a cursor position query; the row
/// is painted again in the same breath.
struct WidthProbe {
    private struct Question: Sendable {
        let text: String
        let learn: @Sendable (inout WidthProfile, _ columns: Int) -> Void
    }

    private static let questions = [
        Question(text: "\u{2764}\u{FE0F}1\u{FE0F}\u{20E3}") { $0.vs16 = $1 == 4 },
        // A family, a rainbow flag: some terminals know the one and not the other.
        Question(
            text: "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}"
                + "\u{1F3F3}\u{FE0F}\u{200D}\u{1F308}"
        ) { $0.zwj = $1 == 4 },
        Question(text: "\u{1F44D}\u{1F3FD}") { $0.skinTone = $1 == 2 },
        Question(text: "\u{1F1E8}\u{1F1F3}") { $0.flags = $1 == 2 },
        // Of Unicode 15 and 16.
        Question(text: "\u{1FAE8}\u{1FAE9}") { $0.newEmoji = $1 == 4 },
        Question(text: "\u{2014}\u{25CF}") { $0.ambiguousWide = $1 == 4 },
    ]

    /// When no answer is expected any more. Nothing waits for it but a function key that looks
    /// like an answer.
    let deadline: ContinuousClock.Instant = .now + .seconds(1)
    private var columns: [Int] = []

    var missingAnswers: Int { Self.questions.count - columns.count }

    /// The queries, on the row given. The terminal's cursor and attributes end as they were.
    static func queries(row: Int) -> String {
        let others = "\u{1B}[?u\u{1B}[?2026$p"
        let widths = questions.map { "\u{1B}[\(row + 1);1H\($0.text)\u{1B}[6n" }
        return "\u{1B}7\u{1B}[8m\(others)\(widths.joined())\u{1B}8"
    }

    /// Takes an answer; the profile when it was the last one.
    mutating func answer(_ point: Point) -> WidthProfile? {
        columns.append(point.column)
        guard columns.count == Self.questions.count else { return nil }
        var profile = WidthProfile()
        for (question, columns) in zip(Self.questions, columns) {
            question.learn(&profile, columns)
        }
        return profile
    }

    /// Whether bytes from the terminal say that it knows kitty's protocol for keys.
    static func knowsKeys(_ bytes: [UInt8]) -> Bool {
        String(decoding: bytes, as: UTF8.self).firstMatch(of: /\u{1B}\[\?[0-9]+u/) != nil
    }

    /// Whether bytes from the terminal say that it knows mode 2026.
    static func grantsSynchronizedOutput(_ bytes: [UInt8]) -> Bool {
        let start = Array("\u{1B}[?2026;".utf8)
        return bytes.indices.contains { index in
            let rest = bytes[index...]
            guard rest.starts(with: start) else { return false }
            let state = rest.dropFirst(start.count)
            return state.starts(with: Array("1$y".utf8)) || state.starts(with: Array("2$y".utf8))
        }
    }
}
