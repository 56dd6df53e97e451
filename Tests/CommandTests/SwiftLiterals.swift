/// A string literal of a Swift source.
struct SwiftLiteral {
    /// What stands in it, a `￼` in place of each value.
    var text = ""
    /// The values' expressions.
    var values: [String] = []
    /// From 1.
    var line: Int
    /// The label before it: `english` of `english: "…"`; empty without one.
    var label = ""

    static let hole: Character = "\u{FFFC}"
}

/// Finds the string literals of a source, those within values of others too: enough of Swift's
/// lexical structure for this house's own sources.
struct SwiftLiterals {
    private let source: [Character]
    private var place = 0
    private var line: Int
    private(set) var found: [SwiftLiteral] = []

    init(_ source: String, line: Int = 1) {
        self.source = Array(source)
        self.line = line
        while place < self.source.count { step() }
    }

    private func looks(at text: String, from start: Int? = nil) -> Bool {
        let start = start ?? place
        return start + text.count <= source.count
            && source[start..<start + text.count].elementsEqual(text)
    }

    private mutating func advance(_ count: Int = 1) {
        for _ in 0..<count where place < source.count {
            if source[place] == "\n" { line += 1 }
            place += 1
        }
    }

    private mutating func step() {
        if looks(at: "//") {
            while place < source.count, source[place] != "\n" { advance() }
        } else if looks(at: "/*") {
            while place < source.count, !looks(at: "*/") { advance() }
            advance(2)
        } else if looks(at: "\"") || looks(at: "#\"") {
            readLiteral()
        } else {
            advance()
        }
    }

    private mutating func readLiteral() {
        let raw = looks(at: "#") ? "#" : ""
        let isBlock = looks(at: raw + "\"\"\"")
        let quote = (isBlock ? "\"\"\"" : "\"")
        var literal = SwiftLiteral(line: line)
        literal.label = label()
        advance(raw.count + quote.count)
        while place < source.count, !looks(at: quote + raw) {
            if looks(at: "\\" + raw + "(") {
                advance(2 + raw.count)
                literal.values.append(readValue())
                literal.text.append(SwiftLiteral.hole)
            } else if raw.isEmpty, looks(at: "\\\n") {
                advance(2)
                while looks(at: " ") { advance() }
            } else if raw.isEmpty, looks(at: "\\") {
                literal.text.append(source[place + 1] == "n" ? "\n" : source[place + 1])
                advance(2)
            } else {
                literal.text.append(source[place])
                advance()
            }
        }
        advance(raw.count + quote.count)
        if isBlock { literal.text = literal.text.unindented }
        found.append(literal)
    }

    /// Up to the parenthesis that closes it; what is quoted in it is looked at as well.
    private mutating func readValue() -> String {
        let (start, first) = (place, line)
        var depth = 1
        while place < source.count {
            if looks(at: "\"") {
                var inner = SwiftLiterals(source, place, line)
                inner.readLiteral()
                advance(inner.place - place)
                continue
            }
            if source[place] == "(" { depth += 1 }
            if source[place] == ")" { depth -= 1 }
            if depth == 0 { break }
            advance()
        }
        let value = String(source[start..<place])
        found += SwiftLiterals(value, line: first).found
        advance()
        return value
    }

    private init(_ source: [Character], _ place: Int, _ line: Int) {
        self.source = source
        self.place = place
        self.line = line
    }

    private func label() -> String {
        var end = place
        while end > 0, source[end - 1].isWhitespace { end -= 1 }
        guard end > 0, source[end - 1] == ":" else { return "" }
        var start = end - 1
        while start > 0, source[start - 1].isLetter { start -= 1 }
        return String(source[start..<end - 1])
    }
}

extension String {
    /// A literal over several lines, without what stands before them.
    fileprivate var unindented: String {
        split(separator: "\n").map { $0.drop(while: \.isWhitespace) }
            .filter { !$0.isEmpty }.joined(separator: "\n")
    }
}
