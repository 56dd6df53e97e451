import ChatCompletions
import Foundation
import Testing

/// The four main dialects are held against what their documents print, `Corpora/facts.json`.
@Suite struct DialectFactsTests {
    @Test(arguments: DocumentedProvider.all)
    func theAddressesAreThePrintedOnes(facts: DocumentedProvider) throws {
        let provider = try #require(Provider.named(facts.id))
        let reachable = provider.endpoints.flatMap { endpoint in
            provider.paths.map { endpoint.baseURL + $0 }
        }
        for url in facts.urls { #expect(reachable.contains(url)) }
        for endpoint in provider.endpoints {
            #expect(facts.urls.contains { $0.hasPrefix(endpoint.baseURL) })
        }
        for path in provider.paths { #expect(facts.urls.contains { $0.hasSuffix(path) }) }
        let list = provider.modelsPath.map { (provider.endpoints.first?.baseURL ?? "") + $0 }
        #expect(JSONValue(list) == facts.json["models_list"])
        #expect(provider.keyHeader == Header("Authorization", "Bearer "))
    }

    @Test(arguments: DocumentedProvider.all)
    func theNamesAreThePrintedOnes(facts: DocumentedProvider) throws {
        let provider = try #require(Provider.named(facts.id))
        let documented = provider.parameters.filter(\.isDocumented).map(\.name)
        // `reasoning` is Fader's own switch, whose wire name stands in the dialect too.
        let known = Set(documented).subtracting(["reasoning"]).subtracting(facts.later)
        #expect(known == Set(facts.parameters.map(\.name)))
        #expect(facts.messagesName == provider.messagesName)
    }

    @Test(arguments: DocumentedProvider.all)
    func kindsDefaultsAndRangesAreThePrintedOnes(facts: DocumentedProvider) throws {
        let provider = try #require(Provider.named(facts.id))
        for fact in facts.parameters {
            let place = Comment(rawValue: "\(facts.id) \(fact.name)")
            let spec = try #require(provider.parameter(fact.name), place)
            #expect(fact.allows(spec.kind), place)
            #expect(spec.takesNull == fact.types.contains("null"), place)
            #expect(spec.defaultValue == fact.defaultValue, place)
            #expect(spec.range == fact.range, place)
            // What is required is sent, set or not.
            #expect(spec.sentByDefault != nil || !fact.isRequired, place)
        }
    }

    @Test(arguments: DocumentedProvider.all)
    func stopTextsAreLimitedAsPrinted(facts: DocumentedProvider) throws {
        let provider = try #require(Provider.named(facts.id))
        guard let fact = facts.parameters.first(where: { $0.name == "stop" }) else { return }
        let spec = try #require(provider.parameter("stop"))
        #expect(spec.kind == .strings(max: fact.json["max_sequences"]?.int))
        #expect(spec.staysInAnswer == fact.json["stop_text_included_in_output"]?.bool)
        #expect(spec.refusesEmpty == (fact.json["min_length"] == 1))
    }

    @Test(arguments: DocumentedProvider.all)
    func streamsAreAskedForAsPrinted(facts: DocumentedProvider) throws {
        let provider = try #require(Provider.named(facts.id))
        let names = facts.json["params"]?.array?.compactMap { $0["name"]?.string } ?? []
        let isPrinted = names.contains("stream")
        #expect(provider.streaming == (isPrinted ? .documented : .undocumented))
        #expect((provider.streamUsage == .onRequest) == names.contains("stream_options"))
    }
}

/// What one document prints.
struct DocumentedProvider: CustomTestStringConvertible, Sendable {
    let json: JSONValue

    static let all: [DocumentedProvider] = {
        let url = Bundle.module.url(forResource: "Corpora/facts", withExtension: "json")
        let text = url.flatMap { try? String(contentsOf: $0, encoding: .utf8) } ?? ""
        return ((try? JSONValue(parsing: text))?.array ?? []).map(DocumentedProvider.init)
    }()

    var id: String { json["id"]?.string ?? "?" }
    var testDescription: String { id }
    var urls: [String] { texts("urls") }
    /// Names that only a later revision has, or that are mentioned without an entry.
    var later: [String] { texts("later") }
    var contradictions: [String] { texts("contradictions") }

    /// All but the conversation, the model and the switches of the stream.
    var parameters: [DocumentedParameter] {
        let others = ["model", "messages", "message", "stream", "stream_options"]
        return (json["params"]?.array ?? []).map(DocumentedParameter.init).filter {
            !others.contains($0.name)
        }
    }

    var messagesName: String? {
        let fact = json["params"]?.array?.first { $0["name"]?.string?.hasPrefix("message") == true }
        return fact?["name_in_example"]?.string ?? fact?["name"]?.string
    }

    private func texts(_ name: String) -> [String] {
        json[name]?.array?.compactMap(\.string) ?? []
    }
}

/// What a document prints about one parameter.
struct DocumentedParameter {
    let json: JSONValue
    var name: String { json["name"]?.string ?? "?" }
    var types: [String] { json["json_types"]?.array?.compactMap(\.string) ?? [] }
    var isRequired: Bool { json["required"] == true }

    func allows(_ kind: ParameterSpec.Kind) -> Bool {
        switch kind {
        case .number: types.contains("number")
        case .integer: types.contains("integer")
        case .boolean: types.contains("boolean")
        case .text: types.contains("string")
        case .choice: types.contains("string") || types.contains("object")
        case .strings(max: 1): types == ["string"]
        case .strings: types.contains("string") && types.contains("array")
        case .json: types.contains("object")
        }
    }

    var defaultValue: ParameterSpec.Default {
        guard json["default"]?["stated"] == true, let value = json["default"]?["value"] else {
            return .unstated
        }
        return value == "Infinity" ? .infinite : .value(value)
    }

    var range: ParameterSpec.Interval? {
        guard let printed = json["range"]?.members == nil ? json["value_range"] : json["range"]
        else { return nil }
        return ParameterSpec.Interval(bound("min", in: printed), bound("max", in: printed))
    }

    private func bound(_ end: String, in printed: JSONValue) -> ParameterSpec.Bound? {
        guard let value = printed[end]?.double else { return nil }
        let word = printed[end + "_bound"]?.string
        return .init(value, closed: word == "unstated" ? nil : word == "closed")
    }
}
