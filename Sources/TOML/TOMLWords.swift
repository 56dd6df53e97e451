package import Words

extension Complaint {
    /// One line: place and message.
    package var sentence: Phrase {
        let place = position.map { "\($0.line):\($0.column)" }
        let parts = [file, place].compactMap(\.self).joined(separator: ":")
        return parts.isEmpty
            ? message : Phrase(english: "\(parts): \(message)", chinese: "\(parts)：\(message)")
    }

    /// The same in English.
    package var description: String { sentence.english }
}

extension TOMLValue {
    /// What it is, as a complaint names it.
    package var noun: Phrase {
        switch content {
        case .string: Phrase(english: "a text", chinese: "字符串")
        case .integer, .number, .spelled: Phrase(english: "a number", chinese: "数字")
        case .boolean: Phrase(english: "true or false", chinese: " true 或 false")
        case .array: Phrase(english: "a list", chinese: "数组")
        case .table: Phrase(english: "a table", chinese: "表")
        }
    }
}

/// What keeps a text from being TOML.
extension Phrase {
    static let nestedTooDeeply = Phrase(english: "nested too deeply", chinese: "嵌套太深")
    static let listsOfTables = Phrase(
        english: "lists of tables (`[[…]]`) are not used here", chinese: "这里不能用表数组（`[[…]]`）")
    static let endlessText = Phrase(english: "this text has no end", chinese: "这个字符串没有结尾")
    static let unknownEscape = Phrase(
        english: "unknown escape; a backslash itself is written \\\\",
        chinese: "不认识的转义；反斜杠本身写成 \\\\")
    static let noCharacter = Phrase(
        english: "there is no such character", chinese: "Unicode 里没有这个字符")

    static func escapeDigits(_ count: Int) -> Phrase {
        Phrase(
            english: "an escape needs \(count) hexadecimal digits", chinese: "转义要 \(count) 位十六进制数字")
    }

    static func noDates(_ word: String) -> Phrase {
        Phrase(
            english: "dates are not used here: write \"\(word)\"",
            chinese: "这里不能用日期；写成 \"\(word)\"")
    }

    static func noNumber(_ word: String) -> Phrase {
        Phrase(english: "`\(word)` is no number that fits", chinese: "`\(word)` 不是能用的数字")
    }

    static func noQuotes(_ word: String) -> Phrase {
        Phrase(english: "a text stands in quotes: \"\(word)\"", chinese: "字符串要带引号：\"\(word)\"")
    }

    static func doubled(_ name: String, line: Int) -> Phrase {
        Phrase(
            english: "`\(name)` stands already in line \(line)",
            chinese: "`\(name)` 在第 \(line) 行已经有了")
    }

    static func expected(_ wanted: Phrase, found: Phrase) -> Phrase {
        Phrase(english: "expected \(wanted), found \(found)", chinese: "这里应是\(wanted)，却是\(found)")
    }
}

/// What may be expected or found at a place.
extension Phrase {
    static let endOfFile = Phrase(english: "the end of the file", chinese: "文件末尾")
    static let endOfLine = Phrase(english: "the end of the line", chinese: "行尾")
    static let controlCharacter = Phrase(english: "a control character", chinese: "控制字符")
    static let plainText = Phrase(english: "plain text", chinese: "普通文字")
    static let plainComment = Phrase(english: "plain text in a comment", chinese: "注释里的普通文字")
    static let aValue = Phrase(english: "a value", chinese: "值")
    static let aName = Phrase(english: "a name", chinese: "名字")
    static let fewerDots = Phrase(english: "fewer dots in a name", chinese: "层级更少的名字")
    static let equalsSign = Phrase(english: "`=` after the name", chinese: "名字后的 `=`")
    static let headerEnd = Phrase(english: "`]` after the table's name", chinese: "表名后的 `]`")
    static let listGoesOn = Phrase(english: "`,` or `]` in a list", chinese: "数组里的 `,` 或 `]`")
    static let tableGoesOn = Phrase(english: "`,` or `}` in a table", chinese: "表里的 `,` 或 `}`")

    static func character(_ scalar: String) -> Phrase {
        Phrase(english: "`\(scalar)`", chinese: " `\(scalar)`")
    }
}
