import Words

/// Selecting text.
extension Phrase {
    static let selectWords = Phrase(english: "Select text by words", chinese: "按词选择文字")
    static let selectWordsHelp = Phrase(
        english: """
            From the last click, else from what is in view or the selected turn. Moving extends it; \
            again it goes by characters. “Copy what the pane shows” copies it.
            """,
        chinese: "从上次点击处开始，否则从选中的轮次或所见的开头。移动即扩展，再按改为按字符；「复制窗格内容」复制选中的文字。")
    static let selectLines = Phrase(english: "Select text by lines", chinese: "按行选择文字")
    static let selectLinesHelp = Phrase(
        english: "Whole lines, however they are wrapped.", chinese: "整行，不管折成几行显示。")
    static let selectLeft = Phrase(english: "Selection: a character back", chinese: "选择：前一个字符")
    static let selectRight = Phrase(english: "Selection: a character on", chinese: "选择：后一个字符")
    static let selectWordBefore = Phrase(english: "Selection: a word back", chinese: "选择：前一个词")
    static let selectWordAfter = Phrase(english: "Selection: a word on", chinese: "选择：后一个词")
    static let selectRowStart = Phrase(
        english: "Selection: to the row's start", chinese: "选择：到行首")
    static let selectRowEnd = Phrase(english: "Selection: to the row's end", chinese: "选择：到行尾")
    static let selectOtherEnd = Phrase(
        english: "Selection: move the other end", chinese: "选择：移动另一端")
    static let selectOtherEndHelp = Phrase(
        english: "So that its beginning can be moved too.", chinese: "这样开头也能移动。")
    static let selectFromHere = Phrase(
        english: "Selection: begin it here", chinese: "选择：从这里开始")
    static let selectFromHereHelp = Phrase(
        english: "What was selected on the way is let go.", chinese: "一路选中的不再选。")
    static let copySelected = Phrase(english: "Selection: copy it", chinese: "选择：复制")

    static let wordOffer = Phrase(english: "word", chinese: "下一词")
    static let linesOffer = Phrase(english: "lines", chinese: "按行")
    static let fromHereOffer = Phrase(english: "from here", chinese: "从此开始")
    static let otherEndOffer = Phrase(english: "other end", chinese: "另一端")
    static let letGoOffer = Phrase(english: "let go", chinese: "取消选择")

    static let nothingToSelect = Phrase(
        english: "There is no text to select here.", chinese: "这里没有可选择的文字。")

    static func selectFirst(with key: Phrase) -> Phrase {
        Phrase(english: "Nothing is selected; \(key) begins.", chinese: "还没有选择，按 \(key) 开始。")
    }
}
