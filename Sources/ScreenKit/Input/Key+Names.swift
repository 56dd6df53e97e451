extension Key: CustomStringConvertible, LosslessStringConvertible {
    /// A key as it is written in a keymap: `j`, `G`, `<c-s>`, `<a-enter>`, `<s-tab>`, `<f1>`,
    /// `<space>`, `<lt>`; `nil` for anything else.
    package init?(_ text: String) {
        if text.count == 1, let character = text.first, character != "<" {
            self.init(.character(character))
            return
        }
        guard text.hasPrefix("<"), text.hasSuffix(">"), text.count > 2 else { return nil }
        var name = text.dropFirst().dropLast()
        var modifiers: Modifiers = []
        while let (modifier, rest) = Self.modifier(leading: name) {
            modifiers.insert(modifier)
            name = rest
        }
        guard let code = Self.code(named: String(name)) else { return nil }
        self = Key(code, modifiers).normalized
    }

    /// The key as a keymap writes it.
    package var description: String {
        let name = Self.name(of: code)
        if modifiers.isEmpty, name.count == 1 { return name }
        return "<" + prefix(["c-", "a-", "s-"]) + name + ">"
    }

    /// The key as people call it: `ctrl-s`, `alt-enter`, `page up`.
    package var label: String {
        switch code {
        case .character("<"): return prefix(["ctrl-", "alt-", "shift-"]) + "<"
        case .character(">"): return prefix(["ctrl-", "alt-", "shift-"]) + ">"
        case .pageUp: return prefix(["ctrl-", "alt-", "shift-"]) + "page up"
        case .pageDown: return prefix(["ctrl-", "alt-", "shift-"]) + "page down"
        case .escape: return prefix(["ctrl-", "alt-", "shift-"]) + "esc"
        default: return prefix(["ctrl-", "alt-", "shift-"]) + Self.name(of: code)
        }
    }

    /// The one form of keys that terminals report in several: shift with a character is the upper
    /// case character, except with control, where the character is lower case.
    package var normalized: Key {
        guard case .character(let character) = code else { return self }
        if modifiers.contains(.control) {
            return Key(.character(Self.changed(character, by: { $0.lowercased() })), modifiers)
        }
        guard modifiers.contains(.shift), character != " " else { return self }
        let upper = Self.changed(character, by: { $0.uppercased() })
        return Key(.character(upper), modifiers.subtracting(.shift))
    }

    private static func changed(_ character: Character, by change: (Character) -> String)
        -> Character
    {
        let text = change(character)
        return text.count == 1 ? text.first ?? character : character
    }

    private func prefix(_ names: [String]) -> String {
        if modifiers.isEmpty { return "" }
        return zip([Modifiers.control, .alt, .shift], names)
            .filter { modifiers.contains($0.0) }.map(\.1).joined()
    }

    private static func modifier(leading name: Substring) -> (Modifiers, Substring)? {
        for (prefix, modifier) in prefixes where name.lowercased().hasPrefix(prefix) {
            let rest = name.dropFirst(prefix.count)
            return rest.isEmpty ? nil : (modifier, rest)
        }
        return nil
    }

    private static func code(named name: String) -> Code? {
        if name.count == 1 { return name.first.map(Code.character) }
        let name = name.lowercased()
        if let found = names.first(where: { $0.name == name }) { return found.code }
        guard name.hasPrefix("f"), let number = Int(name.dropFirst()), (1...35).contains(number)
        else { return nil }
        return .function(number)
    }

    private static func name(of code: Code) -> String {
        switch code {
        case .function(let number): return "f\(number)"
        case .character(let character):
            return names.first { $0.code == code }?.name ?? String(character)
        default: return names.first { $0.code == code }?.name ?? ""
        }
    }

    private static let prefixes: [(String, Modifiers)] = [
        ("c-", .control), ("ctrl-", .control), ("a-", .alt), ("alt-", .alt), ("m-", .alt),
        ("s-", .shift), ("shift-", .shift),
    ]

    /// Every name that can be written; of several for one key the first is the one that is shown.
    private static let names: [(name: String, code: Code)] = [
        ("enter", .enter), ("return", .enter), ("cr", .enter), ("tab", .tab),
        ("esc", .escape), ("escape", .escape), ("backspace", .backspace), ("bs", .backspace),
        ("delete", .delete), ("del", .delete), ("insert", .insert), ("up", .up), ("down", .down),
        ("left", .left), ("right", .right), ("home", .home), ("end", .end),
        ("pageup", .pageUp), ("pgup", .pageUp), ("pagedown", .pageDown), ("pgdn", .pageDown),
        ("space", .character(" ")), ("lt", .character("<")), ("gt", .character(">")),
    ]
}
