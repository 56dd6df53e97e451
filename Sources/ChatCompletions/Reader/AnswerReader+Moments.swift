/// A reader in the middle of a body.
extension AnswerReader {
    /// One that reads on just as this one does, and has next to nothing of the answer so far: cheap
    /// to make, and to keep.
    package var withoutTexts: AnswerReader {
        var copy = self
        copy.answer.forgetTexts()
        return copy
    }

    /// Where in the body that begins which is no event yet and may become one; `nil` where the body
    /// is no row of events.
    package var restStart: Int? {
        switch body {
        case .undecided: taken
        case .stream: decoder.restStart
        case .values: json.base + (json.start ?? json.seen)
        case .document where mayBecomeEvents: json.base
        case .document, .page: nil
        }
    }

    /// Its first value may turn out to be the first of several.
    private var mayBecomeEvents: Bool {
        streamRequested && status < 300 && json.firstEnd == nil
    }
}

extension Answer {
    /// Whether there was any is still to be seen.
    fileprivate mutating func forgetTexts() {
        for place in choices.indices { choices[place].forgetTexts() }
    }
}

extension Choice {
    fileprivate mutating func forgetTexts() {
        if !content.isEmpty { content = "…" }
        if !reasoning.isEmpty { reasoning = "…" }
        if !refusal.isEmpty { refusal = "…" }
        logprobs = []
        for place in toolCalls.indices { toolCalls[place].arguments = "" }
    }
}
