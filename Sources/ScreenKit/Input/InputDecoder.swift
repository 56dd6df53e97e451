/// Bytes of a terminal to keys, pastes, mouse events and answers.
///
/// ```swift
/// events = decoder.feed(bytes)
/// // … nothing arrives for decoder.pendingTimeout …
/// events = decoder.timeout()
/// ```
///
/// Any bytes will do, cut anywhere. A sequence that is not known is swallowed as a whole; its bytes
/// never appear as typed text.
package struct InputDecoder: Sendable {
    /// Set while a query for the cursor's position is on its way: the answer looks like shift-F3.
    package var expectsCursorPosition = false

    private var state = State.ground
    /// A sequence came within a paste that had paused.
    private var isBetweenPastes = false

    private enum State: Sendable {
        case ground
        case escape
        case character(PartialCharacter)
        /// ESC and then `[` or `O`, and what followed.
        case sequence(introducer: UInt8, parameters: [UInt8])
        /// The function keys of the Linux console: ESC `[` `[` and a letter.
        case consoleFunction
        case plainMouse([UInt8])
        /// A string that a terminal answers with, up to its terminator.
        case string(introducer: UInt8, isEmpty: Bool, endsWithEscape: Bool)
        /// `paused`: so long that a key may come instead of the end, which may never come.
        case paste(PasteBuffer, paused: Bool)
    }

    package init() {}

    /// How long to wait for more bytes before calling `timeout()`; `nil` when nothing is pending that
    /// time would decide.
    package var pendingTimeout: Duration? {
        switch state {
        case .ground, .character: return nil
        case .escape: return .milliseconds(25)
        case .sequence(_, let parameters) where parameters.isEmpty: return .milliseconds(100)
        case .string(_, isEmpty: true, _): return .milliseconds(100)
        case .sequence, .consoleFunction, .plainMouse, .string: return .milliseconds(500)
        case .paste(_, paused: false): return .seconds(2)
        case .paste(let buffer, paused: true):
            return buffer.holdsText ? .milliseconds(50) : nil
        }
    }

    package mutating func feed(_ bytes: [UInt8]) -> [InputEvent] {
        bytes.withUnsafeBufferPointer { feed($0) }
    }

    package mutating func feed(_ bytes: UnsafeBufferPointer<UInt8>) -> [InputEvent] {
        var events: [InputEvent] = []
        var place = 0
        while place < bytes.count {
            let pasted = takePasted(bytes[place...], &events)
            if pasted == 0 { take(bytes[place], &events) }
            place += max(1, pasted)
        }
        return events
    }

    /// Nothing came for `pendingTimeout`: what is pending is all there is. Only a paste goes on, to
    /// its end or to a key that no text holds: its line ends never become keys.
    package mutating func timeout() -> [InputEvent] {
        let pending = state
        state = .ground
        switch pending {
        case .escape:
            return [.key(Key(.escape))]
        case .sequence(let introducer, let parameters) where parameters.isEmpty:
            return [.key(KeyCodes.key(typed: introducer, .alt))]
        case .string(let introducer, isEmpty: true, _):
            return [.key(KeyCodes.key(typed: introducer, .alt))]
        case .paste(var buffer, _):
            let text = buffer.takeText()
            state = .paste(buffer, paused: true)
            return text.map { [.paste($0)] } ?? []
        default:
            return []
        }
    }

    private mutating func take(_ byte: UInt8, _ events: inout [InputEvent]) {
        switch state {
        case .ground:
            isBetweenPastes = false
            takeFirst(byte, [], &events)
        case .escape: takeAfterEscape(byte, &events)
        case .character(let partial): takeContinuation(byte, of: partial, &events)
        case .sequence(let introducer, let parameters):
            takeParameter(byte, introducer, parameters, &events)
        case .consoleFunction:
            state = .ground
            if (0x41...0x45).contains(byte) {
                events.append(.key(Key(.function(Int(byte) - 0x40))))
            } else {
                restart(at: byte, &events)
            }
        case .plainMouse(let bytes): takePlainMouse(bytes + [byte], &events)
        case .string(_, _, let endsWithEscape): takeString(byte, endsWithEscape, &events)
        case .paste: takePasted(byte, &events)
        }
    }

    // MARK: Characters

    private mutating func takeFirst(
        _ byte: UInt8,
        _ modifiers: Key.Modifiers,
        _ events: inout [InputEvent]
    ) {
        state = .ground
        if byte == 0x1b {
            state = .escape
        } else if byte < 0x80 {
            events.append(.key(KeyCodes.key(typed: byte, modifiers)))
        } else if let partial = PartialCharacter(lead: byte, modifiers) {
            state = .character(partial)
        } else {
            events.append(.key(Key(.character("\u{fffd}"), modifiers)))
        }
    }

    private mutating func takeContinuation(
        _ byte: UInt8,
        of partial: PartialCharacter,
        _ events: inout [InputEvent]
    ) {
        var partial = partial
        guard partial.append(byte) else {
            events.append(.key(Key(.character("\u{fffd}"), partial.modifiers)))
            return takeFirst(byte, [], &events)
        }
        guard let scalar = partial.scalar else {
            state = .character(partial)
            return
        }
        state = .ground
        // C1 controls are no text that anybody types.
        guard scalar.value >= 0xa0 else { return }
        events.append(.key(Key(.character(Character(scalar)), partial.modifiers)))
    }

    // MARK: Sequences

    private mutating func takeAfterEscape(_ byte: UInt8, _ events: inout [InputEvent]) {
        switch byte {
        case 0x1b:
            events.append(.key(Key(.escape)))
        case UInt8(ascii: "["), UInt8(ascii: "O"):
            state = .sequence(introducer: byte, parameters: [])
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"),
            UInt8(ascii: "_"):
            state = .string(introducer: byte, isEmpty: true, endsWithEscape: false)
        default:
            takeFirst(byte, .alt, &events)
        }
    }

    private mutating func takeParameter(
        _ byte: UInt8,
        _ introducer: UInt8,
        _ parameters: [UInt8],
        _ events: inout [InputEvent]
    ) {
        let isControlSequence = introducer == UInt8(ascii: "[")
        switch byte {
        case 0x20...0x3f:
            // What is longer than any known sequence is swallowed to its end all the same.
            let kept = parameters.count < 64 ? parameters + [byte] : parameters
            state = .sequence(introducer: introducer, parameters: kept)
        case UInt8(ascii: "[") where isControlSequence && parameters.isEmpty:
            state = .consoleFunction
        case UInt8(ascii: "M") where isControlSequence && parameters.isEmpty:
            state = .plainMouse([])
        case 0x40...0x7e:
            state = .ground
            let sequence = ControlSequence(introducer, parameters, final: byte)
            finish(sequence, &events)
        default:
            restart(at: byte, &events)
        }
    }

    private mutating func finish(_ sequence: ControlSequence, _ events: inout [InputEvent]) {
        let isBetweenPastes = isBetweenPastes && !sequence.endsPaste
        if sequence.beginsPaste {
            state = .paste(PasteBuffer(), paused: false)
        } else if expectsCursorPosition, let point = sequence.cursorPosition {
            events.append(.cursorPosition(point))
        } else if let event = sequence.event {
            events.append(event)
            // A window that gets the focus, a report of the mouse: nobody left the paste by that.
            if case .key = event { return }
            if isBetweenPastes { state = .paste(PasteBuffer(), paused: true) }
        }
    }

    private mutating func takePlainMouse(_ bytes: [UInt8], _ events: inout [InputEvent]) {
        guard bytes.count == 3 else {
            state = .plainMouse(bytes)
            return
        }
        state = .ground
        guard bytes.allSatisfy({ $0 >= 0x20 }) else { return }
        let numbers = bytes.map { Int($0) - 0x20 }
        let mouse = MouseCodes.mouse(numbers[0], column: numbers[1], row: numbers[2])
        if let mouse { events.append(.mouse(mouse)) }
    }

    /// A sequence was broken off by a byte that cannot belong to it.
    private mutating func restart(at byte: UInt8, _ events: inout [InputEvent]) {
        state = .ground
        takeFirst(byte, [], &events)
    }

    private mutating func takeString(
        _ byte: UInt8,
        _ endsWithEscape: Bool,
        _ events: inout [InputEvent]
    ) {
        switch byte {
        case 0x07, 0x18, 0x1a: state = .ground
        case UInt8(ascii: "\\") where endsWithEscape: state = .ground
        case _ where endsWithEscape:
            state = .escape
            takeAfterEscape(byte, &events)
        default:
            state = .string(introducer: 0, isEmpty: false, endsWithEscape: byte == 0x1b)
        }
    }

    /// Takes what is surely a paste's text, in one go: how many bytes.
    private mutating func takePasted(
        _ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ events: inout [InputEvent]
    ) -> Int {
        guard case .paste(var buffer, paused: false) = state else { return 0 }
        state = .ground
        let count = buffer.append(bytes)
        if let text = buffer.takeFullPart() { events.append(.paste(text)) }
        state = .paste(buffer, paused: false)
        return count
    }

    private mutating func takePasted(_ byte: UInt8, _ events: inout [InputEvent]) {
        guard case .paste(var buffer, let paused) = state else { return }
        if paused, !buffer.mayBeEnding, Self.isKey(byte) {
            if let text = buffer.takeRest() { events.append(.paste(text)) }
            restart(at: byte, &events)
            isBetweenPastes = true
            return
        }
        // Taken out while it grows, or every byte would copy what came before.
        state = .ground
        let isOver = buffer.append(byte)
        let text = isOver ? buffer.takeRest() : buffer.takeFullPart()
        if let text { events.append(.paste(text)) }
        if !isOver { state = .paste(buffer, paused: paused) }
    }

    /// Whether a byte begins a key that no text holds.
    private static func isKey(_ byte: UInt8) -> Bool {
        byte == 0x7f || byte < 0x20 && ![0x09, 0x0a, 0x0d].contains(byte)
    }
}
