import ChatCompletions
import Foundation
import Testing
import Words

/// What each dialect makes of requests, and what it says to them: one file for each provider.
///
/// `RECORD=1` writes the files anew, and fails: a record is right because somebody read it.
@Suite struct GoldenRequestTests {
    @Test(arguments: Provider.all.map(\.id))
    func requestsAreAsRecorded(id: String) throws {
        let provider = try #require(Provider.named(id))
        let actual = GoldenPage(provider: provider).text
        if ProcessInfo.processInfo.environment["RECORD"] != nil {
            let folder = URL(filePath: #filePath).deletingLastPathComponent()
            let file = folder.appending(path: "Corpora/requests/\(id).txt")
            try actual.write(to: file, atomically: true, encoding: .utf8)
            Issue.record("recorded")
            return
        }
        let url = try #require(
            Bundle.module.url(forResource: "Corpora/requests/\(id)", withExtension: "txt")
        )
        let expected = try String(contentsOf: url, encoding: .utf8)
        for (new, old) in zip(actual.split(separator: "\n"), expected.split(separator: "\n"))
        where new != old {
            Issue.record("is\n  \(new)\nwas\n  \(old)")
            return
        }
        #expect(actual.count == expected.count)
    }
}

/// The requests of one dialect as text.
private struct GoldenPage {
    let provider: Provider

    var text: String {
        let title = "# \(provider.title)"
        let parts = [title] + whole + formats + unwanted + provider.parameters.map(section)
        return parts.joined(separator: "\n\n") + "\n"
    }

    // MARK: Whole bodies

    private var whole: [String] {
        [
            body("nothing set", []),
            body("not streamed", [.init("stream", false)]),
            body("thinking asked for", [.init("reasoning", true)]),
            body("no thinking asked for", [.init("reasoning", false)]),
            body("thinking in the history", [], history),
            body("tool calls and thinking in the history", [], tools),
            body("both names of the length", Self.lengths),
        ]
    }

    private static let lengths: [JSONValue.Member] = [
        .init("max_tokens", 100), .init("max_completion_tokens", 100),
    ]

    private var history: [Message] {
        [
            Message(.system, "Be brief."), Message(.user, "Hi"),
            Message(.assistant, "Hello", reasoning: "A greeting."), Message(.user, "Why?"),
        ]
    }

    private var tools: [Message] {
        let call = ToolCall(id: "c1", name: "clock", arguments: "{}")
        return [
            Message(.user, "What time is it?"),
            Message(.assistant, "", reasoning: "I ask the clock.", toolCalls: [call]),
            Message(.tool, "noon", toolCallID: "c1"),
            Message(.assistant, "Noon.", reasoning: "It says so."), Message(.user, "Thanks"),
        ]
    }

    private func body(
        _ title: String, _ members: [JSONValue.Member], _ messages: [Message]? = nil
    ) -> String {
        let request = request(members, messages)
        return (["## \(title)", request.body().text] + remarks(request)).joined(separator: "\n")
    }

    // MARK: Formats

    private var formats: [String] {
        guard provider.parameter("response_format") != nil else { return [] }
        let schema: JSONValue = ["type": "object"]
        let values: [JSONValue] = [
            ["type": "json_object"], ["type": "json_object", "schema": schema],
            ["type": "json_schema", "json_schema": ["name": "a", "schema": schema]],
            ["type": "json_schema"], ["type": "yaml"], [:],
        ]
        let lines = values.map { line("response_format", $0) }
        return [(["## formats with a schema"] + lines).joined(separator: "\n")]
    }

    /// Names that are refused or do nothing.
    private var unwanted: [String] {
        let names = provider.rejects + provider.ignores
        let lines = names.map { line($0, 1) }
        if names.isEmpty { return [] }
        return [(["## names that are not taken"] + lines).joined(separator: "\n")]
    }

    // MARK: One parameter

    private func section(_ spec: ParameterSpec) -> String {
        var values: [JSONValue] = []
        for value in self.values(spec) where !values.contains(where: { $0.text == value.text }) {
            values.append(value)
        }
        let lines = values.map { line(spec.name, $0) }
        return (["## \(spec.name)"] + lines).joined(separator: "\n")
    }

    private func line(_ name: String, _ value: JSONValue) -> String {
        let request = request([.init(name, value)], [Message(.user, "Hi, as JSON")])
        let usual = ["model", provider.messagesName, "stream", "stream_options"]
        let sent = (request.body().members ?? []).filter { !usual.contains($0.name) }
        let given = value.isNumberWithoutEnd ? "inf" : value.text
        let start = "\(given) -> \(JSONValue.object(sent).text)"
        return ([start] + remarks(request)).joined(separator: "\n")
    }

    private func remarks(_ request: ChatRequest) -> [String] {
        request.findings().map { "  ! \($0.severity): \($0.sentence.english)" }
    }

    private func request(
        _ members: [JSONValue.Member], _ messages: [Message]? = nil
    ) -> ChatRequest {
        ChatRequest(
            provider: provider,
            model: "a/model",
            messages: messages ?? [Message(.user, "Hi")],
            parameters: Parameters(members)
        )
    }

    /// Its default, both ends and beyond, all choices, and the wrong kind.
    private func values(_ spec: ParameterSpec) -> [JSONValue] {
        var values: [JSONValue] = []
        if case .value(let value) = spec.defaultValue { values.append(value) }
        if case .infinite = spec.defaultValue { values.append(.number(.infinity)) }
        switch spec.kind {
        case .number: return values + ends(spec) + ["many", true]
        case .integer: return values + ends(spec) + [1.5, "many"]
        case .boolean: return values + [true, false, "yes", 1]
        case .choice(let choices): return values + choices.map { .string($0) } + ["other", 7]
        case .text: return values + ["text", 1]
        case .strings(let most): return values + texts(most) + [.string(Self.longText)]
        case .json: return values + [["1": 100, "2": -100], ["1": 101], [], "text"]
        }
    }

    /// 33 bytes.
    private static let longText = "abcdefghijklmnopqrstuvwxyz 123456"

    private func texts(_ most: Int?) -> [JSONValue] {
        let all = (1...(most ?? 5) + 1).map { JSONValue.string("s\($0)") }
        return ["", [], "a", ["a"], ["a", ""], .array(all.dropLast()), .array(all), 7]
    }

    /// The ends of the slider, both ends of the range, and a step beyond.
    private func ends(_ spec: ParameterSpec) -> [JSONValue] {
        var numbers: [Double] = [0, 42]
        if let bounds = spec.slider?.bounds { numbers = [bounds.lowerBound, bounds.upperBound] }
        if let lower = spec.range?.lower?.value { numbers += [lower - 1, lower] }
        if let upper = spec.range?.upper?.value { numbers += [upper, upper + 1] }
        return numbers.map { spec.kind == .integer ? .integer(Int($0)) : .number($0) }
    }
}

extension JSONValue {
    fileprivate var isNumberWithoutEnd: Bool { double?.isFinite == false }
}
