/// Something that is said to a person, in every language at once.
///
/// Facts carry no language. What is to be said of them is a phrase, made in a room's words file, with
/// the languages side by side: one that is missing does not compile. Which of them is read is
/// decided where it is shown, and nowhere before.
///
/// ```swift
/// let wait = Phrase(english: "Wait \(time), then try again.", chinese: "等 \(time) 再试。")
/// let more = Phrase(english: "\(count, "event", "events") more", chinese: "还有 \(count) 个事件")
/// print(wait.text(in: .chinese))
/// ```
///
/// Phrases stand in phrases: each language takes its own. Text that comes from elsewhere, a server's
/// own words or a name, is `Phrase(verbatim:)`, and stays as it is.
public struct Phrase: Sendable, Hashable {
    /// As it is read in English.
    public let english: String
    /// As it is read in Simplified Chinese.
    public let chinese: String

    /// The same said in each language.
    public init(english: English, chinese: Chinese) {
        self.english = english.text
        self.chinese = chinese.text
    }

    /// What is the same in every language: a name, a path, what somebody else said.
    public init(verbatim text: String) {
        english = text
        chinese = text
    }

    /// What is the same in every language.
    public init(verbatim text: some StringProtocol) { self.init(verbatim: String(text)) }

    /// What a person reads who reads that language.
    public func text(in language: Language) -> String {
        switch language {
        case .english: english
        case .chinese: chinese
        }
    }

    /// Whether there is nothing to read.
    public var isEmpty: Bool { english.isEmpty && chinese.isEmpty }

    /// Nothing to read.
    public static let empty = Phrase(verbatim: "")
}
