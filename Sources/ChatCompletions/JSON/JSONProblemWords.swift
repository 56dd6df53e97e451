public import Words

extension JSONProblem {
    /// Where, and what is wrong there: `line 3, column 7: unexpected character`.
    public var words: Phrase {
        Phrase(
            english: "line \(line), column \(column): \(kind.words)",
            chinese: "第 \(line) 行第 \(column) 列，\(kind.words)")
    }

    /// `line 3, column 7: unexpected character`
    public var description: String { words.english }
}

extension JSONProblem: CustomStringConvertible {}

extension JSONProblem.Kind {
    /// What is wrong.
    public var words: Phrase {
        switch self {
        case .unexpectedEnd:
            Phrase(english: "the text ends too early", chinese: "没写完就结束了")
        case .unexpectedByte: Phrase(english: "unexpected character", chinese: "这里不该是这个字符")
        case .badEscape: Phrase(english: "bad escape in a string", chinese: "字符串里的转义不对")
        case .controlCharacter:
            Phrase(
                english: "unescaped control character in a string", chinese: "字符串里有没转义的控制字符")
        case .badNumber: Phrase(english: "bad number", chinese: "数字写法不对")
        case .tooDeep: Phrase(english: "nested too deeply", chinese: "嵌套太深")
        case .textAfterValue: Phrase(english: "text after the value", chinese: "值后面还有别的内容")
        }
    }
}
