/// What stands beside a run of `*` or `_`, which decides whether it can open or close emphasis
/// (CommonMark 6.2).
enum Neighbour {
    case space, punctuation, widePunctuation, wide, other

    /// Text begins and ends as if there were space around it.
    init(_ scalar: UInt32?) {
        guard let scalar else { self = .space; return }
        if scalar < 0x80 {
            let isSpace = scalar <= 0x20
            self = isSpace ? .space : Escapes.isPunctuation(UInt8(scalar)) ? .punctuation : .other
        } else {
            self.init(beyondASCII: Unicode.Scalar(scalar) ?? "\u{fffd}")
        }
    }

    private init(beyondASCII scalar: Unicode.Scalar) {
        let isWide = Self.isChinese(scalar.value)
        switch scalar.properties.generalCategory {
        case .spaceSeparator: self = .space
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
            .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol,
            .modifierSymbol, .otherSymbol:
            self = isWide ? .widePunctuation : .punctuation
        default: self = isWide ? .wide : .other
        }
    }

    var isPunctuation: Bool { self == .punctuation || self == .widePunctuation }
    var isChinese: Bool { self == .wide || self == .widePunctuation }

    /// Chinese, Japanese and Korean, with their punctuation and wide forms.
    private static func isChinese(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x1100...0x11ff, 0x2e80...0x33ff, 0x3400...0x4dbf, 0x4e00...0xa4cf, 0xa960...0xa97f,
            0xac00...0xd7ff, 0xf900...0xfaff, 0xfe30...0xfe4f, 0xff00...0xffef, 0x1f200...0x1f2ff,
            0x20000...0x3fffd:
            true
        default: false
        }
    }
}

/// What a run of delimiters can do where it stands.
struct Flanking {
    let canOpen: Bool
    let canClose: Bool
    /// Only the one that it can do is meant while the text is still arriving.
    let opensForSure: Bool

    init(_ sign: UInt8, before: Neighbour, after: Neighbour) {
        // A Chinese sentence has no spaces: what touches a Chinese character is judged as if there
        // were one, and Chinese punctuation is no reason against it (`**重点：**请`).
        let isBeforeOpen = before == .space || before == .punctuation || before.isChinese
        let isAfterOpen = after == .space || after == .punctuation || after.isChinese
        let opens = after != .space && (after != .punctuation || isBeforeOpen)
        let closes = before != .space && (before != .punctuation || isAfterOpen)
        if sign == UInt8(ascii: "_") {
            let left =
                after != .space
                && (!after.isPunctuation || before == .space || before.isPunctuation)
            let right =
                before != .space
                && (!before.isPunctuation || after == .space || after.isPunctuation)
            canOpen = left && (!right || before.isPunctuation)
            canClose = right && (!left || after.isPunctuation)
        } else {
            (canOpen, canClose) = (opens, closes)
        }
        opensForSure = canOpen && (!canClose || before.isChinese)
    }
}
