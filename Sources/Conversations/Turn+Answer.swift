public import ChatCompletions
public import Words

extension Turn {
    /// The choice of an answer that the turn says.
    public var choice: Choice {
        var choice = Choice(index: choiceIndex)
        choice.content = message.content
        choice.reasoning = message.reasoning
        choice.refusal = refusal
        choice.toolCalls = message.toolCalls
        choice.attachments = attachments
        choice.finishReason = finishReason
        return choice
    }

    /// What is to be said of an answer beside its text and its calls; nothing of other messages,
    /// nor of an answer that is still arriving.
    public var remarks: [AnswerRemark] {
        guard message.role == .assistant, state != .streaming else { return [] }
        return choice.remarks(isWhole: state == .done)
    }

    /// The answer as a text that can be taken elsewhere: what it says, else the calls that it asks
    /// for, else a sentence that says why there is neither.
    public var textToCopy: Phrase {
        guard !choice.shownText.hasVisibleText else { return Phrase(verbatim: choice.shownText) }
        let calls = message.toolCalls.map { Phrase(verbatim: $0.written) }
        return (calls + remarks.map(\.sentence)).joined(separator: "\n")
    }
}
