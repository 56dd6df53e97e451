/// Bytes of an event's text that are taken out of it.
struct TextCut: Sendable {
    var range: Range<Int>
    /// Where the key ends its mask is put.
    var isLast: Bool
}

/// The end of a text that may be the beginning of a key, and the events that brought it.
struct KeyBeginning: Sendable {
    struct Piece: Sendable {
        var number: Int
        /// Where the event begins in the body.
        var start: Int
        /// How much of its text was before.
        var skipped: Int
        var count: Int
    }

    private(set) var bytes: [UInt8] = []
    private(set) var pieces: [Piece] = []

    mutating func add(_ text: String, of number: Int, at start: Int) {
        let count = text.utf8.count
        bytes += text.utf8
        // One event may bring several pieces of a text: they stand one behind the other.
        if let last = pieces.indices.last, pieces[last].number == number {
            pieces[last].count += count
        } else {
            pieces.append(Piece(number: number, start: start, skipped: 0, count: count))
        }
    }

    /// Without its first bytes.
    func dropping(_ count: Int) -> KeyBeginning {
        var rest = KeyBeginning()
        rest.bytes = Array(bytes[count...])
        var left = count
        for var piece in pieces {
            let dropped = min(left, piece.count)
            left -= dropped
            piece.skipped += dropped
            piece.count -= dropped
            if piece.count > 0 { rest.pieces.append(piece) }
        }
        return rest
    }

    /// What a key is in each of the events.
    func cuts(for key: Range<Int>) -> [(number: Int, TextCut)] {
        var start = 0
        return pieces.compactMap { piece in
            defer { start += piece.count }
            let range = key.clamped(to: start..<(start + piece.count))
            guard !range.isEmpty else { return nil }
            let shift = piece.skipped - start
            let own = (range.lowerBound + shift)..<(range.upperBound + shift)
            return (piece.number, TextCut(range: own, isLast: range.upperBound == key.upperBound))
        }
    }
}
