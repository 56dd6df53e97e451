import ChatCompletions
import Support
import Testing

@testable import ChatClient

/// Which proxy counts, by the rules of curl, and that what is shown is what is used.
@Suite(.timeLimit(.minutes(1)))
struct ProxyTests {
    private func proxy(_ url: String, _ environment: [String: String]) throws -> String? {
        Proxy(for: try URLParts(url).origin, in: environment)?.address
    }

    @Test(arguments: [
        (["https_proxy": "http://a:1"], "http://a:1"),
        (["HTTPS_PROXY": "http://b:1"], "http://b:1"),
        (["https_proxy": "http://a:1", "HTTPS_PROXY": "http://b:1"], "http://a:1"),
        (["all_proxy": "socks5h://c:1"], "socks5h://c:1"),
        (["ALL_PROXY": "d:1"], "d:1"),
        (["http_proxy": "http://e:1"], nil),
        (["https_proxy": ""], nil),
        ([:], nil),
    ])
    func theSchemeHasItsVariables(environment: [String: String], expected: String?) throws {
        #expect(try proxy("https://api.example.com/v1", environment) == expected)
    }

    @Test func capitalsCountForHTTPSOnly() throws {
        #expect(try proxy("http://api.example.com", ["HTTP_PROXY": "http://a:1"]) == nil)
        #expect(try proxy("http://api.example.com", ["http_proxy": "http://a:1"]) != nil)
    }

    @Test(arguments: [
        ("*", true), ("example.com", true), (".example.com", true), ("API.EXAMPLE.COM.", true),
        ("other.org, example.com", true), ("ample.com", false), ("pi.example.com", false),
        ("", false), ("com.example", false),
    ])
    func namesAreExemptWithWhatIsBelowThem(list: String, isExempt: Bool) throws {
        let environment = ["https_proxy": "http://a:1", "no_proxy": list]
        #expect(try (proxy("https://api.example.com", environment) == nil) == isExempt)
    }

    @Test(arguments: [
        ("10.1.2.3", "10.0.0.0/8", true), ("11.1.2.3", "10.0.0.0/8", false),
        ("10.1.2.3", "10.1.2.3", true), ("10.1.2.3", "1.2.3", false),
        ("[fd00::5]", "fd00::/16", true), ("[fd00::5]", "[fd00::5]", true),
        ("[fe00::5]", "fd00::/16", false),
    ])
    func numbersAreExemptByTheirFirstBits(host: String, list: String, isExempt: Bool) throws {
        let environment = ["https_proxy": "http://a:1", "NO_PROXY": list]
        #expect(try (proxy("https://\(host)/v1", environment) == nil) == isExempt)
    }

    @Test func anEmptyListLeavesTheOtherOneInForce() throws {
        let environment = ["https_proxy": "http://a:1", "no_proxy": "", "NO_PROXY": "example.com"]
        #expect(try proxy("https://api.example.com", environment) == nil)
    }

    @Test(arguments: ["http://127.0.0.1:8080", "http://localhost", "https://[::1]/v1"])
    func thisMachineIsReachedWithoutOne(url: String) throws {
        let all = ["all_proxy": "http://a:1", "http_proxy": "http://a:1"]
        #expect(try proxy(url, all) == nil)
    }

    @Test func aPasswordIsNotShown() throws {
        let environment = ["https_proxy": "http://me:pass@word@proxy.example:3128/"]
        let origin = try URLParts("https://api.example.com").origin
        #expect(Proxy(for: origin, in: environment)?.shown == "http://proxy.example:3128")
    }

    @Test func aRequestGoesThroughItAndSaysSo() async throws {
        let provider = try TestProvider(TestStep.answer(200, "{}"))
        let client = Client.with {
            $0.environment = ["http_proxy": "http://me:secret@127.0.0.1:\(provider.port)"]
        }
        let all = await client.events(request(to: "http://192.0.2.1/v1/chat/completions"))
        let received = await provider.request()
        #expect(received.line == "POST http://192.0.2.1/v1/chat/completions HTTP/1.1")
        #expect(all.sent?.proxy == "http://127.0.0.1:\(provider.port)")
        #expect(all.head?.status == 200)
        #expect(client.proxy(for: "http://192.0.2.1/v1") == all.sent?.proxy)
        // The proxy gets its password, and nothing else that the record does not show.
        let recorded = all.sent?.headers.map { "\($0.name): \($0.value)" } ?? []
        let extra = received.headers.filter { !recorded.contains($0) }
        #expect(extra.count == 1)
        #expect(extra.first?.hasPrefix("Proxy-Authorization: Basic ") == true)
    }

    @Test func theKeyGoesThroughATunnelOnly() async throws {
        let refusal = [TestStep.head(407, ["Content-Length: 0"]), .close]
        let provider = try TestProvider(refusal)
        let client = Client.with {
            $0.environment = ["https_proxy": "http://127.0.0.1:\(provider.port)"]
        }
        let target = request(to: "https://192.0.2.1/v1/chat/completions")
        let all = await client.events(target, key: Secret(secretText))
        let received = await provider.request()
        #expect(received.line == "CONNECT 192.0.2.1:443 HTTP/1.1")
        #expect(!received.headers.contains { $0.contains(secretText) })
        #expect(all.end?.failure?.phase == .connect)
        #expect(all.end?.failure?.message.contains("the proxy http://127.0.0.1") == true)
    }

    @Test func aProxyThatIsNotThereIsNamed() async throws {
        let client = Client.with { $0.proxy = .address("http://127.0.0.1:9") }
        let all = await client.events(request(to: "http://192.0.2.1/v1"))
        #expect(all.end?.failure?.message.contains("the proxy http://127.0.0.1:9") == true)
        let direct = Client.with {
            $0.proxy = .none; $0.environment = ["http_proxy": "http://a:1"]
        }
        #expect(await direct.events(request(to: "http://127.0.0.1:9/v1")).sent?.proxy == nil)
    }
}
