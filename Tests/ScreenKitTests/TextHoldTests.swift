import ScreenKit
import Testing

/// Text that is edited, selected with the mouse.
@Suite struct TextHoldTests {
    private let size = Size(rows: 3, columns: 20)
    private let widths = WidthProfile.conservative

    private func point(_ row: Int, _ column: Int) -> Point { Point(row: row, column: column) }

    private func drag(
        _ buffer: inout TextBuffer, clicks: Int = 1, _ from: Point, _ path: Point...
    ) -> String? {
        var hold = buffer.press(at: from, clicks: clicks, in: size, widths)
        for point in path { buffer.drag(&hold, to: point, in: size, widths) }
        return buffer.selectedText
    }

    @Test func aClickPutsTheCursorThere() {
        var buffer = TextBuffer("one two\nthree")
        #expect(drag(&buffer, point(0, 4)) == nil)
        #expect(buffer.cursor == 4)
        #expect(drag(&buffer, point(0, 4), point(0, 4)) == nil)
        #expect(drag(&buffer, point(9, 9)) == nil)
        #expect(buffer.cursor == 13)
    }

    /// Both ends are whole characters.
    @Test func draggingSelectsCharacters() {
        var buffer = TextBuffer("one two\n用一句话")
        #expect(drag(&buffer, point(0, 4), point(0, 6)) == "two")
        #expect(buffer.cursor == 7)
        #expect(drag(&buffer, point(0, 6), point(0, 4)) == "two")
        #expect(drag(&buffer, point(0, 4), point(1, 2)) == "two\n用一")
        #expect(drag(&buffer, point(1, 3), point(1, 0)) == "用一")
        #expect(drag(&buffer, point(0, 20), point(1, 20)) == "\n用一句话")
        buffer.insert("!")
        #expect(buffer.text == "one two!")
    }

    @Test func moreClicksTakeWordsAndLines() {
        var buffer = TextBuffer("one two two\nthree 核采样")
        #expect(drag(&buffer, clicks: 2, point(0, 5)) == "two")
        #expect(drag(&buffer, clicks: 2, point(0, 5), point(0, 1)) == "one two")
        #expect(drag(&buffer, clicks: 3, point(0, 5)) == "one two two")
        #expect(drag(&buffer, clicks: 3, point(1, 1), point(0, 1)) == "one two two\nthree 核采样")
    }

    @Test func shiftExtends() {
        var buffer = TextBuffer("one two three")
        _ = drag(&buffer, point(0, 4), point(0, 6))
        _ = buffer.press(at: point(0, 0), extends: true, in: size, widths)
        #expect(buffer.selectedText == "one ")
        buffer.moveCursor(to: 2)
        _ = buffer.press(at: point(0, 6), extends: true, in: size, widths)
        #expect(buffer.selectedText == "e tw")
    }

    /// What is in view stays where it is while it is clicked on, and goes along beyond an edge.
    @Test func theViewGoesWithTheMouse() {
        var buffer = TextBuffer((0..<20).map { "row \($0)" }.joined(separator: "\n"))
        buffer.keepView(size, widths)
        #expect(buffer.firstRow == 17)
        var hold = buffer.press(at: point(1, 0), in: size, widths)
        #expect(buffer.firstRow == 17)
        #expect(buffer.text(in: buffer.cursor..<buffer.cursor + 6) == "row 18")
        buffer.drag(&hold, to: point(-2, 0), in: size, widths)
        #expect(hold.rowsBeyond == -2)
        #expect(buffer.firstRow == 15)
        for _ in 0..<9 { buffer.dragOn(&hold, in: size, widths) }
        #expect(buffer.firstRow == 0)
        #expect(buffer.selectedText?.hasPrefix("row 0\n") == true)
        buffer.drag(&hold, to: point(9, 5), in: size, widths)
        #expect(hold.rowsBeyond == 3)
        for _ in 0..<9 { buffer.dragOn(&hold, in: size, widths) }
        #expect(buffer.firstRow == 17)
        #expect(buffer.selectedText == "row 18\nrow 19")
    }
}
