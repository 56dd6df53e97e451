/// Reads the text of a block: emphasis, code, links and the like (CommonMark 6).
struct InlineParser {
    let bytes: UTF8Bytes
    let target: (String) -> LinkTarget?
    /// The text is still arriving: what it has opened on its last line holds to its end.
    let isArriving: Bool
    var place = 0
    var items: [Item] = []
    var delimiters = Delimiters()
    var brackets: [Bracket] = []
    /// Lengths of runs of back-ticks that nothing closes.
    private var unclosedTicks: Set<Int> = []

    enum Item {
        case token(InlineToken)
        case run(Int)
        /// What may turn out to open a link.
        case bracket(Range<Int>)
    }

    struct Bracket {
        let item: Int
        let range: Range<Int>
        let delimiter: Int
        var isActive = true
        let isImage: Bool
    }

    /// - Parameter target: what a label means.
    static func tokens(
        of bytes: UTF8Bytes, isArriving: Bool = false, target: (String) -> LinkTarget?
    ) -> [InlineToken] {
        withoutActuallyEscaping(target) { target in
            var parser = InlineParser(bytes, isArriving, target)
            return parser.parse()
        }
    }

    private init(
        _ bytes: UTF8Bytes, _ isArriving: Bool, _ target: @escaping (String) -> LinkTarget?
    ) {
        (self.bytes, self.isArriving, self.target) = (bytes, isArriving, target)
    }

    private mutating func parse() -> [InlineToken] {
        let end = isArriving ? endOfArriving : bytes.count
        while place < end { step() }
        delimiters.pairAll()
        let closes = isArriving ? delimiters.closeAtEnd(behind: lastLine) : []
        return flattened + closes.map { .close($0) }
    }

    /// Signs at the end may become other ones, and are not shown yet.
    private var endOfArriving: Int {
        let signs = "*`~_".utf8
        return (bytes.lastIndex { !signs.contains($0) } ?? -1) + 1
    }

    private var lastLine: Int { (bytes.lastIndex(of: 0x0a) ?? -1) + 1 }

