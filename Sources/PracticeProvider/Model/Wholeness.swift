/// Where an answer may end: what was begun in it is closed.
struct Wholeness: Sendable {
    private var line = ""
    private var isInFence = false

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

    mutating func add(_ text: String) {
        for character in text {
            guard character == "\n" else {
                line.append(character)
                continue
            }
            isInFence = isInCode
            line = ""
        }
    }
}
