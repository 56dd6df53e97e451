import Words

/// What the argument parser says in its own words, which are English only: its headings, and its
/// complaints as far as they have a form that can be told by its ends.
enum ParserWords {
    /// A help text.
    static func help(_ text: String) -> String {
        guard Speech.language != .english else { return text }
        return text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { headed(String($0)) }.joined(separator: "\n")
    }

    private static func headed(_ line: String) -> String {
        for heading in headings where line.hasPrefix(heading.english) {
            return heading.here + line.dropFirst(heading.english.count)
        }
        // A heading of ours, with the parser's colon.
        if line.hasSuffix(":"), let first = line.first, !first.isASCII {
            return line.dropLast() + "："
        }
        return withDefault(
            withDefaultMark(parts.reduce(line) { $0.replacing($1.english, with: $1.here) }))
    }

    /// `open (default)`: what stands behind it keeps its column.
    private static func withDefaultMark(_ line: String) -> String {
        guard let mark = line.firstRange(of: defaultMark.english) else { return line }
        let name = line[..<mark.lowerBound] + defaultMark.here
        return String(name).padded(right: line[..<mark.upperBound].count)
            + line[mark.upperBound...]
    }

    /// `(default: 60)`, in which only the brackets tell where the value ends.
    private static func withDefault(_ line: String) -> String {
        guard let start = line.firstRange(of: "(default: "),
            let end = line[start.upperBound...].firstIndex(of: ")")
        else { return line }
        let value = line[start.upperBound..<end]
        let words = Phrase(english: "(default: \(value))", chinese: "（默认：\(value)）")
        let before = line[..<start.lowerBound]
        // A wide bracket needs no blank behind a sentence.
        let isWide = words.here.first?.isASCII == false
        let isBehindText = before.hasSuffix(" ") && !before.hasSuffix("  ")
        let text = isWide && isBehindText ? before.dropLast() : before
        return text + words.here + line[line.index(after: end)...]
    }

    private static let defaultMark = Phrase(english: " (default)", chinese: "（默认）")

    private static let headings = [
        Phrase(english: "OVERVIEW: ", chinese: ""),
        Phrase(english: "USAGE: ", chinese: "用法："),
        Phrase(english: "ARGUMENTS:", chinese: "参数："),
        Phrase(english: "OPTIONS:", chinese: "选项："),
        Phrase(english: "SUBCOMMANDS:", chinese: "子命令："),
    ]

    private static let parts = [
        Phrase(english: "Show the version.", chinese: "显示版本。"),
        Phrase(english: "Show help information.", chinese: "显示帮助。"),
        Phrase(english: "Show subcommand help information.", chinese: "显示子命令的帮助。"),
        Phrase(english: " <subcommand>' for detailed help.", chinese: " <subcommand>' 看详细帮助。"),
        Phrase(english: "  See '", chinese: "  用 '"),
        Phrase(english: " --help' for more information.", chinese: " --help' 看更多。"),
    ]

    /// A complaint without its "Error: ".
    static func complaint(_ text: String) -> String {
        guard Speech.language != .english else { return text }
        for form in forms {
            guard let names = form.names(in: text) else { continue }
            return form.said(names).here
        }
        return text
    }

    /// What stands around one or two names, and what is said of them.
    private struct Form: Sendable {
        let start: String
        var middle: String?
        let end: String
        let said: @Sendable ([String]) -> Phrase

        func names(in text: String) -> [String]? {
            guard text.hasPrefix(start), text.hasSuffix(end),
                text.count >= start.count + end.count
            else { return nil }
            let inner = text.dropFirst(start.count).dropLast(end.count)
            guard let middle else { return [String(inner)] }
            guard let range = inner.firstRange(of: middle) else { return nil }
            return [String(inner[..<range.lowerBound]), String(inner[range.upperBound...])]
        }
    }

    private static let forms = [
        Form(start: "Unknown option '", middle: "'. Did you mean '", end: "'?") { names in
            Phrase(
                english: "Unknown option '\(names[0])'. Did you mean '\(names[1])'?",
                chinese: "没有选项 '\(names[0])'；你要的可能是 '\(names[1])'。")
        },
        Form(start: "Unknown option '", end: "'") { names in
            Phrase(english: "Unknown option '\(names[0])'", chinese: "没有选项 '\(names[0])'")
        },
        Form(start: "Missing value for '", end: "'") { names in
            Phrase(english: "Missing value for '\(names[0])'", chinese: "'\(names[0])' 缺少值")
        },
        Form(start: "Missing expected argument '", end: "'") { names in
            Phrase(
                english: "Missing expected argument '\(names[0])'", chinese: "缺少参数 '\(names[0])'")
        },
        Form(start: "Unexpected argument '", end: "'") { names in
            Phrase(english: "Unexpected argument '\(names[0])'", chinese: "多了参数 '\(names[0])'")
        },
        Form(start: "", middle: " unexpected arguments: '", end: "'") { names in
            Phrase(
                english: "\(names[0]) unexpected arguments: '\(names[1])'",
                chinese: "多了 \(names[0]) 个参数：'\(names[1])'")
        },
        Form(start: "The value '", middle: "' is invalid for '", end: "'") { names in
            Phrase(
                english: "The value '\(names[0])' is invalid for '\(names[1])'",
                chinese: "'\(names[1])' 不能是 '\(names[0])'")
        },
        Form(
            start: "The option '", middle: "' does not take any value, but '",
            end: "' was specified."
        ) { names in
            Phrase(
                english: """
                    The option '\(names[0])' does not take any value, but '\(names[1])' was specified.
                    """,
                chinese: "选项 '\(names[0])' 不带值，却给了 '\(names[1])'。")
        },
    ]
}
