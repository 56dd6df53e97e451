/// What the environment says about the terminal, read without touching it.
package struct Surroundings: Hashable, Sendable {
    /// The value of `TERM`.
    package let name: String
    /// Entries of the terminal database to try, best first.
    package let entries: [String]
    /// Whether colours may be used at all (`NO_COLOR`, see no-color.org).
    package let allowsColor: Bool

    package static let fallback = "xterm-256color"

    /// - Parameter variable: the value of an environment variable.
    package init(variable: (String) -> String?) throws(TerminalProblem) {
        guard let name = variable("TERM"), !name.isEmpty else { throw .unnamed }
        self.name = name
        allowsColor = (variable("NO_COLOR") ?? "").isEmpty
        let wantsDirect = allowsColor && ["truecolor", "24bit"].contains(variable("COLORTERM"))
        let direct = wantsDirect ? Self.directEntry(for: name) : nil
        entries = [direct, name, Self.fallback].compactMap(\.self)
    }

    /// The entry that sends 24-bit colours, for terminals that are known to understand them.
    ///
    /// GNU screen takes them for "dim and blue", and the console has eight colours, whatever
    /// `COLORTERM` says.
    private static func directEntry(for name: String) -> String? {
        if name.hasPrefix("screen") || name.hasPrefix("linux") || name.hasSuffix("-direct") {
            return nil
        }
        let family = name == "xterm-kitty" ? "kitty" : name.prefix { $0 != "-" }
        return "\(family)-direct"
    }
}

extension Surroundings {
    /// What the terminal database says about a name.
    package enum Knowledge: Hashable, Sendable {
        case known, unfit, unknown
    }

    /// The best entry that the terminal database has.
    package func entry(
        knowledge: (String) -> Knowledge
    ) throws(TerminalProblem) -> String {
        for entry in entries {
            switch knowledge(entry) {
            case .known: return entry
            case .unfit: throw .unfit(name)
            case .unknown: continue
            }
        }
        throw .unknown(name)
    }
}
