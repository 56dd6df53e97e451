/// One change of a text.
struct TextEdit: Hashable, Sendable {
    enum Kind: Hashable, Sendable { case typing, deletingBackward, deletingForward, other }

    let kind: Kind
    let offset: Int
    let removed: [UInt8]
    let inserted: [UInt8]
    let cursorBefore: Int
}

/// Changes in the groups in which they are undone: a word as it was typed, a run of deletions.
struct TextHistory: Hashable, Sendable {
    private var done: [[TextEdit]] = []
    private var undone: [[TextEdit]] = []
    private var isGroupOpen = false

    private static let limit = 1000

    mutating func record(_ edit: TextEdit) {
        undone = []
        if isGroupOpen, let last = done.last?.last, Self.belongs(edit, to: last) {
            done[done.count - 1].append(edit)
        } else {
            done.append([edit])
            if done.count > Self.limit { done.removeFirst() }
        }
        isGroupOpen = edit.kind != .other
    }

    mutating func endGroup() { isGroupOpen = false }

    mutating func takeUndo() -> [TextEdit]? {
        guard let group = done.popLast() else { return nil }
        undone.append(group)
        isGroupOpen = false
        return group
    }

    mutating func takeRedo() -> [TextEdit]? {
        guard let group = undone.popLast() else { return nil }
        done.append(group)
        isGroupOpen = false
        return group
    }

    private static func belongs(_ edit: TextEdit, to last: TextEdit) -> Bool {
        guard edit.kind == last.kind else { return false }
        switch edit.kind {
        case .typing:
            let follows = edit.offset == last.offset + last.inserted.count && edit.removed.isEmpty
            let beginsWord = isSpace(last.inserted) && !isSpace(edit.inserted)
            return follows && !beginsWord
        case .deletingBackward: return edit.offset + edit.removed.count == last.offset
        case .deletingForward: return edit.offset == last.offset
        case .other: return false
        }
    }

    private static func isSpace(_ bytes: [UInt8]) -> Bool {
        bytes.last == 0x20 || bytes.last == 0x0a
    }
}
