/// What a cell shows: at most five scalars, none of which can move a cursor or change a terminal.
struct Piece {
    var base: UInt32
    /// The whole text where it is more than the base.
    var text: String?
    var width: Int
    /// Stands for something that is not shown as itself.
    var isEscaped = false

    /// The most scalars that ncurses holds in a cell.
    static let maximumScalars = 5
}

/// How a cluster appears on a screen: the pieces that its cells show.
///
/// Whatever is not certain to take its columns, or could deceive, is replaced by something visible.
struct Appearance {
    private let profile: WidthProfile
    private let emit: (Piece) -> Void
    private var cell: Piece?
    private var scalars = 0
    private var last: UInt32 = 0
    private var hasSelector = false
    private var isJoining = false
    private var marksLeftOut = 0

    /// Gives the pieces of a cluster in order.
    static func pieces(
        of cluster: Cluster,
        in bytes: UTF8Bytes,
        _ profile: WidthProfile,
        _ emit: (Piece) -> Void
    ) {
        withoutActuallyEscaping(emit) { emit in
            var appearance = Appearance(profile: profile, emit: emit)
            appearance.show(cluster, in: bytes)
        }
    }

    private init(profile: WidthProfile, emit: @escaping (Piece) -> Void) {
        self.profile = profile
        self.emit = emit
    }

    private mutating func show(_ cluster: Cluster, in bytes: UTF8Bytes) {
        if cluster.kind == .regional { return showFlag(cluster, in: bytes) }
        var offset = cluster.range.lowerBound
        while offset < cluster.range.upperBound {
            let (scalar, length) = bytes.scalar(at: offset)
            offset += length
            let following = offset < cluster.range.upperBound ? bytes.scalar(at: offset).value : 0
            if (0xe0000...0xe007f).contains(scalar), cluster.first == Cluster.blackFlag {
                return showTags(in: bytes, offset - length..<cluster.range.upperBound)
            }
            add(scalar, before: following)
        }
        flush()
    }

    private mutating func add(_ scalar: UInt32, before following: UInt32) {
        let kind = ScalarClass.of(scalar)
        switch kind {
        case .forbidden: escape(scalar)
        case .mark: addMark(scalar)
        case .joiner: addJoiner(scalar, before: following)
        case .selector: addSelector(scalar, before: following)
        case .skinTone where cell != nil && ScalarClass.isEmoji(last): addSkinTone(scalar)
        case .emoji, .textEmoji, .ambiguousEmoji, .unsettledWide: addEmoji(scalar, kind)
        default: start(scalar, kind)
        }
    }

    // MARK: Cells

    private mutating func start(_ scalar: UInt32, _ kind: ScalarClass) {
        flush()
        let isStandIn = !profile.newEmoji && (kind == .unsettled || kind == .unsettledWide)
        cell = Piece(
            base: isStandIn ? Symbols.standIn : scalar,
            text: nil,
            width: Width.of(kind, profile)
        )
        // A stand-in takes nothing on but marks; what belongs to the emoji it stands for is left out.
        (scalars, last) = (1, isStandIn && !ScalarClass.isEmoji(scalar) ? Symbols.standIn : scalar)
    }

    private mutating func append(_ scalar: UInt32) {
        guard var piece = cell else { return }
        var text = piece.text ?? String(scalar: piece.base)
        text.unicodeScalars.append(Unicode.Scalar(scalar) ?? "\u{fffd}")
        piece.text = text
        cell = piece
        scalars += 1
        last = scalar
    }

    private mutating func flush() {
        if let cell { emit(cell) }
        if marksLeftOut > 0 { emitText(Symbols.of(profile).ellipsis, escaped: true) }
        (cell, scalars, marksLeftOut) = (nil, 0, 0)
        (hasSelector, isJoining) = (false, false)
    }

    private mutating func addMark(_ scalar: UInt32) {
        if cell == nil { start(Symbols.markHolder, .narrow) }
        guard scalars < Piece.maximumScalars else {
            marksLeftOut += 1
            return
        }
        append(scalar)
    }

    // MARK: Emoji

