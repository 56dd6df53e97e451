extension Provider {
    /// Every built-in provider: the four that Fader is made for first, then the wider field.
    public static let all: [Provider] =
        [practice, generic, neolink, coreshub, lanrui, ppio] + hosted + local

    /// Services on the net, as far as their documents were read.
    private static let hosted: [Provider] = [
        openAI, deepSeek, moonshot, zhipu, dashScope, siliconFlow, ark, miniMax, baichuan, stepFun,
        openRouter, mistral, groq, together, fireworks, xAI, novita,
    ]

    /// Servers for one's own machine.
    private static let local: [Provider] = [vLLM, sgLang, llamaCpp, ollama, lmStudio]

    /// The provider of that id, such as `ppio`; capitals do not matter.
    public static func named(_ id: String) -> Provider? {
        let id = id.lowercased()
        return all.first { $0.id == id }
    }

    /// Whether an address is on the own machine, where no key is needed.
    public static func isLoopback(_ url: String) -> Bool {
        (try? URLParts(url))?.origin.isLoopback ?? false
    }

    /// Whether the provider's own key may go to an address: scheme, host and port must be those of
    /// one of its endpoints.
    ///
    /// ```swift
    /// ppio.owns("https://api.ppio.com/v1")     // true
    /// ppio.owns("http://api.ppio.com/v1")      // false: the key would be readable on its way
    /// ```
    public func owns(_ url: String) -> Bool {
        guard let origin = try? URLParts(url).origin else { return false }
        return endpoints.contains { (try? URLParts($0.baseURL))?.origin == origin }
    }
}