    private mutating func step() {
        switch bytes[place] {
        case 0x0a: addLineBreak(from: place)
        case UInt8(ascii: "\\"): addEscape()
        case UInt8(ascii: "`"): addCode()
        case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): addDelimiters()
        case UInt8(ascii: "["): openBracket(isImage: false)
        case UInt8(ascii: "!"):
            if next(UInt8(ascii: "[")) { openBracket(isImage: true) } else { addText(1) }
        case UInt8(ascii: "]"): closeBracket()
        case UInt8(ascii: "<"): addTag()
        case UInt8(ascii: "&"): addEntity()
        case UInt8(ascii: "h"), UInt8(ascii: "w"):
            if !addAddress() { addText(1) }
        default: addPlain()
        }
    }

    func next(_ byte: UInt8) -> Bool { place + 1 < bytes.count && bytes[place + 1] == byte }

    // MARK: Text

    mutating func addText(_ count: Int) {
        let range = place..<place + count
        place += count
        if case .token(.text(let before))? = items.last, before.upperBound == range.lowerBound {
            items[items.count - 1] = .token(.text(before.lowerBound..<range.upperBound))
        } else {
            items.append(.token(.text(range)))
        }
    }

    private mutating func addPlain() {
        let end = bytes[place...].firstIndex(where: Self.mayMeanSomething) ?? bytes.count
        addText(max(1, end - place))
    }

    /// Those that `step` looks at.
    private static func mayMeanSomething(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x0a, UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"),
            UInt8(ascii: "~"), UInt8(ascii: "["), UInt8(ascii: "!"), UInt8(ascii: "]"),
            UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "h"), UInt8(ascii: "w"):
            true
        default: false
        }
    }

    mutating func addToken(_ token: InlineToken, to end: Int) {
        items.append(.token(token))
        place = end
    }

    private mutating func addEscape() {
        guard place + 1 < bytes.count else { return addText(1) }
        if bytes[place + 1] == 0x0a {
            addToken(.lineBreak(place..<place + 2, isHard: true), to: place + 2)
        } else if Escapes.isPunctuation(bytes[place + 1]) {
            addToken(.text(place + 1..<place + 2), to: place + 2)
        } else {
            addText(1)
        }
    }

    private mutating func addEntity() {
        guard let entity = Escapes.entity(at: place, in: bytes, to: bytes.count) else {
            return addText(1)
        }
        addToken(.replaced(place..<entity.end, entity.text), to: entity.end)
    }

    /// Takes the spaces before it out of the text.
    private mutating func addLineBreak(from newline: Int) {
        var start = newline
        if case .token(.text(let text))? = items.last {
            while start > text.lowerBound, BlockStart.isSpace(bytes[start - 1]) { start -= 1 }
            let rest = text.lowerBound..<start
            if rest.isEmpty {
                items.removeLast()
            } else {
                items[items.count - 1] = .token(.text(rest))
            }
        }
        let spaces = bytes[start..<newline].reversed().prefix { $0 == 0x20 }.count
        addToken(.lineBreak(start..<newline + 1, isHard: spaces >= 2), to: newline + 1)
    }

    private mutating func addCode() {
        let count = bytes[place...].prefix { $0 == UInt8(ascii: "`") }.count
        let start = place + count
        let close = unclosedTicks.contains(count) ? nil : closingTicks(count, from: start)
        if let close {
            addToken(.code(codeText(start..<close)), to: close + count)
        } else if isArriving, start < bytes.count, place >= lastLine {
            addToken(.code(start..<bytes.count), to: bytes.count)
        } else {
            unclosedTicks.insert(count)
            addText(count)
        }
    }

    private func closingTicks(_ count: Int, from start: Int) -> Int? {
        var place = start
        while let tick = bytes[place...].firstIndex(of: UInt8(ascii: "`")) {
            let run = bytes[tick...].prefix { $0 == UInt8(ascii: "`") }.count
            if run == count { return tick }
            place = tick + run
        }
        return nil
    }

    private func codeText(_ range: Range<Int>) -> Range<Int> {
        func isSpace(_ place: Int) -> Bool { bytes[place] == 0x20 || bytes[place] == 0x0a }
        guard range.count > 2, isSpace(range.lowerBound), isSpace(range.upperBound - 1),
            bytes[range].contains(where: { $0 != 0x20 && $0 != 0x0a })
        else { return range }
        return range.lowerBound + 1..<range.upperBound - 1
    }

    private mutating func addDelimiters() {
        let sign = bytes[place]
        let count = bytes[place...].prefix { $0 == sign }.count
        let range = place..<place + count
        let flanking = Flanking(
            sign, before: Neighbour(bytes.scalar(before: range.lowerBound)),
            after: Neighbour(
                range.upperBound < bytes.count ? bytes.scalar(at: range.upperBound).value : nil))
        items.append(.run(delimiters.runs.count))
        delimiters.append(sign, range, flanking)
        place += count
    }

    // MARK: The end

    private var flattened: [InlineToken] {
        var tokens: [InlineToken] = []
        for item in items {
            switch item {
            case .token(let token): tokens.append(token)
            case .bracket(let range): tokens.append(.text(range))
            case .run(let number):
                let run = delimiters.runs[number]
                tokens += run.closes.map { .close($0) }
                if !run.rest.isEmpty { tokens.append(.text(run.rest)) }
                tokens += run.opens.reversed().map { .open($0) }
            }
        }
        return tokens
    }
}

extension UTF8Bytes {
    /// The scalar that ends before a place.
    fileprivate func scalar(before place: Int) -> UInt32? {
        guard place > 0 else { return nil }
        var start = place - 1
        while start > 0, self[start] & 0xc0 == 0x80 { start -= 1 }
        return scalar(at: start).value
    }
}
