/// Reads the text of a block: emphasis, code, links and the like (CommonMark 6).
struct InlineParser {
    private let bytes: UTF8Bytes
    private let target: (String) -> LinkTarget?
    /// The text is still arriving: what it has opened on its last line holds to its end.
    private let isArriving: Bool
    private var place = 0
    private var items: [Item] = []
    private var delimiters = Delimiters()
    private var brackets: [Bracket] = []
    /// Lengths of runs of back-ticks that nothing closes.
    private var unclosedTicks: Set<Int> = []

    private enum Item {
        case token(InlineToken)
        case run(Int)
        /// What may turn out to open a link.
        case bracket(Range<Int>)
    }

    private struct Bracket {
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

    private func next(_ byte: UInt8) -> Bool { place + 1 < bytes.count && bytes[place + 1] == byte }

    // MARK: Text

    private mutating func addText(_ count: Int) {
        let range = place..<place + count
        place += count
        if case .token(.text(let before))? = items.last, before.upperBound == range.lowerBound {
            items[items.count - 1] = .token(.text(before.lowerBound..<range.upperBound))
        } else {
            items.append(.token(.text(range)))
        }
    }

    private mutating func addPlain() {
        let signs = "\n\\`*_~[!]<&hw".utf8
        let end = bytes[place...].firstIndex { signs.contains($0) } ?? bytes.count
        addText(max(1, end - place))
    }

    private mutating func addToken(_ token: InlineToken, to end: Int) {
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

    // MARK: Tags and addresses

    private mutating func addTag() {
        if let target = autolink() {
            let end = place + (target.source?.count ?? 0) + 2
            items.append(.token(.open(.link(target))))
            items.append(.token(.text(place + 1..<end - 1)))
            addToken(.close(.link(target)), to: end)
        } else if let end = HTMLTag.inlineEnd(at: place, in: bytes, to: bytes.count) {
            addToken(.html(place..<end), to: end)
        } else {
            addText(1)
        }
    }

    private func autolink() -> LinkTarget? {
        guard let close = bytes[place...].firstIndex(of: UInt8(ascii: ">")) else { return nil }
        let source = place + 1..<close
        let text = bytes[source]
        guard text.allSatisfy({ $0 > 0x20 && $0 != UInt8(ascii: "<") && $0 != 0x7f }) else {
            return nil
        }
        let address = String(decoding: text, as: UTF8.self)
        if Address.hasScheme(text) {
            return LinkTarget(address: address, title: nil, source: source)
        }
        return Address.isMail(text)
            ? LinkTarget(address: "mailto:" + address, title: nil, source: source) : nil
    }

    private mutating func addAddress() -> Bool {
        guard let end = Address.end(at: place, in: bytes) else { return false }
        let text = String(decoding: bytes[place..<end], as: UTF8.self)
        let address = text.hasPrefix("www.") ? "http://" + text : text
        let target = LinkTarget(address: address, title: nil, source: place..<end)
        items.append(.token(.open(.address(target))))
        items.append(.token(.text(place..<end)))
        addToken(.close(.address(target)), to: end)
        return true
    }

    // MARK: Links

    private mutating func openBracket(isImage: Bool) {
        let range = place..<place + (isImage ? 2 : 1)
        brackets.append(
            Bracket(
                item: items.count, range: range, delimiter: delimiters.last, isImage: isImage))
        items.append(.bracket(range))
        place = range.upperBound
    }

    private mutating func closeBracket() {
        guard let bracket = brackets.popLast(), bracket.isActive,
            let link = link(of: bracket)
        else { return addText(1) }
        let span: InlineSpan = bracket.isImage ? .image(link.target) : .link(link.target)
        items[bracket.item] = .token(.open(span))
        delimiters.pair(behind: bracket.delimiter)
        addToken(.close(span), to: link.end)
        guard !bracket.isImage else { return }
        for place in brackets.indices where !brackets[place].isImage {
            brackets[place].isActive = false
        }
    }

    private func link(of bracket: Bracket) -> (target: LinkTarget, end: Int)? {
        var reader = LinkReader(bytes, at: place + 1, to: bytes.count)
        if reader.take(UInt8(ascii: "(")), let target = inlineTarget(&reader) {
            return (target, reader.place)
        }
        reader = LinkReader(bytes, at: place + 1, to: bytes.count)
        if let label = reader.label() { return target(label).map { ($0, reader.place) } }
        var own = LinkReader(bytes, at: bracket.range.upperBound - 1, to: place + 1)
        guard let label = own.label(), own.isAtEnd, let target = target(label) else { return nil }
        let isCollapsed = bytes[(place + 1)...].starts(with: "[]".utf8)
        return (target, place + (isCollapsed ? 3 : 1))
    }

    private func inlineTarget(_ reader: inout LinkReader) -> LinkTarget? {
        let start = reader.place
        reader.skipSpace()
        if isArriving, let target = arrivingTarget(from: start) {
            reader = LinkReader(bytes, at: bytes.count, to: bytes.count)
            return target
        }
        if reader.take(UInt8(ascii: ")")) {
            return LinkTarget(address: "", title: nil, source: nil)
        }
        guard let address = reader.address() else { return nil }
        let title = reader.skipSpace() ? reader.title() : nil
        reader.skipSpace()
        guard reader.take(UInt8(ascii: ")")) else { return nil }
        return LinkTarget(address: address.text, title: title, source: address.source)
    }

    /// An address that is not whole yet.
    private func arrivingTarget(from start: Int) -> LinkTarget? {
        let rest = bytes[start...]
        guard rest.allSatisfy({ $0 > 0x20 && $0 != UInt8(ascii: ")") }) else { return nil }
        return LinkTarget(
            address: String(decoding: rest, as: UTF8.self), title: nil, source: start..<bytes.count)
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
