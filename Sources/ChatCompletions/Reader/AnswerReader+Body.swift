/// What the body is, which its beginning tells.
extension AnswerReader {
    mutating func take(_ bytes: [UInt8]) {
        if bytes.isEmpty || isTooMuch { return }
        taken += bytes.count
        switch body {
        case .undecided:
            // Some servers send blank lines for minutes: looked at once.
            let seen = beginning.count
            beginning += bytes
            sniff(from: seen < 3 ? 0 : seen)
        case .stream: readStream(bytes)
        case .document, .values: readJSON(bytes)
        case .page:
            beginning += bytes.prefix(max(0, Self.pageLimit - beginning.count))
            noise += bytes.count
            if noise > limits.noise { isTooMuch = true }
        }
    }

    static let pageLimit = 1 << 16
    private static let mostBlanks = 1 << 16

    /// - Parameter place: everything before is blank.
    private mutating func sniff(from place: Int) {
        var rest = beginning[place...]
        if place == 0, rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
        rest = rest.drop { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
        let mayBecomeBOM =
            beginning.count < 3 && [0xEF, 0xBB, 0xBF].starts(with: beginning)
        guard let first = rest.first, !mayBecomeBOM else {
            return takeBlanks(beginning.count - place)
        }
        var whole: [UInt8] = []
        swap(&whole, &beginning)
        bodyStart = taken - whole.count
        let hasBOM = bodyStart == 0 && whole.starts(with: [0xEF, 0xBB, 0xBF])
        if hasBOM { note(.byteOrderMark, at: bodyStart) }
        switch first {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            body = .document
            let isBlankBefore = taken - rest.count > (hasBOM ? 3 : 0)
            if isBlankBefore { note(.blankStart, at: 0) }
            json.base = taken - rest.count
            readJSON(rest)
        case UInt8(ascii: "<"):
            body = .page
            bodyStart = taken - rest.count
            beginning = Array(rest.prefix(Self.pageLimit))
        default:
            body = .stream
            decoder.base = bodyStart
            readStream(whole)
        }
    }

    /// Blank lines are counted, not kept, but for a beginning that may be a BOM.
    private mutating func takeBlanks(_ count: Int) {
        beginning.removeFirst(max(0, beginning.count - Self.mostBlanks))
        noise += count
        if noise > limits.noise { giveUp(.init(.onlyBlanks)) }
    }
}
