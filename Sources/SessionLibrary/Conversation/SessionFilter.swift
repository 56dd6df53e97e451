public import Conversations
import GRDB

/// Which sessions are listed: those that agree with all that is named.
public struct SessionFilter: Sendable, Hashable {
    /// Whom the session's next prompt goes to.
    public var provider: String?
    /// The model that its next prompt goes to.
    public var model: String?
    /// What began it.
    public var source: SessionSource?
    /// Words, each of which stands in what a list shows of the session: its title, in capitals or
    /// not, what began it, unless that was the workbench, when it was changed last, as
    /// `2026-11-21 05:47`, and its id.
    public var text: String

    /// A filter; one that names nothing lets every session through.
    public init(
        provider: String? = nil, model: String? = nil, source: SessionSource? = nil,
        text: String = ""
    ) {
        self.provider = provider
        self.model = model
        self.source = source
        self.text = text
    }

    /// Whether every session is let through.
    var isEmpty: Bool { self == SessionFilter(text: text) && words.isEmpty }

    /// Holds for a row of `session`, as far as SQL can tell.
    static let condition = """
        provider = coalesce(CAST(? AS TEXT), provider) AND model = coalesce(CAST(? AS TEXT), model)
            AND source = coalesce(?, source)
        """

    var bindings: [(any DatabaseValueConvertible)?] {
        [Binding.text(provider), Binding.text(model), source?.rawValue]
    }

    /// What is looked for in what a list shows.
    var words: SearchTerms { SearchTerms(text) }
}
