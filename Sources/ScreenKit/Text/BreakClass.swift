/// What a cluster means for where a line may end: the line-breaking rules of Chinese and Japanese
/// (JIS X 4051, GB/T 15834), and spaces for all other languages.
enum BreakClass: Sendable {
    case space, tab, word, ideograph
    /// Never at the end of a line, as `（`; the ASCII ones only where no space follows.
    case open, wideOpen
    /// Never at the start of a line, as `。`; the ASCII ones only where no space precedes.
    case close, wideClose, asciiClose

    static func of(_ cluster: Cluster) -> BreakClass {
        let scalar = cluster.first
        if scalar < 0x80 { return ofASCII(scalar) }
        if isSpace(scalar) { return .space }
        let isWide = cluster.kind == .wide
        if openers.contains(scalar) { return isWide ? .wideOpen : .open }
        if closers.contains(scalar) { return isWide ? .wideClose : .close }
        return isWide || ScalarClass.isEmoji(scalar) ? .ideograph : .word
    }

    /// Whether a line may end between two neighbours.
    static func allowsBreak(between first: BreakClass, and second: BreakClass) -> Bool {
        if second.isClosing || first.isOpening { return false }
        switch (first, second) {
        case (.ideograph, _), (_, .ideograph), (.wideClose, _), (_, .wideOpen): return true
        default: return false
        }
    }

    /// Whether a line may end in the spaces between two clusters.
    static func allowsBreakInSpaces(between first: BreakClass, and second: BreakClass) -> Bool {
        first != .wideOpen && second != .wideClose && second != .close
    }

    var isClosing: Bool { self == .close || self == .wideClose || self == .asciiClose }
    var isOpening: Bool { self == .open || self == .wideOpen }

    private static func ofASCII(_ scalar: UInt32) -> BreakClass {
        switch UInt8(scalar) {
        case UInt8(ascii: " "): return .space
        case UInt8(ascii: "\t"): return .tab
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "$"):
            return .open
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ","),
            UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"),
            UInt8(ascii: "?"), UInt8(ascii: "%"):
            return .asciiClose
        default: return .word
        }
    }

    private static func isSpace(_ scalar: UInt32) -> Bool {
        scalar == 0x3000 || (0x2000...0x200a).contains(scalar) && scalar != 0x2007
    }

    private static let openers = Set("「『（【《〈〔［｛｟〖〘〚“‘〝￥¥＄£￡".unicodeScalars.map(\.value))
    private static let closers = Set(
        ("。，、；：？！」』）】》〉〕］｝｠〗〙〛”’〞〟…‥．・･％‰℃°‼⁇⁈⁉｡､｣ー々〻ゝゞヽヾ"
            + "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ").unicodeScalars.map(\.value)
    )
}
