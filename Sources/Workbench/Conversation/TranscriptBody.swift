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
        package var content: WrappedText
        /// What is to be said beside the text, once the answer has ended.
        package var note: WrappedText
        var finishReason: String?
        private var reasoningBytes = 0
        private var contentBytes = 0
        private var refusalBytes = 0

        init(width: Int, _ profile: WidthProfile) {
            reasoning = WrappedText(width: max(1, width - 2), profile: profile)
            content = WrappedText(width: width, profile: profile)
            note = WrappedText(width: width, profile: profile)
        }

        mutating func grow(_ choice: Choice) {
            reasoningBytes += Self.append(choice.reasoning, from: reasoningBytes, to: &reasoning)
            contentBytes += Self.append(choice.content, from: contentBytes, to: &content)
            if !choice.refusal.isEmpty, refusalBytes == 0, contentBytes > 0 {
                content.append("\n\n")
            }
            refusalBytes += Self.append(choice.refusal, from: refusalBytes, to: &content)
        }

        mutating func settle(
            _ choice: Choice, isWhole: Bool, _ profile: WidthProfile, _ language: Language
        ) {
            finishReason = choice.finishReason
            note = WrappedText(
                width: note.width, profile: profile,
                choice.note(isWhole: isWhole).text(in: language))
        }

        private static func append(
            _ text: String, from start: Int, to wrapped: inout WrappedText
        ) -> Int {
            let bytes = text.utf8
            guard bytes.count > start else { return 0 }
            wrapped.append(String(text[bytes.index(bytes.startIndex, offsetBy: start)...]))
            return bytes.count - start
        }

        mutating func setWidth(_ width: Int) {
            reasoning.setWidth(max(1, width - 2))
            content.setWidth(width)
            note.setWidth(width)
        }
    }
}
