/// How the mouse holds a text that is edited.
package struct TextHold: Hashable, Sendable {
    fileprivate enum Unit: Hashable, Sendable {
        case characters, words, lines
    }

    fileprivate let unit: Unit
    /// What was pressed on: it stays selected wherever the mouse goes.
    fileprivate let pressed: Range<Int>
    /// Where the mouse is, in the area in which the text is shown.
    fileprivate var point: Point
    /// How many rows it is above or below that area, up to three.
    package fileprivate(set) var rowsBeyond = 0
}

/// Selecting with the mouse. A click is where the cursor stands; a second one at the same place selects
/// the word, a third one the line; dragging goes on so.
extension TextBuffer {
    /// The mouse is pressed at a cell of the area in which the text is shown.
    ///
    /// - Parameter extends: what is selected, or the cursor, stays the other end.
    package mutating func press(
        at point: Point, clicks: Int = 1, extends: Bool = false, in size: Size,
        _ profile: WidthProfile
    ) -> TextHold {
        keepView(size, profile)
        let offset = area(size, profile).offset(at: point)
        if extends {
            let start = anchor ?? cursor
            moveCursor(to: offset, selecting: true)
            return TextHold(unit: .characters, pressed: start..<start, point: point)
        }
        let unit: TextHold.Unit = clicks == 1 ? .characters : clicks == 2 ? .words : .lines
        let pressed = range(of: unit, around: offset)
        if unit == .characters {
            moveCursor(to: offset)
        } else {
            select(from: pressed.lowerBound, to: pressed.upperBound)
        }
        return TextHold(unit: unit, pressed: pressed, point: point)
    }

    /// It moves with its button down. Beyond an edge what stands there comes into view.
    package mutating func drag(
        _ hold: inout TextHold, to point: Point, in size: Size, _ profile: WidthProfile
    ) {
        guard point != hold.point || hold.rowsBeyond != 0 else { return }
        hold.point = point
        hold.rowsBeyond = max(-3, min(3, min(0, point.row) + max(0, point.row - size.rows + 1)))
        keepView(size, profile)
        let row = min(max(0, point.row), max(0, size.rows - 1)) + hold.rowsBeyond
        let offset = area(size, profile).offset(
            at: Point(row: row, column: max(0, point.column)))
        let here = range(of: hold.unit, around: offset)
        if offset < hold.pressed.lowerBound {
            select(from: hold.pressed.upperBound, to: here.lowerBound)
        } else {
            let end = max(hold.pressed.upperBound, here.upperBound)
            select(from: hold.pressed.lowerBound, to: end)
        }
        keepView(size, profile)
    }

    /// The mouse waits where it is.
    package mutating func dragOn(
        _ hold: inout TextHold, in size: Size, _ profile: WidthProfile
    ) {
        drag(&hold, to: hold.point, in: size, profile)
    }

    private func area(_ size: Size, _ profile: WidthProfile) -> TextArea {
        TextArea(self, size: size, firstRow: firstRow, profile: profile)
    }

    /// The text of what is selected; `nil` where nothing is.
    package var selectedText: String? { selection.map(text(in:)) }

    private mutating func select(from start: Int, to end: Int) {
        moveCursor(to: start)
        moveCursor(to: end, selecting: true)
    }

    /// Behind the end of a line there is nothing.
    private func range(of unit: TextHold.Unit, around offset: Int) -> Range<Int> {
        switch unit {
        case .characters:
            let isEnd = offset >= bytes.count || bytes[offset] == 0x0a
            return offset..<(isEnd ? offset : clusterEnd(after: offset))
        case .words: return TextUnits.word(around: offset, in: bytes)
        case .lines: return TextUnits.line(around: offset, in: bytes)
        }
    }
}
