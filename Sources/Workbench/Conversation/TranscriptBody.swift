import ChatCompletions
package import ScreenKit
import Words

extension Transcript {
    /// The text of one choice.
    package struct Body: Sendable {
        /// The choice's number; `nil` until one has claimed the body.
        var index: Int?
        package var reasoning: WrappedText
        /// The content, and after that a refusal.
        var content: BodyText
        /// What is to be said beside the text, once the answer has ended.
        package var note: WrappedText
        var finishReason: String?
        private var reasoningBytes = 0
        private var contentBytes = 0
        private var refusalBytes = 0

        /// - Parameters:
        ///   - isMarkdown: a model says it.
        ///   - beginning: what it goes on with.
        init(isMarkdown: Bool, after beginning: String, width: Int, _ profile: WidthProfile) {
            reasoning = WrappedText(width: max(1, width - 2), profile: profile)
            content = BodyText(isMarkdown: isMarkdown, after: beginning, width: width, profile)
            note = WrappedText(width: width, profile: profile)
        }

        mutating func grow(_ choice: Choice) {
            if let text = Self.news(in: choice.reasoning, from: &reasoningBytes) {
                reasoning.append(text)
            }
            if let text = Self.news(in: choice.content, from: &contentBytes) {
                content.append(text)
            }
            if !choice.refusal.isEmpty, refusalBytes == 0, contentBytes > 0 {
                content.append("\n\n")
            }
            if let text = Self.news(in: choice.refusal, from: &refusalBytes) {
                content.append(text)
            }
        }

        mutating func settle(
            _ choice: Choice, isWhole: Bool, _ profile: WidthProfile, _ language: Language
        ) {
            finishReason = choice.finishReason
            content.end()
            note = WrappedText(
                width: note.width, profile: profile,
                choice.note(isWhole: isWhole).text(in: language))
        }

        /// What a text has gained.
        private static func news(in text: String, from start: inout Int) -> String? {
            let bytes = text.utf8
            guard bytes.count > start else { return nil }
            defer { start = bytes.count }
            return String(text[bytes.index(bytes.startIndex, offsetBy: start)...])
        }

        mutating func setWidth(_ width: Int) {
            reasoning.setWidth(max(1, width - 2))
            content.setWidth(width)
            note.setWidth(width)
        }
    }
}
