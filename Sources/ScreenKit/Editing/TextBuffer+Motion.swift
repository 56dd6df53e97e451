extension TextBuffer {
    /// Where a cursor can go without knowing how the text is laid out.
    package enum Motion: Hashable, Sendable {
        case left, right, wordLeft, wordRight, lineStart, lineEnd, textStart, textEnd
    }

    /// Where a cursor can go on the screen.
    package enum VisualMotion: Hashable, Sendable {
        case up(Int)
        case down(Int)
        case rowStart, rowEnd
    }

    package mutating func move(_ motion: Motion, selecting: Bool = false) {
        if !selecting, let selection, motion == .left || motion == .right {
            // A selection collapses to its end.
            return moveCursor(to: motion == .left ? selection.lowerBound : selection.upperBound)
        }
        moveCursor(to: target(of: motion), selecting: selecting)
    }

    /// Moves by rows of a layout of this text; `false` where there is no such row.
    @discardableResult
    package mutating func move(
        _ motion: VisualMotion,
        in layout: TextLayout,
        selecting: Bool = false
    ) -> Bool {
        let place = layout.point(of: cursor)
        switch motion {
        case .up(let rows): return move(by: -rows, from: place, in: layout, selecting)
        case .down(let rows): return move(by: rows, from: place, in: layout, selecting)
        case .rowStart:
            moveCursor(to: layout.rows[place.row].range.lowerBound, selecting: selecting)
        case .rowEnd: moveCursor(to: layout.lastOffset(inRow: place.row), selecting: selecting)
        }
        return true
    }

    private mutating func move(
        by rows: Int,
        from place: Point,
        in layout: TextLayout,
        _ selecting: Bool
    ) -> Bool {
        let row = min(max(0, place.row + rows), layout.rows.count - 1)
        guard row != place.row else { return false }
        let column = goalColumn ?? place.column
        setCursor(layout.offset(at: Point(row: row, column: column)), selecting)
        goalColumn = column
        return true
    }

    func target(of motion: Motion) -> Int {
        switch motion {
        case .left: return clusterStart(before: cursor)
        case .right: return clusterEnd(after: cursor)
        case .wordLeft: return wordStart(before: cursor)
        case .wordRight: return wordEnd(after: cursor)
        case .lineStart: return lineStart(before: cursor)
        case .lineEnd: return lineEnd(after: cursor)
        case .textStart: return 0
        case .textEnd: return bytes.count
        }
    }

    // MARK: Lines and words

    func lineStart(before offset: Int) -> Int {
        bytes[..<offset].lastIndex(of: 0x0a).map { $0 + 1 } ?? 0
    }

    func lineEnd(after offset: Int) -> Int {
        bytes[offset...].firstIndex(of: 0x0a) ?? bytes.count
    }

    private func wordStart(before offset: Int) -> Int {
        var start = offset
        while start > 0, kind(before: start) == .space { start = clusterStart(before: start) }
        guard start > 0 else { return 0 }
        let end = start
        let run = kind(before: start)
        while start > 0, kind(before: start) == run, run.reaches(end - start) {
            start = clusterStart(before: start)
        }
        guard run == .ideographs else { return start }
        return words(in: start..<end).last { $0 < end } ?? start
    }

    private func wordEnd(after offset: Int) -> Int {
        var end = offset
        while end < bytes.count, kind(at: end) == .space { end = clusterEnd(after: end) }
        guard end < bytes.count else { return end }
        let start = end
        let run = kind(at: end)
        while end < bytes.count, kind(at: end) == run, run.reaches(end - start) {
            end = clusterEnd(after: end)
        }
        guard run == .ideographs else { return end }
        return words(in: runStart(before: start)..<end).first { $0 > start } ?? end
    }

    /// Where the ideographs begin among which an offset lies: what stands before it decides where its
    /// word ends.
    private func runStart(before offset: Int) -> Int {
        var start = offset
        while start > 0, kind(before: start) == .ideographs,
            WordKind.ideographs.reaches(offset - start)
        {
            start = clusterStart(before: start)
        }
        return start
    }

    /// Where the words of a run of ideographs end.
    private func words(in run: Range<Int>) -> [Int] {
        ChineseWords.ends(in: Array(bytes[run])).map { boundary(atOrAfter: run.lowerBound + $0) }
    }

    private func kind(before offset: Int) -> WordKind { kind(at: clusterStart(before: offset)) }

    private func kind(at offset: Int) -> WordKind {
        bytes.withUnsafeBufferPointer { WordKind.of($0.scalar(at: offset).value) }
    }

    // MARK: Clusters

    func clusterEnd(after offset: Int) -> Int {
        guard offset < bytes.count else { return bytes.count }
        return bytes.withUnsafeBufferPointer {
            Cluster.next(in: $0, at: offset).range.upperBound
        }
    }

    func clusterStart(before offset: Int) -> Int {
        guard offset > 0 else { return 0 }
        return bytes.withUnsafeBufferPointer { $0.cluster(around: offset - 1).lowerBound }
    }

    func boundary(atOrAfter offset: Int) -> Int {
        guard offset > 0, offset < bytes.count else { return min(max(0, offset), bytes.count) }
        return bytes.withUnsafeBufferPointer {
            let cluster = $0.cluster(around: offset)
            return cluster.lowerBound == offset ? offset : cluster.upperBound
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The cluster in which a byte lies.
    fileprivate func cluster(around offset: Int) -> Range<Int> {
        var start = offset
        while start > 0, !beginsCluster(at: start) { start -= 1 }
        while true {
            let cluster = Cluster.next(in: self, at: start).range
            if cluster.contains(offset) || cluster.upperBound >= count { return cluster }
            start = cluster.upperBound
        }
    }

    /// Whether a cluster begins here whatever stands before.
    private func beginsCluster(at offset: Int) -> Bool {
        let byte = self[offset]
        if byte < 0x80 { return byte != 0x0a || self[offset - 1] != 0x0d }
        guard byte & 0xc0 != 0x80 else { return false }
        switch ScalarClass.of(scalar(at: offset).value) {
        case .narrow, .wide, .ambiguous, .unsettled: return true
        default: return false
        }
    }
}
