/// A complete sequence of ESC `[` or ESC `O`, and what it means.
struct ControlSequence {
    private let isControl: Bool
    private let prefix: UInt8?
    private let numbers: [Int]
    /// What stands behind the first number: `97:65:97`, shifted and on an English keyboard.
    private let alternates: [Int]
    private let hasIntermediates: Bool
    private let isRelease: Bool
    private let final: UInt8

    init(_ introducer: UInt8, _ parameters: [UInt8], final: UInt8) {
        isControl = introducer == UInt8(ascii: "[")
        self.final = final
        prefix = parameters.first.flatMap { (0x3c...0x3f).contains($0) ? $0 : nil }
        hasIntermediates = parameters.contains { $0 < 0x30 }
        let fields = parameters.filter { $0 < 0x3c }.split(
            separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
        numbers = fields.map { Self.number($0) }
        alternates = (fields.first ?? []).split(
            separator: UInt8(ascii: ":"), omittingEmptySubsequences: false
        ).dropFirst().map { Self.number($0) }
        // Terminals with kitty's protocol tell presses, repeats and releases apart: `1;5:3A`.
        isRelease = fields.count > 1 && fields[1].suffix(2).elementsEqual(":3".utf8)
    }

    var beginsPaste: Bool { isPlain && final == UInt8(ascii: "~") && numbers.first == 200 }
    var endsPaste: Bool { isPlain && final == UInt8(ascii: "~") && numbers.first == 201 }

    var cursorPosition: Point? {
        guard isPlain, final == UInt8(ascii: "R"), numbers.count == 2 else { return nil }
        return Point(row: max(0, numbers[0] - 1), column: max(0, numbers[1] - 1))
    }

    var event: InputEvent? {
        guard !hasIntermediates else { return nil }
        if isControl, prefix == UInt8(ascii: "<") { return sgrMouse.map(InputEvent.mouse) }
        guard prefix == nil, !isRelease else { return nil }
        if isControl, final == UInt8(ascii: "I") { return .focus(true) }
        if isControl, final == UInt8(ascii: "O") { return .focus(false) }
        if isControl, final == UInt8(ascii: "M") { return urxvtMouse.map(InputEvent.mouse) }
        return key.map { InputEvent.key($0.normalized) }
    }

    private var isPlain: Bool { isControl && prefix == nil && !hasIntermediates }

    // MARK: Keys

    private var key: Key? {
        switch final {
        case UInt8(ascii: "~") where isControl: return tildeKey
        case UInt8(ascii: "u") where isControl: return unicodeKey(at: 0, modifiersAt: 1)
        case UInt8(ascii: "Z") where isControl: return Key(.tab, modifiers(at: 1).union(.shift))
        case UInt8(ascii: "R") where numbers.count > 1 && numbers[0] > 1: return nil
        default: break
        }
        if let code = KeyCodes.letter(final) { return Key(code, modifiers(at: numbers.count - 1)) }
        return isControl ? nil : KeyCodes.keypad(final)
    }

    private var tildeKey: Key? {
        guard let number = numbers.first else { return nil }
        if number == 27 { return unicodeKey(at: 2, modifiersAt: 1) }
        return KeyCodes.tilde(number).map { Key($0, modifiers(at: 1)) }
    }

    private func unicodeKey(at index: Int, modifiersAt modifiers: Int) -> Key? {
        guard index < numbers.count else { return nil }
        let held = self.modifiers(at: modifiers)
        guard let code = KeyCodes.code(unicode: numbers[index]) else { return nil }
        return Key(code, held).onAnyKeyboard(
            shifted: alternate(0), english: alternate(1)
        ).named
    }

    private func alternate(_ place: Int) -> Key.Code? {
        guard alternates.indices.contains(place), alternates[place] > 0 else { return nil }
        return KeyCodes.code(unicode: alternates[place])
    }

    /// One more than the sum of shift 1, alt 2, control 4 (xterm's control sequences, "PC-Style
    /// Function Keys").
    private func modifiers(at index: Int) -> Key.Modifiers {
        guard index >= 0, index < numbers.count, numbers[index] > 1 else { return [] }
        if index == 0, isControl { return [] }
        return Key.Modifiers(rawValue: UInt8(truncatingIfNeeded: numbers[index] - 1) & 7)
    }

    // MARK: Mouse

    private var sgrMouse: Mouse? {
        let isPress = final == UInt8(ascii: "M")
        guard isPress || final == UInt8(ascii: "m"), numbers.count == 3 else { return nil }
        return MouseCodes.mouse(
            numbers[0], column: numbers[1], row: numbers[2], isRelease: !isPress)
    }

    private var urxvtMouse: Mouse? {
        guard numbers.count == 3, numbers[0] >= 32 else { return nil }
        return MouseCodes.mouse(numbers[0] - 32, column: numbers[1], row: numbers[2])
    }

    /// The number before the first colon, as large as any that means something.
    private static func number(_ digits: ArraySlice<UInt8>) -> Int {
        var number = 0
        for digit in digits {
            guard (0x30...0x39).contains(digit) else { break }
            number = min(number * 10 + Int(digit - 0x30), 0x10ffff)
        }
        return number
    }
}

extension Key {
    /// Keys with ctrl or alt are those of an English keyboard, whatever letters the keyboard has;
    /// shift with anything but a letter is the character that it makes.
    fileprivate func onAnyKeyboard(shifted: Code?, english: Code?) -> Key {
        guard case .character(let character) = code else { return self }
        if !character.isASCII, !modifiers.isDisjoint(with: [.control, .alt]), let english {
            return Key(english, modifiers)
        }
        guard modifiers.contains(.shift), !character.isLetter, let shifted else { return self }
        return Key(shifted, modifiers.subtracting(.shift))
    }

    /// The key that other terminals report for the same fingers.
    fileprivate var named: Key {
        switch self {
        case Key(.character("["), .control): Key(.escape)
        case Key(.character("/"), .control): Key(.character("_"), .control)
        default: self
        }
    }
}
