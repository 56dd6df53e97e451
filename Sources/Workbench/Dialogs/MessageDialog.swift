package import ScreenKit
package import Words

/// A text to read.
package struct MessageDialog: Dialog {
    package let title: Phrase
    package let text: Phrase
    private var scroll = ScrollState()

    init(title: Phrase, text: Phrase) {
        self.title = title
        self.text = text
    }

    package var contexts: [KeyContext] { [.message, .dialog] }

    package func hint(_ room: DialogRoom) -> Phrase {
        .messageHint(
            up: room.key(.messageUp), down: room.key(.messageDown),
            copy: room.key(.copyMessage), close: room.key(.closeDialog))
    }

    private func columns(in room: DialogRoom) -> Int { min(76, room.size.columns - 8) }

    private func lines(in room: DialogRoom) -> WrappedText.Lines {
        let text = text.text(in: room.language)
        return WrappedText(width: columns(in: room), profile: room.widths, text).lines
    }

    package func extent(in room: DialogRoom) -> Size {
        Size(rows: lines(in: room).count + 2, columns: columns(in: room) + 4)
    }

    mutating func scroll(by rows: Int, in room: DialogRoom) {
        let lines = lines(in: room).count
        let box = room.box(Size(rows: lines + 2, columns: columns(in: room) + 4))
        scroll.scroll(by: rows, count: lines, height: box.rows - 2)
    }

    package func draw(on canvas: inout Canvas, in room: DialogRoom) -> Point? {
        let lines = lines(in: room)
        let rect = canvas.bounds.inset(top: 1, left: 2, bottom: 1, right: 2)
        let visible = scroll.visible(count: lines.count, height: rect.rows)
        for (row, line) in lines[visible].enumerated() {
            canvas.write(
                line.text, at: Point(row: rect.row + row, column: rect.column), face: Face(.menu))
        }
        return nil
    }
}
