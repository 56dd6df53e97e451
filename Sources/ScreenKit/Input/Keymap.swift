/// A place with bindings of its own: a pane, a dialog, the whole program.
package struct KeyContext: Hashable, Sendable, ExpressibleByStringLiteral {
    package let name: String
    package init(_ name: String) { self.name = name }
    package init(stringLiteral name: String) { self.name = name }
}

/// Which key means which command where.
///
/// ```swift
/// var keymap = Keymap<Command.ID>()
/// try keymap.bind(Key(.character("s"), .control), to: .save, in: "editor")
/// keymap.command(for: key, in: ["editor", "everywhere"])
/// ```
package struct Keymap<ID: Hashable & Sendable>: Sendable {
    package struct Binding: Hashable, Sendable {
        package let key: Key
        package let command: ID
        package let context: KeyContext
    }

    /// Two commands on one key in one context.
    package struct Conflict: Error, Hashable, Sendable {
        package let key: Key
        package let context: KeyContext
        package let first: ID
        package let second: ID
    }

    /// All bindings in the order in which they were made.
    package private(set) var bindings: [Binding] = []
    private var commands: [KeyContext: [Key: ID]] = [:]
    /// Each frame names some keys.
    private var keys: [ID: [Key]] = [:]

    package init() {}

    /// Gives a key a command in a context; throws where the key has another one there.
    package mutating func bind(
        _ key: Key,
        to command: ID,
        in context: KeyContext
    ) throws(Conflict) {
        let key = key.normalized
        if let first = commands[context]?[key] {
            if first == command { return }
            throw Conflict(key: key, context: context, first: first, second: command)
        }
        commands[context, default: [:]][key] = command
        bindings.append(Binding(key: key, command: command, context: context))
        if keys[command]?.contains(key) != true { keys[command, default: []].append(key) }
    }

    /// Takes a key's command away.
    package mutating func unbind(_ key: Key, in context: KeyContext) {
        let key = key.normalized
        guard let command = commands[context]?.removeValue(forKey: key) else { return }
        bindings.removeAll { $0.key == key && $0.context == context }
        if !bindings.contains(where: { $0.key == key && $0.command == command }) {
            keys[command]?.removeAll { $0 == key }
        }
    }

    /// Takes all keys of a command away.
    package mutating func unbind(_ command: ID) {
        for binding in bindings where binding.command == command {
            commands[binding.context]?[binding.key] = nil
        }
        bindings.removeAll { $0.command == command }
        keys[command] = nil
    }

    /// The command of a key in the first of the contexts that has one for it.
    package func command(for key: Key, in contexts: [KeyContext]) -> ID? {
        let key = key.normalized
        for context in contexts {
            if let command = commands[context]?[key] { return command }
        }
        return nil
    }

    /// The keys of a command, in the order in which they were bound.
    package func keys(for command: ID) -> [Key] { keys[command] ?? [] }
}

extension Keymap: Equatable {
    /// Two that have the same bindings, made in the same order.
    package static func == (one: Keymap, other: Keymap) -> Bool { one.bindings == other.bindings }
}
