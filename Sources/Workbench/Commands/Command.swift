package import ScreenKit
package import Words

/// Something a person can ask for, with what it does. One table feeds keymap, palette, help and
/// footer.
///
/// ```swift
/// static let suspend = Command("app.suspend", .suspend, keys: ["<c-z>"]) { _ in [.suspend] }
/// ```
///
/// There is none without a deed: a command is declared in the folder of what it belongs to, and
/// stands in that folder's table, which is a part of `Command.all`; its title and its help stand in
/// that folder's words.
package struct Command: Sendable, Identifiable {
    /// What the configuration calls it: `prompt.send`.
    package struct ID: RawRepresentable, Sendable, Hashable {
        package let rawValue: String
        package init(rawValue: String) { self.rawValue = rawValue }
    }

    package typealias Deed = @Sendable (inout State) -> [Effect]

    package let id: ID
    package let title: Phrase
    /// Where its keys hold.
    package let context: KeyContext
    /// As `Key` reads them: `<c-s>`, `j`.
    package let keys: [String]
    /// Keys that hold in the panes that only show, beside `keys`.
    package let readingKeys: [String]
    package let help: Phrase
    package let deed: Deed

    init(
        _ id: String, _ title: Phrase, _ context: KeyContext = .everywhere, keys: [String],
        readingKeys: [String] = [], _ help: Phrase = .empty, deed: @escaping Deed
    ) {
        self.id = ID(rawValue: id)
        self.title = title
        self.context = context
        self.keys = keys
        self.readingKeys = readingKeys
        self.help = help
        self.deed = deed
    }

    /// A command that only changes the state: there is nothing for the world to do.
    init(
        _ id: String, _ title: Phrase, _ context: KeyContext = .everywhere, keys: [String],
        readingKeys: [String] = [], _ help: Phrase = .empty,
        change: @escaping @Sendable (inout State) -> Void
    ) {
        self.init(id, title, context, keys: keys, readingKeys: readingKeys, help) { state in
            change(&state)
            return []
        }
    }
}

extension State {
    package mutating func perform(_ command: Command) -> [Effect] { command.deed(&self) }
}
