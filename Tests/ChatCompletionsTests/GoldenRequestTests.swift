import ChatCompletions
import Foundation
import Testing

/// Every parameter of the six main dialects at its default, at both ends and outside: what is sent
/// and what is said to it. `RECORD=1` writes the file anew, and fails.
@Suite struct GoldenRequestTests {
    @Test func requestsAreAsRecorded() throws {
        let providers: [Provider] = [.practice, .generic, .neolink, .coreshub, .lanrui, .ppio]
        let actual = providers.flatMap(lines).joined(separator: "\n") + "\n"
        if ProcessInfo.processInfo.environment["RECORD"] != nil {
            let folder = URL(filePath: #filePath).deletingLastPathComponent()
            let file = folder.appending(path: "Corpora/requests.txt")
            try actual.write(to: file, atomically: true, encoding: .utf8)
            Issue.record("recorded")
        }
        let url = try #require(
            Bundle.module.url(forResource: "Corpora/requests", withExtension: "txt")
        )
        let expected = try String(contentsOf: url, encoding: .utf8)
        for (new, old) in zip(actual.split(separator: "\n"), expected.split(separator: "\n"))
        where new != old {
            Issue.record("is\n  \(new)\nwas\n  \(old)")
            return
        }
        #expect(actual.count == expected.count)
    }

    private func lines(_ provider: Provider) -> [String] {
        let whole = request(provider, Parameters()).body().text
        return ["# \(provider.title)", whole]
            + provider.parameters.flatMap { spec in
                values(spec).map { value in line(provider, spec.name, value) }
            }
    }

    private func line(_ provider: Provider, _ name: String, _ value: JSONValue) -> String {
        let request = request(provider, Parameters([.init(name, value)]))
        let usual = ["model", provider.messagesName, "stream", "stream_options"]
        let members = (request.body().members ?? []).filter { !usual.contains($0.name) }
        let findings = request.findings().map { "  ! \($0.severity): \($0.sentence)" }
        return ([JSONValue.object(members).text] + findings).joined(separator: "\n")
    }

    private func request(_ provider: Provider, _ parameters: Parameters) -> ChatRequest {
        ChatRequest(
            provider: provider,
            model: "a/model",
            messages: [Message(.user, "Hi")],
            parameters: parameters
        )
    }

    private func values(_ spec: ParameterSpec) -> [JSONValue] {
        var values: [JSONValue] = []
        if case .value(let value) = spec.defaultValue { values.append(value) }
        if case .infinite = spec.defaultValue { values.append(.number(.infinity)) }
        switch spec.kind {
        case .number, .integer: return values + ends(spec) + ["many"]
        case .boolean: return values + [true, false, "yes"]
        case .choice(let choices): return values + choices.map { .string($0) } + ["other"]
        case .text: return values + ["text", 1]
        case .strings:
            return values + ["", [], "a", ["a"], ["a", "b"], ["a", "b", "c", "d", "e"]]
        case .json: return values + [["1": 100, "2": -100], ["1": 101], "text"]
        }
    }

    /// Both ends of the range and a step beyond; without a range those of the slider.
    private func ends(_ spec: ParameterSpec) -> [JSONValue] {
        let lower = spec.range?.lower?.value ?? spec.slider?.bounds.lowerBound ?? 0
        let upper = spec.range?.upper?.value ?? spec.slider?.bounds.upperBound ?? 42
        let isWhole = spec.kind == .integer
        return [lower - 1, lower, upper, upper + 1, 1.5].map {
            isWhole && $0 != 1.5 ? .integer(Int($0)) : .number($0)
        }
    }
}
