/// A styled text in parts that are wrapped one by one: some paragraphs that are set alike.
struct StyledBlocks: Sendable {
    struct Block: Sendable {
        let start: Int
        var end: Int
        /// Which of the text's beginnings set it; `nil` before the first.
        let beginning: Int?
        /// The bytes of the label before its first line.
        let label: Int
        /// How many lines it has in the width of the page, once that is known.
        var lineCount: Int?

        var body: Int { start + label }
    }

    private(set) var list: [Block] = []
    /// The first beginning that no block has yet.
    private var nextBeginning = 0

    /// A block ends with the first line end behind so many bytes.
    private static let bytes = 4096

    /// Takes in what has come since. Returns the block that was there before and has grown, if one
    /// has.
    mutating func follow(_ text: StyledText) -> Int? {
        let last = list.indices.last
        let before = list.last?.end
        while (list.last?.end ?? 0) < text.count {
            beginBlock(of: text)
            extendLast(in: text)
        }
        return last.flatMap { list[$0].end == before ? nil : $0 }
    }

    mutating func note(lineCount: Int, of place: Int) { list[place].lineCount = lineCount }

    mutating func forgetLineCounts() {
        for place in list.indices { list[place].lineCount = nil }
    }

    private mutating func beginBlock(of text: StyledText) {
        let start = list.last?.end ?? 0
        let beginnings = text.beginnings
        if nextBeginning < beginnings.count, beginnings[nextBeginning].start == start {
            let label = beginnings[nextBeginning].label
            list.append(Block(start: start, end: start, beginning: nextBeginning, label: label))
            nextBeginning += 1
        } else if list.last.map({ isFull($0, in: text) }) ?? true {
            let beginning = list.last?.beginning
            list.append(Block(start: start, end: start, beginning: beginning, label: 0))
        }
    }

    /// What stands right of a label stays together.
    private func isFull(_ block: Block, in text: StyledText) -> Bool {
        block.label == 0 && block.end - block.start >= Self.bytes
            && text.bytes[block.end - 1] == 0x0a
    }

    private mutating func extendLast(in text: StyledText) {
        let last = list.count - 1
        let isBounded = nextBeginning < text.beginnings.count
        var end = isBounded ? text.beginnings[nextBeginning].start : text.count
        let full = max(list[last].end, list[last].start + Self.bytes - 1)
        if list[last].label == 0, full < end,
            let newline = text.bytes[full..<end].firstIndex(of: 0x0a)
        {
            end = newline + 1
        }
        list[last].end = end
        list[last].lineCount = nil
    }
}
