/// The text of an editor or a field, with its cursor, selection and history.
///
/// Offsets count UTF-8 bytes and always lie between clusters. Control characters are kept as they
/// are; a canvas makes them visible.
package struct TextBuffer: Hashable, Sendable {
    /// A field has one line: newlines become spaces.
    package let isSingleLine: Bool
    package private(set) var bytes: [UInt8] = []
    package private(set) var cursor = 0
    /// The other end of the selection.
    package private(set) var anchor: Int?
    /// What was killed last, for `yank()`.
    package internal(set) var killed = ""

    /// The column that vertical motion keeps.
    var goalColumn: Int?
    private var history = TextHistory()
    private var keptRows = KeptRows()

    package init(_ text: String = "", isSingleLine: Bool = false) {
        self.isSingleLine = isSingleLine
        bytes = Self.normalized(text, isSingleLine)
        cursor = bytes.count
    }

    package var text: String { String(decoding: bytes, as: UTF8.self) }
    package var isEmpty: Bool { bytes.isEmpty }

    package var selection: Range<Int>? {
        guard let anchor, anchor != cursor else { return nil }
        return min(anchor, cursor)..<max(anchor, cursor)
    }

    package func text(in range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    package mutating func selectAll() {
        (anchor, cursor) = (0, bytes.count)
        goalColumn = nil
        history.endGroup()
    }

    // MARK: Changes

    /// Every change goes through here: replaces a part and puts the cursor after it.
    mutating func replace(_ range: Range<Int>, with text: String, as kind: TextEdit.Kind) {
        let inserted = Self.normalized(text, isSingleLine)
        guard !range.isEmpty || !inserted.isEmpty else { return }
        let edit = TextEdit(
            kind: kind, offset: range.lowerBound, removed: Array(bytes[range]),
            inserted: inserted, cursorBefore: cursor)
        exchange(range, for: inserted)
        history.record(edit)
        place(at: range.lowerBound + inserted.count)
    }

    /// Takes the last group of changes back; `false` when there is none.
    @discardableResult
    package mutating func undo() -> Bool {
        guard let group = history.takeUndo() else { return false }
        for edit in group.reversed() {
            let end = edit.offset + edit.inserted.count
            exchange(edit.offset..<end, for: edit.removed)
        }
        place(at: group.first?.cursorBefore ?? cursor)
        return true
    }

    /// Makes the last group of changes that was taken back again; `false` when there is none.
    @discardableResult
    package mutating func redo() -> Bool {
        guard let group = history.takeRedo() else { return false }
        for edit in group {
            let end = edit.offset + edit.removed.count
            exchange(edit.offset..<end, for: edit.inserted)
        }
        place(at: group.last.map { $0.offset + $0.inserted.count } ?? cursor)
        return true
    }

    private mutating func exchange(_ range: Range<Int>, for part: [UInt8]) {
        keptRows.edition = Edition()
        bytes.replaceSubrange(range, with: part)
        keptRows.table?.replaced(range, by: part.count, in: bytes)
    }

    private mutating func place(at offset: Int) {
        cursor = boundary(atOrAfter: offset)
        (anchor, goalColumn) = (nil, nil)
    }

    // MARK: Editions

    /// Which state of the text it is: copies have the same, and every change gives another. So what
    /// was made of the text is known to be true still, without looking at it.
    package var edition: Edition { keptRows.edition }

    package struct Edition: Hashable, Sendable {
        private final class Mark: Sendable {}
        private let mark = Mark()

        fileprivate init() {}

        package static func == (one: Edition, other: Edition) -> Bool { one.mark === other.mark }
        package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(mark)) }
    }

    // MARK: Rows

    /// The rows that are kept; what they are does not tell one text from another.
    var table: RowTable? { keptRows.table }

    mutating func keep(_ table: RowTable) { keptRows.table = table }

    /// The first of them that is in view.
    package internal(set) var firstRow: Int {
        get { keptRows.firstRow }
        set { keptRows.firstRow = newValue }
    }

    /// How many of the kept rows were laid out so far, for those who count what a key costs.
    package var rowsLaidOut: Int { keptRows.table?.laidOut ?? 0 }

    private struct KeptRows: Hashable, Sendable {
        var table: RowTable?
        var edition = Edition()
        var firstRow = 0

        static func == (one: KeptRows, other: KeptRows) -> Bool { true }
        func hash(into hasher: inout Hasher) {}
    }

    // MARK: The cursor

    /// Puts the cursor at the cluster boundary at or after an offset.
    package mutating func moveCursor(to offset: Int, selecting: Bool = false) {
        setCursor(offset, selecting)
        goalColumn = nil
    }

    mutating func setCursor(_ offset: Int, _ selecting: Bool) {
        anchor = selecting ? anchor ?? cursor : nil
        cursor = boundary(atOrAfter: offset)
        history.endGroup()
    }

    /// Carriage returns, alone or before a newline, are newlines: terminals paste them so.
    private static func normalized(_ text: String, _ isSingleLine: Bool) -> [UInt8] {
        var bytes = Array(text.utf8)
        guard bytes.contains(where: { $0 == 0x0d || $0 == 0x0a && isSingleLine }) else {
            return bytes
        }
        var (kept, wasReturn) = (0, false)
        for byte in bytes {
            let isSecondHalf = wasReturn && byte == 0x0a
            wasReturn = byte == 0x0d
            if isSecondHalf { continue }
            let isNewline = byte == 0x0d || byte == 0x0a
            bytes[kept] = isNewline ? isSingleLine ? 0x20 : 0x0a : byte
            kept += 1
        }
        bytes.removeLast(bytes.count - kept)
        return bytes
    }
}
