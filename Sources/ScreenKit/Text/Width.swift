/// Which kinds of cluster a terminal is known to draw in as many columns as Unicode 17 says.
///
/// What it is not known for is shown by something that every terminal measures alike, so that the
/// grid and the terminal never drift apart.
package struct WidthProfile: Hashable, Sendable {
    /// A text emoji with U+FE0F, such as ❤️ and 1️⃣, takes two columns.
    package var vs16 = false
    /// A sequence of emoji with joiners, such as a family, takes two columns.
    package var zwj = false
    /// An emoji with a skin tone takes two columns.
    package var skinTone = false
    /// A pair of regional indicators takes two columns.
    package var flags = false
    /// What Unicode added since version 14 has its width.
    package var newEmoji = false
    /// Ambiguous characters take two columns, as many Chinese terminals are set; frames and sliders
    /// are then drawn in ASCII.
    package var ambiguousWide = false

    package init() {}

    /// Right in tmux 3.3 and everything newer. GNU screen 4.9 gives a column of their own to marks
    /// that Unicode added after version 5, as in Burmese; they are shown all the same.
    package static let conservative = WidthProfile()

    /// A terminal that measures whole clusters by Unicode 17.
    package static let modern: WidthProfile = {
        var profile = WidthProfile()
        profile.vs16 = true
        profile.zwj = true
        profile.skinTone = true
        profile.flags = true
        profile.newEmoji = true
        return profile
    }()
}

/// How many columns text takes.
package enum Width {
    /// Tabs lead to the next multiple of this column.
    package static let tab = 4

    /// The columns of a scalar by itself as a terminal counts it: 0 for what combines, -1 for what
    /// is never shown as itself.
    package static func of(_ scalar: Unicode.Scalar) -> Int {
        scalarWidth(scalar.value)
    }

    /// The columns in which a canvas shows a cluster.
    package static func of(cluster: Character, _ profile: WidthProfile = .conservative) -> Int {
        of(String(cluster), profile)
    }

    /// The columns in which a canvas shows a line of text that begins at column 0.
    package static func of(_ text: String, _ profile: WidthProfile = .conservative) -> Int {
        text.withBytes { bytes in
            var (offset, column) = (0, 0)
            while offset < bytes.count {
                let cluster = Cluster.next(in: bytes, at: offset)
                column += of(cluster, in: bytes, at: column, profile)
                offset = cluster.range.upperBound
            }
            return column
        }
    }

    /// The longest beginning of a text that fits, with an ellipsis where something is cut.
    package static func truncate(
        _ text: String,
        to limit: Int,
        _ profile: WidthProfile = .conservative
    ) -> String {
        let ellipsis = Symbols.of(profile).ellipsis
        let room = limit - of(ellipsis, profile)
        return text.withBytes { bytes in
            // Reads no further than the limit, since a line of a response can be a megabyte.
            var (offset, column, end) = (0, 0, 0)
            while offset < bytes.count {
                let cluster = Cluster.next(in: bytes, at: offset)
                column += of(cluster, in: bytes, at: column, profile)
                if column > limit { return room < 0 ? "" : bytes.string(0..<end) + ellipsis }
                offset = cluster.range.upperBound
                if column <= room { end = offset }
            }
            return text
        }
    }

    /// The columns of a cluster that begins at a column.
    @inline(__always)
    static func of(
        _ cluster: Cluster, in bytes: UTF8Bytes, at column: Int, _ profile: WidthProfile
    ) -> Int {
        let plain = cluster.plainWidth(profile)
        if plain > 0 { return plain }
        if cluster.first == 0x09 { return tab - column % tab }
        var width = 0
        Appearance.pieces(of: cluster, in: bytes, profile) { width += $0.width }
        return width
    }

    static func of(_ kind: ScalarClass, _ profile: WidthProfile) -> Int {
        switch kind {
        case .narrow, .textEmoji, .spacingMark, .regional, .unsettled: return 1
        case .wide, .emoji, .skinTone: return 2
        case .unsettledWide: return profile.newEmoji ? 2 : 1
        case .ambiguous, .ambiguousEmoji: return profile.ambiguousWide ? 2 : 1
        case .mark, .joiner, .selector: return 0
        case .forbidden: return -1
        }
    }
}

/// The columns of a scalar by itself by Unicode 17; for the terminal's C library to agree with.
package func scalarWidth(_ scalar: UInt32) -> Int {
    scalar == 0 ? 0 : Width.of(ScalarClass.of(scalar), .modern)
}
