/// Finds what a line of code is made of, by the table of its language.
struct CodeLexer {
    private let bytes: UTF8Bytes
    private let language: CodeLanguage
    /// The number of what is open behind the line, from 1 on.
    private(set) var open: Int
    private var place = 0
    private var parts: [(end: Int, face: Face)] = []

    init(_ bytes: UTF8Bytes, _ language: CodeLanguage, open: Int) {
        (self.bytes, self.language, self.open) = (bytes, language, open)
    }

    mutating func faces() -> [(end: Int, face: Face)] {
        switch language.form {
        case .difference: return bytes.isEmpty ? [] : [(bytes.count, differenceFace)]
        case .markup, .words:
            if open > 0 { goOn(in: language.spans[open - 1]) }
            while place < bytes.count { step() }
            return parts
        }
    }

    private var differenceFace: Face {
        let heads = ["+++", "---", "diff ", "index "]
        if heads.contains(where: { bytes.starts(with: $0.utf8) }) { return .codeComment }
        switch bytes[0] {
        case UInt8(ascii: "+"): return .codeAdded
        case UInt8(ascii: "-"): return .codeRemoved
        case UInt8(ascii: "@"): return .codeKeyword
        default: return .code
        }
    }

    private mutating func add(to end: Int, _ face: Face) {
        if parts.last?.face == face { parts.removeLast() }
        if end > place { parts.append((end, face)) }
        place = max(place, end)
    }

    private mutating func step() {
        if language.comments.contains(where: isComment) {
            return add(to: bytes.count, .codeComment)
        }
        if let number = language.spans.indices.first(where: begins) { return begin(number) }
        let byte = bytes[place]
        if language.form == .markup {
            let end = bytes[place...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
            return add(to: max(place + 1, end), .code)
        }
        if language.sigils.contains(byte), wordEnd(from: place + 1) > place + 1 {
            return add(to: wordEnd(from: place + 1), .codeName)
        }
        if BlockStart.isDigit(byte) { return add(to: numberEnd, .codeNumber) }
        let end = wordEnd(from: place)
        if end > place { return addWord(to: end) }
        add(to: place + 1, .code)
    }

    private func begins(_ number: Int) -> Bool {
        let span = language.spans[number]
        guard bytes[place...].starts(with: span.open) else { return false }
        guard span.longest < .max else { return true }
        let end = close(of: span, from: place + span.open.count)
        return end.map { $0 - place <= span.longest } ?? false
    }

    /// A sign of one byte begins a comment only where a word might begin: `a#b` has none.
    private func isComment(_ sign: [UInt8]) -> Bool {
        guard bytes[place...].starts(with: sign) else { return false }
        return sign.count > 1 || place == 0 || BlockStart.isSpace(bytes[place - 1])
    }

    // MARK: Spans

    private mutating func begin(_ number: Int) {
        let span = language.spans[number]
        if language.form == .markup, span.face == .codeKeyword { return addTag(number) }
        guard let end = close(of: span, from: place + span.open.count) else {
            if span.crossesLines { open = number + 1 }
            return add(to: bytes.count, span.face)
        }
        let isName = language.nameEnds.contains { isFollowed(by: $0, at: end) }
        add(to: end, isName && span.face == .codeString ? .codeName : span.face)
    }

    private mutating func goOn(in span: CodeLanguage.Span) {
        if language.form == .markup, span.face == .codeKeyword { return addTag(open - 1) }
        guard let end = close(of: span, from: place) else { return add(to: bytes.count, span.face) }
        open = 0
        add(to: end, span.face)
    }

    private func close(of span: CodeLanguage.Span, from start: Int) -> Int? {
        var place = start
        while place < bytes.count {
            if span.escapes, bytes[place] == UInt8(ascii: "\\") {
                place += 2
            } else if bytes[place...].starts(with: span.close) {
                return place + span.close.count
            } else {
                place += 1
            }
        }
        return nil
    }

    /// A tag of HTML or XML, up to its end or that of the line.
    private mutating func addTag(_ number: Int) {
        open = number + 1
        while place < bytes.count, open > 0 {
            let byte = bytes[place]
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                let close = bytes[(place + 1)...].firstIndex(of: byte)
                add(to: close.map { $0 + 1 } ?? bytes.count, .codeString)
            } else if byte == UInt8(ascii: ">") {
                open = 0
                add(to: place + 1, .codeKeyword)
            } else if BlockStart.isSpace(byte) || byte == UInt8(ascii: "=") {
                add(to: place + 1, .code)
            } else {
                let end = bytes[place...].firstIndex { " \t=>\"'".utf8.contains($0) } ?? bytes.count
                let isName = place > 0 && BlockStart.isSpace(bytes[place - 1])
                add(to: max(end, place + 1), isName ? .codeName : .codeKeyword)
            }
        }
    }

    // MARK: Words

    private mutating func addWord(to end: Int) {
        let word = String(decoding: bytes[place..<end], as: UTF8.self)
        let isName = language.nameEnds.contains { isFollowed(by: $0, at: end) }
        let isKeyword = language.keywords.contains(language.ignoresCase ? word.lowercased() : word)
        add(to: end, isName ? .codeName : isKeyword ? .codeKeyword : .code)
    }

    private func isFollowed(by sign: UInt8, at end: Int) -> Bool {
        bytes[end...].first { !BlockStart.isSpace($0) } == sign
    }

    private func wordEnd(from start: Int) -> Int {
        bytes[start...].firstIndex { !isWord($0) } ?? bytes.count
    }

    private var numberEnd: Int {
        bytes[place...].firstIndex { !isWord($0) && $0 != UInt8(ascii: ".") }
            ?? bytes.count
    }

    private func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, UInt8(ascii: "_"), 0x80...: true
        default: language.wordSigns.contains(byte)
        }
    }
}
