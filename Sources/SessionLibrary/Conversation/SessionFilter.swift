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

    /// A filter; one that names nothing lets every session through.
    public init(provider: String? = nil, model: String? = nil, source: SessionSource? = nil) {
        self.provider = provider
        self.model = model
        self.source = source
    }

    static let condition = """
        provider = coalesce(CAST(? AS TEXT), provider) AND model = coalesce(CAST(? AS TEXT), model)
            AND source = coalesce(?, source)
        """

    var bindings: [(any DatabaseValueConvertible)?] {
        [Binding.text(provider), Binding.text(model), source?.rawValue]
    }
}
