package import ScreenKit
package import Words

/// A longer text being edited over the panes: the system prompt.
package struct TextEditor: Dialog {
    /// What the text is, and where it is kept.
    package let subject: any EditedText
    /// The text as it was.
    package let original: String
    package private(set) var buffer: TextBuffer
    /// One step back was asked for, and what was changed is not thrown away for that alone.
    private var asks = false
    /// While the mouse holds the text.
    private var hold: TextHold?
    private var widths = WidthProfile()

    init(_ subject: some EditedText, original: String, text: String) {
        self.subject = subject
        self.original = original
        buffer = TextBuffer(text)
    }

    package var title: Phrase { subject.title }

    package var isChanged: Bool { buffer.text != original }

    package var contexts: [KeyContext] {
        asks ? [.question, .editor, .dialog] : [.editor, .dialog]
    }

    package func hint(_ room: DialogRoom) -> Phrase {
        let back = room.key(.closeDialog)
        if asks {
            return .keepChanges(yes: room.key(.yes), no: room.key(.no), back: back)
        }
        return .editorHint(keep: room.key(.keepText), back: back)
    }

    package func extent(in room: DialogRoom) -> Size {
        Size(rows: max(8, room.size.rows / 2), columns: 90)
    }

    package mutating func fit(in room: DialogRoom) {
        let text = Self.text(in: room.box(extent(in: room)).size)
        widths = room.widths
        buffer.keepView(text.size, widths)
    }

    /// Where the text stands in its box.
    private static func text(in size: Size) -> Rect {
        Rect(size).inset(top: 1, left: 2, bottom: 1, right: 2)
    }

    package func draw(on canvas: inout Canvas, in room: DialogRoom) -> Point? {
        canvas.write(
            " \(hint(room).text(in: room.language)) ",
            at: Point(row: canvas.size.rows - 1, column: 2),
            face: Face(.menuDetail), limit: canvas.size.columns - 4, ellipsis: true)
        return canvas.draw(buffer, in: Self.text(in: canvas.size), face: Face(.menu))
    }

    package mutating func press(_ key: Key) {
        if !asks { buffer.press(key) }
    }

    package mutating func point(_ mouse: Mouse, clicks: Int, in size: Size) -> Pointed {
        let rect = Self.text(in: size)
        let point = mouse.point.inside(rect)
        switch mouse.action {
        case .press where mouse.button == 0 && Rect(size).contains(mouse.point):
            hold = buffer.press(
                at: point, clicks: clicks, extends: mouse.modifiers.contains(.shift),
                in: rect.size, widths)
        case .drag:
            guard var hold else { break }
            buffer.drag(&hold, to: point, in: rect.size, widths)
            self.hold = hold
        case .release: hold = nil
        case .press, .wheelUp, .wheelDown, .move: break
        }
        return .stays
    }

    package var dragsBeyondEdge: Bool { hold.map { $0.rowsBeyond != 0 } ?? false }

    package mutating func dragOn(in size: Size) {
        guard var hold else { return }
        buffer.dragOn(&hold, in: Self.text(in: size).size, widths)
        self.hold = hold
    }

    package var selectedText: String? { buffer.selectedText }

    package mutating func paste(_ text: String) {
        asks = false
        buffer.paste(text)
    }

    /// What another editor made of it.
    mutating func replace(with text: String) {
        asks = false
        buffer.replaceAll(with: text)
    }

    package mutating func stepBack() -> Bool {
        asks = !asks && isChanged
        return !asks && !isChanged
    }

    /// The text is kept as it is now.
    var keeping: Command.Deed {
        let (subject, text) = (subject, buffer.text)
        return { subject.keep(text, in: &$0) }
    }
}

extension TextEditor: Question {
    package func answer(_ isYes: Bool) -> Command.Deed {
        if isYes { return keeping }
        return { _ in [] }
    }
}

/// A text that an editor is for.
package protocol EditedText: Sendable {
    var title: Phrase { get }
    func keep(_ text: String, in state: inout State) -> [Effect]
}
