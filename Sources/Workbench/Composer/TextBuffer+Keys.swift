import ScreenKit

/// What keys do in every text that is typed: the usual ones of shells and editors.
extension TextBuffer {
    /// Up and down go by the rows that are kept. Returns whether the key meant something here.
    @discardableResult
    mutating func press(_ key: Key) -> Bool {
        if case .character(let character) = key.code,
            key.modifiers.subtracting(.shift).isEmpty
        {
            insert(String(character))
            return true
        }
        return edit(key) || move(key)
    }

    private mutating func edit(_ key: Key) -> Bool {
        switch (key.code, key.modifiers) {
        case (.backspace, []), (.character("h"), .control): deleteBackward()
        case (.delete, []), (.character("d"), .control): deleteForward()
        case (.character("w"), .control), (.backspace, .alt), (.backspace, .control):
            kill(.wordLeft)
        case (.character("d"), .alt), (.delete, .control): kill(.wordRight)
        case (.character("k"), .control): killToLineEnd()
        case (.character("u"), .control): kill(.lineStart)
        case (.character("y"), .control): yank()
        case (.character("_"), .control), (.character("u"), .alt): undo()
        case (.character("U"), .alt): redo()
        case (.character("A"), .alt): selectAll()
        case (.enter, []), (.enter, .shift), (.enter, .alt), (.character("j"), .control):
            if isSingleLine { return false }
            insert("\n")
        default: return false
        }
        return true
    }

    private mutating func move(_ key: Key) -> Bool {
        let selects = key.modifiers.contains(.shift)
        switch (key.code, key.modifiers.subtracting(.shift)) {
        case (.left, []), (.character("b"), .control): move(.left, selecting: selects)
        case (.right, []), (.character("f"), .control): move(.right, selecting: selects)
        case (.left, .control), (.character("b"), .alt): move(.wordLeft, selecting: selects)
        case (.right, .control), (.character("f"), .alt): move(.wordRight, selecting: selects)
        case (.home, []), (.character("a"), .control): move(.lineStart, selecting: selects)
        case (.end, []), (.character("e"), .control): move(.lineEnd, selecting: selects)
        case (.home, .control): move(.textStart, selecting: selects)
        case (.end, .control): move(.textEnd, selecting: selects)
        case (.up, []): return move(.up(1), in: keptLayout, selecting: selects)
        case (.down, []): return move(.down(1), in: keptLayout, selecting: selects)
        default: return false
        }
        return true
    }
}
