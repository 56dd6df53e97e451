import Conversations
import ScreenKit
import Words

/// Moving the end of a selection by keys.
extension State {
    /// A way through a text.
    enum TextStep {
        case left, right, wordLeft, wordRight, rowStart, rowEnd
    }

    /// Whether the motion was for the selection.
    mutating func extendSelection(by motion: Motion) -> Bool {
        guard selectsByKeys, let pane = focused,
            let rows = reading(of: pane.id)?.area.rows
        else { return false }
        switch motion {
        case .lines(let delta): moveHead(byRows: delta)
        case .halfPages(let delta): moveHead(byRows: delta * max(1, rows / 2))
        case .start, .end:
            screen.selecting.pausedLane = nil
            pane.move(motion, in: &self)
            moveHead(toEnd: motion == .end)
        }
        return true
    }

    private mutating func moveHead(toEnd: Bool) {
        guard let pane = focused, let reading = reading(of: pane.id) else { return }
        let rows = reading.rows.indices.filter { reading.rows[$0].id != nil }
        guard let row = toEnd ? rows.last : rows.first else { return }
        set(head: reading.place(inRow: row, column: toEnd ? .max : -1, around.widths))
    }

    /// Rows without a text are stepped over; what is beyond an edge comes into view.
    private mutating func moveHead(byRows delta: Int) {
        guard let pane = focused, let reading = reading(of: pane.id),
            let head = screen.selecting.selection?.head
        else { return }
        let row = reading.row(of: head) ?? nearestRow(to: head, in: reading)
        let column =
            screen.selecting.selection?.goalColumn
            ?? reading.column(of: head, inRow: row, around.widths)
        let last = reading.rows.count - 1
        let beyond = row + delta < 0 ? row + delta : max(0, row + delta - last)
        if beyond != 0 { scrollSelected(pane.id, by: beyond) }
        let target = min(max(0, row + delta), last)
        set(headNear: target, column, by: delta.signum())
        screen.selecting.selection?.goalColumn = column
    }

    /// The text in a row, or in the next one on the way that has a text.
    private mutating func set(headNear row: Int, _ column: Int, by step: Int) {
        guard let pane = focused else { return }
        var row = row
        for _ in 0..<8 {
            guard let reading = reading(of: pane.id) else { return }
            if reading.rows.indices.contains(row), reading.hasText(inRow: row) {
                return set(head: reading.place(inRow: row, column: column, around.widths))
            }
            if reading.rows.indices.contains(row + step) {
                row += step
            } else {
                scrollSelected(pane.id, by: step)
            }
        }
    }

    private func nearestRow(to head: TextPlace, in reading: any Reading) -> Int {
        let first = reading.rows.first { $0.id != nil }?.id
        guard let rank = reading.rank(of: head.id), let first = first.flatMap(reading.rank)
        else { return 0 }
        return rank < first ? 0 : reading.rows.count - 1
    }

    mutating func moveHead(_ step: TextStep) {
        guard selectsByKeys, let pane = focused, let reading = reading(of: pane.id),
            let head = screen.selecting.selection?.head
        else { return screen.notice = Notice(.selectFirst(with: keyLabel(of: .selectWords))) }
        let next: TextPlace?
        switch step {
        case .left: next = reading.character(before: head)
        case .right: next = reading.character(after: head)
        case .wordLeft: next = reading.word(before: head)
        case .wordRight: next = reading.word(after: head)
        case .rowStart, .rowEnd:
            let column = step == .rowEnd ? Int.max : -1
            next = reading.row(of: head).flatMap {
                reading.place(inRow: $0, column: column, around.widths)
            }
        }
        guard let next else { return }
        set(head: next)
        bringHeadIntoView()
    }

    private mutating func set(head: TextPlace?) {
        guard let head else { return }
        screen.selecting.selection?.head = head
        screen.selecting.selection?.goalColumn = nil
    }

    /// It went a little beyond what is in view, or into what is folded.
    private mutating func bringHeadIntoView() {
        guard let pane = focused, let head = screen.selecting.selection?.head else { return }
        pane.uncover(head, in: &self)
        for _ in 0..<100 {
            guard let reading = reading(of: pane.id), reading.row(of: head) == nil else { return }
            scrollSelected(pane.id, by: nearestRow(to: head, in: reading) == 0 ? -1 : 1)
        }
    }

    // MARK: The other end

    mutating func goToOtherEnd() {
        guard selectsByKeys, let selection = screen.selecting.selection else { return }
        screen.selecting.selection?.anchor = selection.head
        set(head: selection.anchor)
        bringHeadIntoView()
    }

    mutating func beginSelectionHere() {
        guard selectsByKeys, let head = screen.selecting.selection?.head else { return }
        screen.selecting.selection?.anchor = head
    }
}
