import ScreenKit

/// A part of a pane's texts that is selected, from one place to another. It stays on its text.
struct TextSelection: Hashable, Sendable {
    enum Unit: Hashable, Sendable {
        case characters, words, lines
    }

    let pane: PaneID
    /// The lane, where the pane shows several.
    let lane: Int
    var unit: Unit
    /// Where it was begun.
    var anchor: TextPlace
    /// The end that moves.
    var head: TextPlace
    /// Keys move its head.
    var isByKeys = false
    /// The column that moving up and down keeps.
    var goalColumn: Int?
}

/// A place between two characters of a pane's texts.
struct TextSpot: Hashable {
    var id: PassageID
    var offset: Int
}

extension Reading {
    /// What a selection covers: whole characters, words or lines, both ends included; `nil` where its
    /// text is gone.
    func range(of selection: TextSelection) -> (from: TextSpot, to: TextSpot)? {
        guard let (first, last) = ordered(selection),
            let (before, after) = (passage(first.id), passage(last.id)) as? (Passage, Passage)
        else { return nil }
        var from = first.cluster.lowerBound
        var to = last.cluster.upperBound
        if first.id == last.id {
            from = min(from, last.cluster.lowerBound)
            to = max(to, first.cluster.upperBound)
        }
        from = min(from, before.bytes.count)
        to = min(to, after.bytes.count)
        let isEmpty = first.id == last.id && from >= to
        switch selection.unit {
        case .characters: break
        case .words where isEmpty: break
        case .words:
            from = TextUnits.word(around: from, in: before.bytes).lowerBound
            if let last = TextUnits.cluster(before: to, in: after.bytes) {
                to = max(to, TextUnits.word(around: last.lowerBound, in: after.bytes).upperBound)
            }
        case .lines:
            from = TextUnits.line(around: from, in: before.bytes).lowerBound
            to = TextUnits.line(around: to, in: after.bytes).upperBound
        }
        return (TextSpot(id: first.id, offset: from), TextSpot(id: last.id, offset: to))
    }

    private func ordered(_ selection: TextSelection) -> (TextPlace, TextPlace)? {
        let (one, other) = (selection.anchor, selection.head)
        guard let first = rank(of: one.id), let second = rank(of: other.id) else { return nil }
        let isForward =
            first == second
            ? one.cluster.lowerBound <= other.cluster.lowerBound : first < second
        return isForward ? (one, other) : (other, one)
    }

    /// What is selected as it reads: lines that were wrapped are whole, and what the pane puts beside
    /// its texts is not in it.
    func text(of selection: TextSelection) -> String {
        guard let (from, to) = range(of: selection) else { return "" }
        let isWhole = from.id != to.id || selection.unit == .lines
        var joined = JoinedText()
        var id: PassageID? = from.id
        while let here = id, let passage = passage(here) {
            let start = here == from.id ? from.offset : 0
            let end = here == to.id ? to.offset : passage.bytes.count
            if !passage.isAside || here == from.id || here == to.id {
                joined.add(passage, start..<max(start, end), withMarker: isWhole)
            }
            if here == to.id { break }
            id = self.id(after: here)
        }
        return joined.text
    }

    /// What a selection covers of the rows in view: columns of the area.
    func columns(
        of selection: TextSelection, _ widths: WidthProfile
    ) -> [(row: Int, columns: Range<Int>)] {
        guard let (from, to) = range(of: selection), let first = rank(of: from.id),
            let last = rank(of: to.id)
        else { return [] }
        var found: [(row: Int, columns: Range<Int>)] = []
        var known: (id: PassageID, passage: Passage, range: Range<Int>)?
        for (row, shown) in rows.enumerated() {
            guard let id = shown.id else { continue }
            if known?.id != id {
                guard let rank = rank(of: id), first <= rank, rank <= last,
                    let passage = passage(id),
                    !passage.isAside || id == from.id || id == to.id
                else { continue }
                let start = id == from.id ? from.offset : 0
                let end = id == to.id ? to.offset : passage.bytes.count
                known = (id, passage, start..<max(start, end))
            }
            guard let known else { continue }
            let columns = shown.text.columns(of: known.range, in: known.passage.bytes, widths)
            found += columns.map { (row, $0) }
        }
        return found
    }
}

/// Texts one below the other.
private struct JoinedText {
    private(set) var text = ""
    private var isFirst = true
    private var endsLine = false
    private var wantsBlank = false
    private var followsAside = false

    mutating func add(_ passage: Passage, _ range: Range<Int>, withMarker: Bool) {
        if passage.standsApart { wantsBlank = true }
        let isCutOff = range.isEmpty && !passage.bytes.isEmpty
        guard !passage.isDecoration, !isCutOff else { return }
        if let joint = passage.joint, !followsAside {
            if !isFirst { text += joint }
        } else if !isFirst {
            if !endsLine { text += "\n" }
            if wantsBlank { text += "\n" }
        }
        if withMarker, range.lowerBound == 0 { text += passage.marker }
        text += passage.seen(range)
        (isFirst, wantsBlank, followsAside) = (false, false, passage.isAside)
        endsLine = range.upperBound == passage.bytes.count && passage.bytes.last == 0x0a
    }
}
