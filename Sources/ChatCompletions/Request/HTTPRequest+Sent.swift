extension HTTPRequest {
    /// What was sent, as it could be sent again: the body byte for byte, its own headers, and the
    /// places of the key and of what the environment has for the provider's headers.
    public init(_ sent: SentRequest, to provider: Provider) {
        let isOwn = provider.owns(sent.url)
        let templates = isOwn ? provider.headers : []
        let names = sent.headers.map { $0.name.lowercased() }
        let keyHeader = provider.keyHeader.flatMap {
            names.contains($0.name.lowercased()) ? $0 : nil
        }
        let others = Set(
            Self.madeAnew + templates.map { $0.name.lowercased() }
                + [keyHeader?.name.lowercased()].compactMap(\.self))
        self.init(
            method: sent.method, url: sent.url,
            headers: sent.headers.filter { !others.contains($0.name.lowercased()) },
            body: sent.body, keyHeader: keyHeader, templates: templates)
    }

    /// Whoever sends it says these itself.
    private static let madeAnew = ["host", "content-length", "accept-encoding"]
}

extension Provider {
    /// The environment variable with the key for an address: its own, where the address is.
    package func keyVariable(for url: String) -> String {
        owns(url) ? keyVariable ?? "FADER_API_KEY" : "FADER_API_KEY"
    }
}