    private mutating func addEmoji(_ scalar: UInt32, _ kind: ScalarClass) {
        guard isJoining, profile.zwj, carriesEmoji, scalars + 2 <= Piece.maximumScalars else {
            return start(scalar, kind)
        }
        append(Cluster.zeroWidthJoiner)
        append(scalar)
        (isJoining, hasSelector) = (false, false)
        cell?.width = 2
    }

    private mutating func addSkinTone(_ scalar: UInt32) {
        defer { last = Cluster.zeroWidthJoiner }
        guard profile.skinTone, carriesEmoji, scalars < Piece.maximumScalars else { return }
        append(scalar)
        cell?.width = 2
    }

    private var carriesEmoji: Bool { cell.map { ScalarClass.isEmoji($0.base) } ?? false }

    /// Whether the cell shows an emoji or stands for one.
    private var joinsEmoji: Bool { carriesEmoji || ScalarClass.isEmoji(last) }

    private mutating func addJoiner(_ scalar: UInt32, before following: UInt32) {
        let isZWJ = scalar == Cluster.zeroWidthJoiner
        if isZWJ, scalars > 0, joinsEmoji, ScalarClass.isEmoji(following) {
            isJoining = true
        } else if cell != nil, ScalarClass.takesJoiner(last), scalars < Piece.maximumScalars {
            // A joiner after its letter is spelling (Persian, Hindi), also at the end of a word.
            append(scalar)
        } else {
            escape(scalar)
        }
    }

    private mutating func addSelector(_ scalar: UInt32, before following: UInt32) {
        guard let cell, !hasSelector, takesSelector(cell, before: following) else {
            return escape(scalar)
        }
        hasSelector = true
        guard scalar == 0xfe0f, profile.vs16, cell.base != Symbols.standIn,
            scalars < Piece.maximumScalars
        else { return }
        append(scalar)
        last = cell.base
        self.cell?.width = 2
    }

    private func takesSelector(_ cell: Piece, before following: UInt32) -> Bool {
        let isKeycap = cell.base < 0x80 && following == 0x20e3 && scalars == 1
        return isKeycap || ScalarClass.isEmoji(last)
    }

    // MARK: Flags

    private mutating func showFlag(_ cluster: Cluster, in bytes: UTF8Bytes) {
        var offset = cluster.range.lowerBound
        var (letters, text, rest) = ("", "", [UInt32]())
        while offset < cluster.range.upperBound {
            let (scalar, length) = bytes.scalar(at: offset)
            if ScalarClass.of(scalar) == .regional {
                letters += String(scalar: scalar - 0x1f1e6 + 0x41)
                text += String(scalar: scalar)
            } else {
                rest.append(scalar)
            }
            offset += length
        }
        if profile.flags, letters.count == 2 {
            emit(Piece(base: cluster.first, text: text, width: 2))
        } else {
            emitText("[\(letters)]", escaped: false)
        }
        for scalar in rest { add(scalar, before: 0) }
        flush()
    }

    private mutating func showTags(in bytes: UTF8Bytes, _ range: Range<Int>) {
        (cell, scalars) = (nil, 0)
        var (offset, name) = (range.lowerBound, "[")
        var rest: [UInt32] = []
        while offset < range.upperBound {
            let (scalar, length) = bytes.scalar(at: offset)
            if (0xe0030...0xe007a).contains(scalar) {
                name += String(scalar: scalar - 0xe0000).uppercased()
            } else if scalar != 0xe007f {
                rest.append(scalar)
            }
            offset += length
        }
        emitText(name + "]", escaped: false)
        for scalar in rest { add(scalar, before: 0) }
        flush()
    }

    // MARK: Made visible

    private mutating func escape(_ scalar: UInt32) {
        flush()
        emitText(Escape.visible(scalar), escaped: true)
        last = 0
    }

    private func emitText(_ text: String, escaped: Bool) {
        for scalar in text.unicodeScalars {
            let width = Width.of(ScalarClass.of(scalar.value), profile)
            emit(Piece(base: scalar.value, text: nil, width: width, isEscaped: escaped))
        }
    }
}
