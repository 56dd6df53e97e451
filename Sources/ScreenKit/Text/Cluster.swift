/// A piece of text that a cursor does not enter: a scalar with what belongs to it.
///
/// In contrast to `Character` its end depends on nothing but the bytes from its start, its length is
/// bounded, and control characters and formats always stand alone.
struct Cluster {
    var range: Range<Int>
    var first: UInt32
    var kind: ScalarClass
    /// One scalar, and nothing follows that belongs to it.
    var isSingle: Bool

    static let maximumScalars = 32

    var isNewline: Bool { first == 0x0a || first == 0x0d && range.count == 2 }

    /// The columns of a cluster that is shown as it is, in one cell; 0 for all others.
    @inline(__always)
    func plainWidth(_ profile: WidthProfile) -> Int {
        guard isSingle else { return 0 }
        switch kind {
        case .narrow, .textEmoji: return 1
        case .wide, .emoji: return 2
        case .ambiguous, .ambiguousEmoji: return profile.ambiguousWide ? 2 : 1
        default: return 0
        }
    }

    /// The cluster that begins at an offset before the end of the bytes.
    @inline(__always)
    static func next(in bytes: UTF8Bytes, at start: Int) -> Cluster {
        let lead = bytes[start]
        if lead < 0x80, start + 1 == bytes.count || bytes[start + 1] < 0x80 {
            let pair = lead == 0x0d && start + 1 < bytes.count && bytes[start + 1] == 0x0a
            let kind = lead < 0x20 || lead == 0x7f ? ScalarClass.forbidden : .narrow
            return Cluster(
                range: start..<start + (pair ? 2 : 1), first: UInt32(lead), kind: kind,
                isSingle: !pair
            )
        }
        return general(in: bytes, at: start)
    }

    private static func general(in bytes: UTF8Bytes, at start: Int) -> Cluster {
        let (first, length) = bytes.scalar(at: start)
        let kind = ScalarClass.of(first)
        var end = start + length
        if first == Self.blackFlag { end = endOfTags(in: bytes, from: end) }
        // A mark behind a space stands alone, as it does behind the tab that became the space.
        if kind != .forbidden, first != 0x20 {
            end = extend(from: end, after: first, kind, in: bytes)
        }
        return Cluster(
            range: start..<end, first: first, kind: kind, isSingle: end == start + length
        )
    }

    private static func extend(
        from start: Int, after first: UInt32, _ kind: ScalarClass, in bytes: UTF8Bytes
    ) -> Int {
        var (end, previous, count) = (start, first, 1)
        let isEmoji = ScalarClass.isEmoji(first)
        while end < bytes.count, bytes[end] >= 0x80, count < maximumScalars {
            let (scalar, length) = bytes.scalar(at: end)
            switch ScalarClass.of(scalar) {
            case .mark, .spacingMark, .joiner, .selector: break
            case .regional where kind == .regional && count == 1: break
            case .skinTone where isEmoji && ScalarClass.isEmoji(previous): break
            default:
                guard isEmoji, previous == zeroWidthJoiner, ScalarClass.isEmoji(scalar) else {
                    return end
                }
            }
            (end, previous, count) = (end + length, scalar, count + 1)
        }
        return end
    }

    /// The end of a well-formed tag sequence, as in the flag of Wales, or where it would begin.
    private static func endOfTags(in bytes: UTF8Bytes, from start: Int) -> Int {
        var end = start
        for _ in 0..<8 where end < bytes.count {
            let (scalar, length) = bytes.scalar(at: end)
            guard (0xe0020...0xe007f).contains(scalar) else { return start }
            end += length
            if scalar == 0xe007f { return end }
            guard (0xe0030...0xe0039).contains(scalar) || (0xe0061...0xe007a).contains(scalar)
            else { return start }
        }
        return start
    }

    static let blackFlag: UInt32 = 0x1f3f4
    /// A black flag with the longest tag sequence that is read.
    static let mostTagBytes = 4 + 8 * 4
    static let zeroWidthJoiner: UInt32 = 0x200d
}
