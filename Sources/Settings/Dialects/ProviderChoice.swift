package import ChatCompletions
package import TOML

/// A provider as the user has it: what is set replaces what the provider that it extends has.
///
/// An optional within an optional tells "not said" from "none": `key_env = false`.
package struct ProviderChoice: Hashable, Sendable {
    package var id: String
    /// The provider whose dialect it speaks: a built-in one, or another of the user's.
    package var extends: String?
    package var title: String?
    package var endpoints: [Provider.Endpoint]?
    package var paths: [String]?
    package var modelsPath: String??
    package var documentation: String?
    package var model: String?
    package var models: [String]?
    package var modelForm: String??
    /// Prints the key on standard output; run without a shell.
    package var keyCommand: [String]?
    /// The environment variable that holds the key.
    package var keyVariable: String??
    package var keyHeader: Header??
    package var needsKey: Bool?
    /// Whether the key may go to the addresses with `http` that stand beside this.
    package var keyOverHTTP: Bool?
    package var headers: [HeaderTemplate]?
    package var headersPosition: TextPosition?
    package var dialect = DialectChoice()
    package var file: String?
    package var position: TextPosition
    /// Where it says what it extends.
    package var extendsPosition: TextPosition?

    package init(id: String, file: String? = nil, position: TextPosition) {
        self.id = id
        self.file = file
        self.position = position
    }

    /// The address that is used when none is named.
    package var baseURL: String? { endpoints?.first?.baseURL }
}

/// How a provider's dialect differs from the one that it extends.
package struct DialectChoice: Hashable, Sendable {
    package var messagesName: String?
    package var streaming: Provider.Offer?
    package var streamUsage: Provider.StreamUsage?
    package var reasoning: Provider.ReasoningControl??
    package var reasoningHistory: Provider.ReasoningHistory?
    package var thinkingPlaces: [Provider.ThinkingPlace]?
    package var continuation: Provider.Continuation?
    package var continuationAddress: String?
    package var takesSchemaBesideType: Bool?
    package var wantsJSONAskedFor: Bool?
    package var rejects: [String]?
    package var ignores: [String]?
    package var prices: Provider.Prices?
    /// Names of parameters that this one does not have.
    package var removed: [PlacedText] = []
    package var parameters: [ParameterChoice] = []
}

/// A text of a file, and where it stands.
package struct PlacedText: Hashable, Sendable {
    package var text: String
    package var position: TextPosition
}

/// How a parameter differs from the one that is extended; a new one, where there is none.
package struct ParameterChoice: Hashable, Sendable {
    package var name: String
    package var position: TextPosition
    /// Another wire name.
    package var newName: String?
    package var type: ParameterType?
    package var choices: [String]?
    package var takesOthers: Bool?
    package var most: Int?
    package var longestText: Int?
    package var isArrayOnly: Bool?
    package var refusesEmpty: Bool?
    package var staysInAnswer: Bool?
    package var takesNull: Bool?
    package var range: ParameterSpec.Interval?
    package var accepted: ParameterSpec.Interval?
    package var defaultValue: ParameterSpec.Default?
    package var sentByDefault: JSONValue??
    package var slider: ParameterSpec.Slider??
    package var isDocumented: Bool?
    package var hint: String?
}

/// The words for a parameter's kind.
package enum ParameterType: String, Hashable, Sendable, CaseIterable {
    case number, integer, boolean, choice, text, texts, json
}
