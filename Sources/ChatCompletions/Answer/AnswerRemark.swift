/// What a person should know of a choice beside its text: facts, and the only place that decides
/// which of them hold. An answer without any text has one that says why.
///
/// ```swift
/// print(choice.shownText)
/// for remark in choice.remarks { print(remark.sentence.text(in: .english)) }
/// ```
public enum AnswerRemark: Sendable, Hashable {
    /// The model refused; what it says stands in place of the content.
    case refused
    /// A filter of the service ended the answer, before its first word or after some.
    case filtered(hasText: Bool)
    /// Thinking came and nothing else; `isCut`: up to the longest length allowed.
    case onlyThinking(isCut: Bool)
    /// What came in place of a text.
    case onlyAttachments(Attachments)
    /// What came beside the text.
    case alsoAttachments(Attachments)
    /// Nothing came; why the model stopped, as the wire said it.
    case nothing(finishReason: String?)
    /// The text ends at the longest length allowed.
    case cut

    /// Whether the answer has no text and this says why.
    public var isForWantOfText: Bool {
        switch self {
        case .refused, .onlyThinking, .onlyAttachments, .nothing: true
        case .filtered(let hasText): !hasText
        case .alsoAttachments, .cut: false
        }
    }
}

extension Choice {
    /// What is shown and copied as the answer: its content, and after that a refusal.
    public var shownText: String {
        if refusal.isEmpty { return content }
        return content.isEmpty ? refusal : content + "\n\n" + refusal
    }

    /// What is to be said of the choice beside its text and its calls, when the answer is whole.
    public var remarks: [AnswerRemark] { remarks(isWhole: true) }

    /// What is to be said of the choice beside its text and its calls.
    ///
    /// - Parameter isWhole: whether the answer ended well; if not, its failure says why there is no
    ///   more.
    public func remarks(isWhole: Bool) -> [AnswerRemark] {
        var remarks: [AnswerRemark] = []
        let hasText = !content.isBlank
        if !refusal.isBlank { remarks.append(.refused) }
        if hasText || !refusal.isBlank {
            if !attachments.isEmpty { remarks.append(.alsoAttachments(attachments)) }
        } else if !attachments.isEmpty {
            remarks.append(.onlyAttachments(attachments))
        }
        if isFiltered {
            remarks.append(.filtered(hasText: hasText))
        } else if isWhole, remarks.isEmpty, let last = remarkOnLength(hasText) {
            remarks.append(last)
        }
        return remarks
    }

    private func remarkOnLength(_ hasText: Bool) -> AnswerRemark? {
        if hasText { return isCut ? .cut : nil }
        if !toolCalls.isEmpty { return isCut ? .cut : nil }
        return reasoning.isBlank
            ? .nothing(finishReason: finishReason) : .onlyThinking(isCut: isCut)
    }

    /// OpenAI's word, Gemini's and Zhipu's.
    private var isFiltered: Bool {
        let words = ["content_filter", "safety", "prohibited_content", "blocklist", "sensitive"]
        return finishReason.map { words.contains($0.lowercased()) } ?? false
    }

    private var isCut: Bool {
        finishReason.map { ["length", "max_tokens"].contains($0.lowercased()) } ?? false
    }
}

extension Answer {
    /// Whether nothing came that a person could read or that could be called.
    package var saysNothing: Bool {
        choices.allSatisfy {
            $0.content.isEmpty && $0.reasoning.isEmpty && $0.refusal.isEmpty
                && $0.toolCalls.isEmpty && $0.attachments.isEmpty
        }
    }
}

extension ToolCall {
    /// As a call is written: `weather({"city":"Bern"})`.
    public var written: String { "\(name)(\(arguments))" }
}

extension String {
    /// Whether there is nothing in it that could be seen.
    fileprivate var isBlank: Bool { !hasVisibleText }
}
