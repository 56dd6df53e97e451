package import ScreenKit
package import Words

extension KeyContext {
    /// Where no pane and no dialog has another use for the key.
    package static let everywhere: KeyContext = "everywhere"
    /// The panes that only show: letters are commands there.
    package static let reading: KeyContext = "reading"
}

extension Command {
    /// The keys as the table gives them. A test holds that no two commands share one in a context.
    package static let defaultKeymap: Keymap<Command.ID> = {
        var keymap = Keymap<Command.ID>()
        for command in all { command.bind(in: &keymap) }
        return keymap
    }()

    /// A conflict in our own table is left out here and found by a test.
    private func bind(in keymap: inout Keymap<Command.ID>) {
        for text in keys { try? keymap.bind(text, to: id, in: context) }
        for text in readingKeys { try? keymap.bind(text, to: id, in: .reading) }
    }
}

extension Keymap<Command.ID> {
    /// Binds a key by its name; a name that is no key is a mistake in our own table.
    fileprivate mutating func bind(_ name: String, to command: ID, in context: KeyContext) throws {
        guard let key = Key(name) else { return }
        try bind(key, to: command, in: context)
    }

    /// A command's keys for people: `ctrl-r`, `alt-c`.
    package func labels(of command: Command) -> String {
        keys(for: command.id).map(\.label).joined(separator: " ")
    }

    /// The first as a hint names it: `↑`, `ctrl-s`; the command's name where it has none.
    package func mark(of command: Command) -> String {
        guard let key = keys(for: command.id).first else { return command.id.rawValue }
        return key.arrow ?? key.label
    }

    /// The first of them, as a sentence names it; where there is none, the way through the list of
    /// commands.
    package func name(of command: Command) -> Phrase {
        label(of: command).map { Phrase(verbatim: $0) } ?? .amongCommands(command.title)
    }

    /// The first of them; `nil` where it has none.
    package func label(of command: Command) -> String? { keys(for: command.id).first?.label }
}

extension State {
    /// The first of them, as a sentence names it; where there is none, the way through the list of
    /// commands.
    func keyLabel(of command: Command) -> Phrase { around.keymap.name(of: command) }
}

extension Key {
    /// How a key that is one is drawn.
    fileprivate var arrow: String? {
        guard modifiers.isEmpty else { return nil }
        return switch code {
        case .up: "↑"
        case .down: "↓"
        case .left: "←"
        case .right: "→"
        default: nil
        }
    }
}
