public import Words

extension AnswerRemark {
    /// What happened, and what to do where something can be done.
    public var sentence: Phrase {
        switch self {
        case .refused: Phrase(english: "The model refused.", chinese: "模型拒答。")
        case .filtered(hasText: true):
            Phrase(
                english: "The service's filter broke the answer off.", chinese: "回答写到一半被内容过滤拦下。")
        case .filtered(hasText: false):
            Phrase(
                english: "The service's filter held the answer back; word the prompt otherwise.",
                chinese: "回答被内容过滤拦下；换个说法再发。")
        case .onlyThinking(isCut: true):
            Phrase(
                english: """
                    The answer is all thinking: it reached its longest length before the first \
                    word; raise max_tokens.
                    """,
                chinese: "没有回答：还在思考就到了长度上限，把 max_tokens 调大。")
        case .onlyThinking(isCut: false):
            Phrase(
                english: "The answer is all thinking: the model stopped before the first word.",
                chinese: "没有回答：模型只写了思考就停了。")
        case .onlyAttachments(let things):
            Phrase(
                english: """
                    The answer is \(things.words), which Fader does not show yet; \(things.place).
                    """,
                chinese: "回答是 \(things.words)，Fader 还不能显示；\(things.place)。")
        case .alsoAttachments(let things):
            Phrase(
                english: """
                    The answer also holds \(things.words), which Fader does not show yet; \
                    \(things.place).
                    """,
                chinese: "回答里还有 \(things.words)，Fader 还不能显示；\(things.place)。")
        case .nothing(let reason?):
            Phrase(
                english: "The answer is empty: the model stopped at once (\(reason)).",
                chinese: "回答是空的：模型一开始就停了（\(reason)）。")
        case .nothing(nil):
            Phrase(
                english: "The answer is empty: nothing came but its end.", chinese: "回答是空的：只收到结尾。")
        case .cut:
            Phrase(
                english: "The answer was cut at the longest length allowed.",
                chinese: "回答到长度上限，被截断。")
        }
    }
}

extension Attachments {
    /// `2 pictures and 1 sound`.
    public var words: Phrase {
        let counts = [
            (
                pictures,
                Phrase(english: "\(pictures, "picture", "pictures")", chinese: "\(pictures) 张图片")
            ),
            (sounds, Phrase(english: "\(sounds, "sound", "sounds")", chinese: "\(sounds) 段音频")),
            (
                others,
                Phrase(
                    english: """
                        \(others, "part of an unknown kind", "parts of unknown kinds")
                        """,
                    chinese: "\(others) 个未知类型的内容块")
            ),
        ]
        let words = counts.filter { $0.0 > 0 }.map(\.1)
        return words.isEmpty ? Phrase(english: "nothing", chinese: "空的") : words.allOfThem
    }

    fileprivate var place: Phrase {
        let isOne = self == Attachments(pictures: 1) || self == Attachments(sounds: 1)
        return isOne
            ? Phrase(english: "the response has it", chinese: "到响应里看")
            : Phrase(english: "the response has them", chinese: "到响应里看")
    }
}
