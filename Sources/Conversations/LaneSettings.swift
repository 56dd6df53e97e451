public import ChatCompletions

/// What a lane sends to: provider, address, model and the parameters that are set.
public struct LaneSettings: Sendable, Hashable {
    /// A provider's id, such as `ppio`.
    public var provider: String
    /// Set when it is not the provider's default base URL.
    public var baseURL: String?
    /// The model's name, as the provider writes it.
    public var model: String
    /// The parameters that are set.
    public var parameters: Parameters

    /// Settings for a provider's model.
    public init(
        provider: String,
        baseURL: String? = nil,
        model: String,
        parameters: Parameters = Parameters()
    ) {
        self.provider = provider
        self.baseURL = baseURL
        self.model = model
        self.parameters = parameters
    }
}
