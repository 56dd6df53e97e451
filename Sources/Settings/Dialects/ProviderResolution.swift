import ChatCompletions
import TOML
import Words

/// What do the user's choices make of the providers? Built-in ones are changed, the user's own
/// begin as the one that they extend.
struct ProviderResolution {
    /// A provider, and what is said of its key.
    struct Resolved: Sendable {
        var provider: Provider
        var keyCommand: [String]?
        var expectsKey = false
    }

    private let choices: [ProviderChoice]
    private var resolved: [String: Resolved] = [:]
    /// Those being resolved, to see a circle.
    private var chain: [String] = []
    private(set) var complaints: [Complaint] = []

    init(_ choices: [ProviderChoice]) { self.choices = choices }

    /// The built-in providers, then the user's own in the order in which they are written.
    mutating func all() -> [Resolved] {
        var ids = Provider.all.map(\.id)
        for choice in choices where !ids.contains(choice.id) { ids.append(choice.id) }
        return ids.compactMap { resolve($0) }
    }

    /// The provider of that id; `nil` when there is none.
    mutating func resolve(_ id: String) -> Resolved? {
        if let known = resolved[id] { return known }
        let own = choices.filter { $0.id == id }
        guard var result = start(id, own) else { return nil }
        for choice in own { apply(choice, to: &result) }
        resolved[id] = result
        return result
    }

    /// What a provider is before its own choices.
    private mutating func start(_ id: String, _ own: [ProviderChoice]) -> Resolved? {
        let extending = own.last { $0.extends != nil }
        if let builtIn = Provider.named(id) {
            if let extending, extending.extends?.lowercased() != builtIn.id {
                complain(
                    .extendsNothing(id),
                    at: extending.extendsPosition, of: extending)
            }
            return Resolved(provider: builtIn)
        }
        guard !own.isEmpty else { return nil }
        var result = extending.flatMap { base(of: $0) } ?? Resolved(provider: .generic)
        result.provider.id = id
        result.provider.title = id
        // Who names a variable means that one, and no program that stands elsewhere.
        if own.contains(where: { $0.keyVariable != nil }) { result.keyCommand = nil }
        return result
    }

    private mutating func base(of choice: ProviderChoice) -> Resolved? {
        guard let written = choice.extends else { return nil }
        let id = canonical(written)
        if id == choice.id {
            complain(.extendsItself(id), at: choice.extendsPosition, of: choice)
            return nil
        }
        if chain.contains(id) {
            let circle = [choice.id] + chain.drop { $0 != id } + [choice.id]
            complain(.circle(circle), at: choice.extendsPosition, of: choice)
            return nil
        }
        chain.append(choice.id)
        defer { chain.removeLast() }
        let base = resolve(id)
        if base == nil {
            complain(
                .nothingToExtend(written), at: choice.extendsPosition,
                of: choice)
        }
        return base
    }

    private func canonical(_ id: String) -> String {
        Provider.named(id)?.id ?? id
    }

    private mutating func apply(_ choice: ProviderChoice, to result: inout Resolved) {
        var change = ProviderChange(
            provider: result.provider, keyCommand: result.keyCommand,
            expectsKey: result.expectsKey)
        change.apply(choice)
        result = Resolved(
            provider: change.provider, keyCommand: change.keyCommand,
            expectsKey: change.expectsKey)
        complaints += change.complaints
    }

    private mutating func complain(
        _ message: Phrase, at position: TextPosition?, of choice: ProviderChoice
    ) {
        complaints.append(Complaint(message, at: position ?? choice.position, in: choice.file))
    }
}
