import ChatCompletions
import ScreenKit

/// A provider as `fader providers` prints it.
enum ProviderReport {
    static func table(_ providers: [Provider]) -> String {
        let rows = providers.map { provider in
            [
                provider.id, provider.title, provider.keyVariable ?? "no key",
                provider.endpoints.first?.baseURL ?? "",
            ]
        }
        return Columns.text(rows)
    }

    /// All that the dialect says, in lines of 80 columns.
    static func text(_ provider: Provider) -> String {
        let facts = (addresses(provider) + manners(provider)).filter { !$0.1.isEmpty }
        return "\(provider.id), \(provider.title)\n\n"
            + facts.map { Paragraph.entry($0.0, $0.1, indent: 16) }.joined()
            + provider.parameters.map { "\n" + parameter($0) }.joined()
    }

    private static func addresses(_ provider: Provider) -> [(String, String)] {
        let endpoints = provider.endpoints.enumerated().map { place, endpoint in
            let note = endpoint.note.isEmpty ? "" : " (\(endpoint.note))"
            return (place == 0 ? "base URL" : "or", endpoint.baseURL + note)
        }
        let unchecked = provider.uncheckedFacts
        return endpoints + [
            ("paths", provider.paths.joined(separator: ", ")),
            ("models list", provider.modelsPath ?? "not documented"),
            ("models", provider.models.joined(separator: ", ")),
            ("model names", provider.modelForm ?? ""),
            ("key", keyPlace(provider)),
            ("key header", provider.keyHeader.map { "\($0.name): \($0.value)KEY" } ?? ""),
            (
                "headers",
                provider.headers.map { "\($0.name): \($0.written)" }.joined(separator: ", ")
            ),
            ("source", provider.documentation),
            ("not looked up", unchecked),
        ]
    }

    private static func manners(_ provider: Provider) -> [(String, String)] {
        let isUsual = provider.messagesName == "messages"
        let prices = provider.prices.map { prices in
            prices.perMillion.map { ("price", $0.text(in: prices.currency)) }
        }
        return [
            ("messages in", isUsual ? "" : provider.messagesName),
            ("streaming", provider.streaming.words),
            ("usage in stream", provider.streamUsage.words),
            ("thinking on", provider.reasoning.map { JSONValue.object($0.on).text } ?? ""),
            ("thinking off", provider.reasoning.map { JSONValue.object($0.off).text } ?? ""),
            ("thinking comes", provider.thinkingPlaces.map(\.words).joined(separator: ", ")),
            ("thinking back", provider.reasoningHistory.words),
            ("schema goes", provider.schemaShapes.joined(separator: " or ")),
            ("JSON", provider.wantsJSONAskedFor ? "must be asked for in a message too" : ""),
            ("refuses", provider.rejects.joined(separator: ", ")),
            ("ignores", provider.ignores.joined(separator: ", ")),
        ] + (prices ?? [])
    }

    private static func keyPlace(_ provider: Provider) -> String {
        guard let variable = provider.keyVariable else { return "none" }
        return provider.needsKey ? variable : "\(variable), if the server wants one"
    }

    private static func parameter(_ spec: ParameterSpec) -> String {
        let facts = ([spec.kind.words] + spec.facts).joined(separator: " · ")
        return Paragraph.entry(spec.name, facts, indent: max(24, Width.of(spec.name) + 2))
            + Paragraph.entry("", spec.hint, indent: 4)
    }
}
