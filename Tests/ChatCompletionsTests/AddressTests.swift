import ChatCompletions
import Testing

/// Addresses are put together from their parts, and headers from theirs.
struct AddressTests {
    private func request(_ base: String, _ change: (inout Provider) -> Void = { _ in }) throws
        -> ChatRequest
    {
        var provider = Provider.generic
        change(&provider)
        return ChatRequest(
            provider: provider, baseURL: base, model: "m", messages: [Message(.user, "hi")])
    }

    @Test(arguments: [
        ("https://a.example/v1", "https://a.example/v1/chat/completions"),
        ("https://a.example/v1//", "https://a.example/v1/chat/completions"),
        (
            "https://a.example/openai/deployments/x?api-version=1",
            "https://a.example/openai/deployments/x/chat/completions?api-version=1"
        ),
        ("https://a.example/v1/?a=1&b=/x/", "https://a.example/v1/chat/completions?a=1&b=/x/"),
        ("https://a.example?a=1", "https://a.example/chat/completions?a=1"),
        ("https://a.example/v1?", "https://a.example/v1/chat/completions"),
        ("https://a.example/v1/chat/completions", "https://a.example/v1/chat/completions"),
        ("https://a.example/v1/chat/completions?a=1", "https://a.example/v1/chat/completions?a=1"),
        (
            "https://a.example/v1?to=/chat/completions",
            "https://a.example/v1/chat/completions?to=/chat/completions"
        ),
    ])
    func thePathGoesBeforeTheQuery(base: String, url: String) throws {
        #expect(try request(base).url() == url)
    }

    @Test(arguments: [
        ("https://a.example/v1", "https://a.example/v1/models"),
        ("https://a.example/v1/?a=1", "https://a.example/v1/models?a=1"),
        ("https://a.example/v1/chat/completions?a=1", "https://a.example/v1/models?a=1"),
    ])
    func theListOfModelsIsBesideIt(base: String, url: String) {
        #expect(Provider.generic.modelsURL(at: base) == url)
    }

    @Test func aPathMayBringAQueryOfItsOwn() throws {
        let request = try request("https://a.example/v1?a=1") { $0.paths = ["/chat?b=2"] }
        #expect(try request.url() == "https://a.example/v1/chat?a=1&b=2")
    }

    @Test func aValueFromTheEnvironmentIsKnownByItsName() throws {
        let header = try HeaderTemplate("X-Org", "a ${ORG_1}${B}$ {c}")
        #expect(header.variables == ["ORG_1", "B"])
        #expect(header.written == "a ${ORG_1}${B}$ {c}")
        #expect(header.shown(hiding: "•••") == Header("X-Org", "a ••••••$ {c}"))
    }

    @Test(arguments: [
        ("", "a", HeaderTemplate.Problem.name), ("X Org", "a", .name), ("X:", "a", .name),
        ("host", "a", .reserved), ("Content-Length", "1", .reserved),
        ("Transfer-Encoding", "chunked", .reserved), ("X", "a\r\nB: c", .value),
        ("X", "${", .variable), ("X", "${}", .variable), ("X", "${1A}", .variable),
        ("X", "${A-B}", .variable), ("X", "${A", .variable),
    ])
    func whatIsNoHeaderIsRefused(name: String, value: String, problem: HeaderTemplate.Problem) {
        #expect(throws: problem) { try HeaderTemplate(name, value) }
    }

    @Test func asCurlTheShellPutsTheValuesIn() throws {
        let request = try request("https://a.example/v1") {
            $0.endpoints = [.init("https://a.example/v1")]
            $0.headers = [try? HeaderTemplate("X-Org", "it's ${ORG}!")].compactMap(\.self)
        }
        #expect(try request.asCurl().contains(#"-H 'X-Org: ''it'\''s '"$ORG"'!'"#))
    }
}
