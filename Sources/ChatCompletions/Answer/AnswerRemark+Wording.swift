extension AnswerRemark {
    /// What happened, and what to do where something can be done.
    public var sentence: String {
        switch self {
        case .refused: "The model refused."
        case .filtered(hasText: true): "The service's filter broke the answer off."
        case .filtered(hasText: false):
            "The service's filter held the answer back; word the prompt otherwise."
        case .onlyThinking(isCut: true):
            "The answer is all thinking: it reached its longest length before the first word; "
                + "raise max_tokens."
        case .onlyThinking(isCut: false):
            "The answer is all thinking: the model stopped before the first word."
        case .onlyAttachments(let things):
            "The answer is \(things.words), which Fader does not show yet; \(things.place)."
        case .alsoAttachments(let things):
            "The answer also holds \(things.words), which Fader does not show yet; "
                + "\(things.place)."
        case .nothing(let reason?): "The answer is empty: the model stopped at once (\(reason))."
        case .nothing(nil): "The answer is empty: nothing came but its end."
        case .cut: "The answer was cut at the longest length allowed."
        }
    }
}

extension Attachments {
    /// `2 pictures and 1 sound`.
    public var words: String {
        let counts = [
            (pictures, "picture", "pictures"), (sounds, "sound", "sounds"),
            (others, "part of an unknown kind", "parts of unknown kinds"),
        ]
        let words = counts.filter { $0.0 > 0 }.map { count, one, many in
            "\(count) \(count == 1 ? one : many)"
        }
        guard let last = words.last, words.count > 1 else { return words.first ?? "nothing" }
        return words.dropLast().joined(separator: ", ") + " and " + last
    }

    fileprivate var place: String {
        let isOne = self == Attachments(pictures: 1) || self == Attachments(sounds: 1)
        return "the response has \(isOne ? "it" : "them")"
    }
}
