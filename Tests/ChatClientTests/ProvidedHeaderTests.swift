import ChatCompletions
import Support
import Testing
import Words

@testable import ChatClient

/// The headers that a provider wants besides: sent to its own addresses, kept as keys are.
@Suite(.timeLimit(.minutes(1)))
struct ProvidedHeaderTests {
    private let canary = "org-canary-0123456789"

    private func client(_ environment: [String: String]) -> Client {
        Client.with { $0.environment = environment }
    }

    private func chat(_ own: String, at url: String? = nil, _ headers: [(String, String)]) throws
        -> ChatRequest
    {
        var provider = Provider(id: "own", title: "Own", endpoints: [.init(own)])
        provider.headers = try headers.map { try HeaderTemplate($0.0, $0.1) }
        return ChatRequest(
            provider: provider, baseURL: url, model: "m", messages: [Message(.user, "hi")])
    }

    @Test func theyGoOutWithWhatTheEnvironmentHas() async throws {
        let echo = ["X-Echo: \(canary)", "Content-Type: application/json"]
        let body = #"{"choices":[{"message":{"content":"\#(canary)"}}]}"#
        let provider = try TestProvider(TestStep.answer(200, body, headers: echo))
        let headers = [
            ("X-Org", "${ORG}"), ("X-Both", "a-${ORG}-b"), ("X-Plain", "fader"),
            ("User-Agent", "mine"),
        ]
        let all = await client(["ORG": canary + "\n"]).send(
            try chat(provider.baseURL, headers), key: nil
        ).rest()
        let received = await provider.request()
        #expect(received.value(of: "X-Org") == canary)
        #expect(received.value(of: "X-Both") == "a-\(canary)-b")
        #expect(received.value(of: "X-Plain") == "fader")
        #expect(received.headers.filter { $0.hasPrefix("User-Agent") } == ["User-Agent: mine"])
        let sent = try #require(all.sent)
        #expect(sent.headers.contains(Header("X-Org", "•••")))
        #expect(sent.headers.contains(Header("X-Both", "a-•••-b")))
        #expect(!"\(all)".contains(canary))
        #expect(!all.text.contains(canary))
    }

    @Test func theListOfModelsIsAskedForWithThemToo() async throws {
        let provider = try TestProvider(TestStep.answer(200, #"{"data":[{"id":"m"}]}"#))
        let request = try chat(provider.baseURL, [("X-Org", "${ORG}")])
        _ = try await client(["ORG": canary]).models(of: request.provider, baseURL: nil, key: nil)
        #expect(await provider.request().value(of: "X-Org") == canary)
    }

    @Test func noOtherAddressGetsThem() async throws {
        let provider = try TestProvider(TestStep.answer(200, "{}"))
        let request = try chat(
            "https://own.example/v1", at: provider.baseURL, [("X-Org", "${ORG}"), ("X-A", "b")])
        _ = await client(["ORG": canary]).send(request, key: nil).rest()
        let received = await provider.request()
        #expect(received.value(of: "X-Org") == nil)
        #expect(received.value(of: "X-A") == nil)
        #expect(request.findings().contains { $0.sentence.english.contains("X-Org, X-A") })
    }

    @Test(arguments: [[:], ["ORG": ""], ["ORG": " "]])
    func aVariableThatIsNotSetIsAMistake(environment: [String: String]) async throws {
        let provider = try TestProvider(TestStep.answer(200, "{}"))
        let request = try chat(provider.baseURL, [("X-Org", "${ORG}")])
        let all = await client(environment).send(request, key: nil).rest()
        let failure = try #require(all.end?.failure)
        #expect(failure.phase == .key)
        #expect(failure.message.contains("X-Org needs the environment variable ORG"))
        #expect(provider.connectionCount == 0)
    }

    @Test func whatIsNoHeaderIsNotSent() async throws {
        let provider = try TestProvider(TestStep.answer(200, "{}"))
        let request = try chat(provider.baseURL, [("X-Org", "${ORG}")])
        let all = await client(["ORG": "a\r\nX-Evil: b"]).send(request, key: nil).rest()
        #expect(all.end?.failure?.phase == .header)
        #expect(provider.connectionCount == 0)
    }

    /// 0.0.0.0 reaches this machine, and is not known for it.
    @Test func overHTTPTheyGoWhereKeysGo() async throws {
        let provider = try TestProvider(TestStep.answer(200, "{}"))
        let url = "http://0.0.0.0:\(provider.port)/v1"
        let request = try chat(url, [("X-Org", "${ORG}")])
        let refused = await client(["ORG": canary]).send(request, key: nil).rest()
        #expect(refused.end?.failure?.phase == .url)
        #expect(refused.end?.failure?.message.contains("key_over_http = true") == true)
        #expect(provider.connectionCount == 0)
        let origin = try URLParts(url).origin
        let open = Client.with {
            $0.environment = ["ORG": canary]
            $0.keyOverHTTP = [origin]
        }
        let all = await open.send(request, key: Secret(secretText)).rest()
        #expect(all.head?.status == 200)
        #expect(await provider.request().value(of: "Authorization") == "Bearer \(secretText)")
        #expect(await provider.request().value(of: "X-Org") == canary)
    }
}
