import ChatCompletions
import ScreenKit
import Words

/// A provider as `fader providers` prints it.
enum ProviderReport {
    static func table(_ providers: [Provider]) -> String {
        let rows = providers.map { provider in
            [
                provider.id, provider.title, provider.keyVariable ?? Phrase.noKeyVariable.here,
                provider.endpoints.first?.baseURL ?? "",
            ]
        }
        return Columns.text(rows)
    }

    /// All that the dialect says, in lines of 80 columns.
    static func text(_ provider: Provider) -> String {
        let facts = (addresses(provider) + manners(provider)).filter { !$0.1.isEmpty }
        return "\(provider.id), \(provider.title)\n\n"
            + facts.map { Paragraph.entry($0.0.here, $0.1.here, indent: 16) }.joined()
            + provider.parameters.map { "\n" + parameter($0) }.joined()
    }

    private static func addresses(_ provider: Provider) -> [(Phrase, Phrase)] {
        let endpoints = provider.endpoints.enumerated().map { place, endpoint in
            (
                place == 0 ? Phrase.baseURLFact : .orFact,
                Phrase.address(endpoint.baseURL, endpoint.note)
            )
        }
        let headers = provider.headers.map { "\($0.name): \($0.written)" }
        return endpoints + [
            (.pathsFact, list(provider.paths)),
            (.modelsListFact, provider.modelsPath.map { Phrase(verbatim: $0) } ?? .notDocumented),
            (.modelsFact, list(provider.models)),
            (.modelNamesFact, Phrase(verbatim: provider.modelForm ?? "")),
            (.keyFact, provider.keyPlace),
            (.keyHeaderFact, list(provider.keyHeader.map { ["\($0.name): \($0.value)KEY"] } ?? [])),
            (.headersFact, list(headers)),
            (.sourceFact, Phrase(verbatim: provider.documentation)),
            (.uncheckedFact, provider.uncheckedFacts),
        ]
    }

    private static func manners(_ provider: Provider) -> [(Phrase, Phrase)] {
        let isUsual = provider.messagesName == "messages"
        let prices = provider.prices.map { prices in
            prices.perMillion.map { (Phrase.priceFact, $0.text(in: prices.currency)) }
        }
        let places = provider.thinkingPlaces.map(\.words)
        return [
            (.messagesFact, Phrase(verbatim: isUsual ? "" : provider.messagesName)),
            (.streamingFact, provider.streaming.words),
            (.streamUsageFact, provider.streamUsage.words),
            (.thinkingOnFact, members(provider.reasoning?.on)),
            (.thinkingOffFact, members(provider.reasoning?.off)),
            (.thinkingComesFact, places.joined(separator: .comma)),
            (.thinkingBackFact, provider.reasoningHistory.words),
            (.continuationFact, provider.continuationWords),
            (.schemaFact, provider.schemaShapes.anyOfThem),
            (Phrase(verbatim: "JSON"), provider.wantsJSONAskedFor ? .askedForInMessage : .empty),
            (.refusesFact, list(provider.rejects)),
            (.ignoresFact, list(provider.ignores)),
        ] + (prices ?? [])
    }

    /// Names and addresses, which can be copied in every language.
    private static func list(_ texts: [String]) -> Phrase {
        Phrase(verbatim: texts.joined(separator: ", "))
    }

    private static func members(_ members: [JSONValue.Member]?) -> Phrase {
        Phrase(verbatim: members.map { JSONValue.object($0).text } ?? "")
    }

    private static func parameter(_ spec: ParameterSpec) -> String {
        let facts = ([spec.kind.words] + spec.facts).map(\.here).joined(separator: " · ")
        return Paragraph.entry(spec.name, facts, indent: max(24, Width.of(spec.name) + 2))
            + Paragraph.entry("", spec.hint.here, indent: 4)
    }
}
