extension TextBuffer {
    /// Inserts what was typed, in place of the selection.
    package mutating func insert(_ text: String) {
        replace(selection ?? cursor..<cursor, with: text, as: .typing)
    }

    /// Inserts what was pasted, in place of the selection, as one step of its own.
    package mutating func paste(_ text: String) {
        replace(selection ?? cursor..<cursor, with: text, as: .other)
    }

    /// Another text in place of the whole, as one step of its own. Editors end the last line: a line
    /// end that is new at the end is none of the text.
    package mutating func replaceAll(with text: String) {
        let ending = text.hasSuffix("\n") && bytes.last != 0x0a
        let text = ending ? String(text.dropLast()) : text
        if text != self.text { replace(0..<bytes.count, with: text, as: .other) }
    }

    package mutating func deleteBackward() {
        if deleteSelection() { return }
        replace(clusterStart(before: cursor)..<cursor, with: "", as: .deletingBackward)
    }

    package mutating func deleteForward() {
        if deleteSelection() { return }
        replace(cursor..<clusterEnd(after: cursor), with: "", as: .deletingForward)
    }

    /// Deletes the selection; `false` when nothing is selected.
    @discardableResult
    package mutating func deleteSelection() -> Bool {
        guard let selection else { return false }
        replace(selection, with: "", as: .other)
        return true
    }

    /// Kills the part between the cursor and where a motion leads: a word, the rest of a line.
    package mutating func kill(_ motion: Motion) {
        let target = self.target(of: motion)
        kill(min(cursor, target)..<max(cursor, target))
    }

    /// Kills the rest of the line, or at its end the newline.
    package mutating func killToLineEnd() {
        let end = lineEnd(after: cursor)
        kill(cursor..<(end == cursor ? min(end + 1, bytes.count) : end))
    }

    /// Inserts what was killed last.
    package mutating func yank() { paste(killed) }

    private mutating func kill(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        killed = text(in: range)
        replace(range, with: "", as: .other)
    }
}
