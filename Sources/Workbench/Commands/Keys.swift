package import ScreenKit

extension Command {
    /// The keys as the table gives them. A test holds that no two commands share one in a context.
    package static let defaultKeymap: Keymap<Command.ID> = {
        var keymap = Keymap<Command.ID>()
        for command in all { command.bind(in: &keymap) }
        return keymap
    }()

    /// A conflict in our own table is left out here and found by a test.
    private func bind(in keymap: inout Keymap<Command.ID>) {
        for text in keys { try? keymap.bind(text, to: id, in: KeyContext(context)) }
        for text in readingKeys { try? keymap.bind(text, to: id, in: KeyContext(.reading)) }
    }
}

extension KeyContext {
    package init(_ context: Command.Context) { self.init(context.rawValue) }
}

extension Keymap {
    /// Binds a key by its name; a name that is no key is a mistake in our own table.
    fileprivate mutating func bind(_ name: String, to command: ID, in context: KeyContext) throws {
        guard let key = Key(name) else { return }
        try bind(key, to: command, in: context)
    }
}

extension State {
    /// A command's keys for people: `ctrl-r`, `alt-c`.
    package func keyLabels(of command: Command) -> String {
        keymap.keys(for: command.id).map(\.label).joined(separator: " ")
    }

    /// The first of them, as a sentence names it; where there is none, the way through the list of
    /// commands.
    func keyLabel(of id: Command.ID) -> String {
        keymap.keys(for: id).first?.label ?? "“\(Command.named(id).title)” among the commands"
    }
}

extension Key {
    /// As a hint names it: `←`, `ctrl-s`.
    var mark: String {
        switch self {
        case Key(.up): "↑"
        case Key(.down): "↓"
        case Key(.left): "←"
        case Key(.right): "→"
        default: label
        }
    }
}
