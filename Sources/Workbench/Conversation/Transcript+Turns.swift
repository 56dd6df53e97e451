import Conversations
import ScreenKit

/// Which turn stands where.
extension Transcript {
    func place(of turn: TurnID) -> Int? { entries.lastIndex { $0.turn.id == turn } }

    /// The turn that shows in a row of so many; `nil` below the last one, and where there is none.
    func turn(inRow row: Int, of rows: Int) -> TurnID? {
        let seen = entriesSeen(in: rows).first { $0.rows.contains(row) }
        guard let seen, turnEntries.indices.contains(seen.place) else { return nil }
        return entries[seen.place].turn.id
    }

    /// Where in so many rows a turn is seen; `nil` where it is not.
    func seen(_ turn: TurnID, in rows: Int) -> EntrySeen? {
        place(of: turn).flatMap { place in entriesSeen(in: rows).first { $0.place == place } }
    }

    /// Scrolls so that a turn is seen: as little as that takes, to its heading where it is longer
    /// than the room, and not at all where nothing else is in view.
    mutating func reveal(_ turn: TurnID, rows: Int) {
        guard let place = place(of: turn) else { return }
        if scroll.followsEnd { layOut(rows: rows) }
        countLines()
        let starts = lineStarts()
        let whole = starts.first(of: place)..<starts.first(of: place + 1)
        let text = place == entries.indices.last ? whole : whole.dropLast()
        let seen = scroll.visible(count: starts.lineCount, height: rows)
        if seen.isEmpty || whole.contains(seen) || seen.contains(text) { return }
        stopStepping()
        scroll(to: text, of: starts.lineCount, rows)
    }

    private mutating func scroll(to text: Range<Int>, of count: Int, _ rows: Int) {
        let visible = scroll.visible(count: count, height: rows)
        if text.lowerBound < visible.lowerBound || text.count > rows {
            scroll.scroll(by: text.lowerBound - visible.lowerBound, count: count, height: rows)
        } else if text.upperBound > visible.upperBound {
            scroll.scroll(by: text.upperBound - visible.upperBound, count: count, height: rows)
        }
    }

    func entriesSeen(in rows: Int) -> [EntrySeen] {
        scroll.followsEnd
            ? lastEntriesSeen(in: max(0, rows - scroll.slack))
            : entriesSeen(from: lineStarts(), in: rows)
    }

    /// From the end, without looking at what is above.
    private func lastEntriesSeen(in rows: Int) -> [EntrySeen] {
        var (seen, found): ([EntrySeen], Int) = ([], 0)
        for place in entries.indices.reversed() where found < rows {
            let whole = entries[place].lineCount(atMost: rows - found + 1)
            let count = min(whole, rows - found)
            found += count
            seen.append(
                EntrySeen(
                    place: place, rows: -found..<count - found, hidesHeading: count < whole,
                    hidesEnd: false))
        }
        return seen.reversed().map { $0.moved(by: found) }
    }

    private func entriesSeen(from starts: LineStarts, in rows: Int) -> [EntrySeen] {
        let visible = scroll.visible(count: starts.lineCount, height: rows)
        var seen: [EntrySeen] = []
        var place = visible.isEmpty ? entries.count : starts.place(ofLine: visible.lowerBound)
        while place < entries.count, starts.first(of: place) < visible.upperBound {
            let whole = starts.first(of: place)..<starts.first(of: place + 1)
            let part = whole.clamped(to: visible)
            let entry = EntrySeen(
                place: place, rows: part, hidesHeading: part.lowerBound > whole.lowerBound,
                hidesEnd: part.upperBound < whole.upperBound)
            seen.append(entry.moved(by: -visible.lowerBound))
            place += 1
        }
        return seen
    }
}

/// Where in a pane an entry of a transcript is seen.
struct EntrySeen {
    var place: Int
    var rows: Range<Int>
    var hidesHeading: Bool
    var hidesEnd: Bool

    /// Without the blank row that ends it.
    var textRows: Range<Int> { hidesEnd ? rows : rows.dropLast() }

    fileprivate func moved(by delta: Int) -> EntrySeen {
        var moved = self
        moved.rows = rows.lowerBound + delta..<rows.upperBound + delta
        return moved
    }
}
