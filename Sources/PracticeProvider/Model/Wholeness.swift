/// What was begun in an answer: where it may end, and what goes on with it.
struct Wholeness: Sendable {
    private var line = ""
    private var isInFence = false
    /// The rows of the table that the last line belongs to. One table is enough for an answer.
    private var rows = 0
    private var hadTable = false

    /// Whether the text stands within a block of code; a fence that is being written counts as one
    /// that stands.
    var isInCode: Bool { isInFence != line.hasPrefix("```") }

    /// Whether nothing that was begun is open: no block of code, nothing strong, no number of a list.
    var isClosed: Bool {
        !isInCode && line.ranges(of: "**").count.isMultiple(of: 2) && !isNumber
    }

    /// What stands before a point of a list.
    private var isNumber: Bool {
        !line.isEmpty && line.allSatisfy { $0.isASCII && $0.isNumber || $0 == "." || $0 == " " }
    }

    /// What the next word is part of. Words of one follow on words of the same.
    enum Place: UInt8 { case prose, code, row }

    var place: Place { isInFence ? .code : line.hasPrefix("|") ? .row : .prose }

    /// What the line asks of the next word: a row goes on until it is whole and ends then, as what stands
    /// between backticks does; a fence that closes is three of them and nothing else.
    ///
    /// - Parameter isLate: no block begins any more that would not be whole before the answer ends.
    func demand(isLate: Bool) -> Demand {
        if isInFence { return demandOfFence }
        if line.isEmpty { return demandOfStart(isLate) }
        if line.hasPrefix("|") { return demandOfRow }
        return isNameOpen ? .not(["\n"]) : .anything
    }

    private func demandOfStart(_ isLate: Bool) -> Demand {
        let isTableOver = hadTable && (rows == 0 || rows == Self.mostRows)
        return .not((isLate ? ["`"] : []) + (isTableOver || isLate && rows == 0 ? ["|"] : []))
    }

    /// Whether something in backticks is open, or a row.
    var isNameOpen: Bool {
        if isInFence || line.hasPrefix("```") { return false }
        if line.hasPrefix("|") { return !isWholeRow }
        return !line.count { $0 == "`" }.isMultiple(of: 2)
    }

    private var demandOfFence: Demand {
        guard line.first == "`" else { return .anything }
        return .only(line.count < 3 ? "`" : "\n")
    }

    private var demandOfRow: Demand {
        if line == "|" { return rows == 1 ? .only("-") : .not(["-", "\n"]) }
        return isWholeRow ? .only("\n") : .not(["\n"])
    }

    /// The tables of the corpus have two columns.
    var isWholeRow: Bool { line.last == "|" && line.count { $0 == "|" } == 3 }

    private static let mostRows = 6

    mutating func add(_ text: String) {
        for character in text {
            guard character == "\n" else {
                line.append(character)
                continue
            }
            isInFence = isInCode
            rows = line.hasPrefix("|") ? rows + 1 : 0
            hadTable = hadTable || rows > 0
            line = ""
        }
    }
}

extension Wholeness {
    enum Demand: Equatable {
        case anything
        case only(String)
        case not([String])

        func isMet(by text: String) -> Bool {
            switch self {
            case .anything: true
            case .only(let wanted): text == wanted
            case .not(let others): !others.contains(text)
            }
        }
    }
}
