import ChatCompletions
import Testing
import Words

@Suite struct ProviderTests {
    @Test func everyProviderIsFoundByItsName() {
        for provider in Provider.all { #expect(Provider.named(provider.id) == provider) }
        #expect(Set(Provider.all.map(\.id)).count == Provider.all.count)
        #expect(Provider.named("PPIO")?.title == "PPIO")
        #expect(Provider.named("nobody") == nil)
    }

    @Test func everyAddressCanBeUsed() throws {
        for provider in Provider.all {
            for endpoint in provider.endpoints {
                let parts = try URLParts(endpoint.baseURL)
                #expect(parts.origin.scheme == "https" || parts.origin.isLoopback)
                #expect(provider.owns(endpoint.baseURL))
            }
        }
    }

    @Test(arguments: Provider.all.map(\.id))
    func everyParameterCanBeShown(id: String) throws {
        let provider = try #require(Provider.named(id))
        let names = provider.parameters.map(\.name)
        #expect(Set(names).count == names.count)
        for spec in provider.parameters {
            let name = Comment(rawValue: "\(provider.id) \(spec.name)")
            #expect(spec.hint.english.hasSuffix(".") || spec.hint.english.hasSuffix("}."), name)
            if let value = spec.sentByDefault {
                #expect(provider.findings(for: spec.name, value).isEmpty, name)
            }
            if let range = spec.range, range.lower != nil, range.upper != nil, spec.kind != .json {
                #expect(spec.slider != nil, name)
            }
            guard let slider = spec.slider else { continue }
            let interval = spec.accepted ?? spec.range
            #expect(slider.step > 0 && slider.largeStep >= slider.step, name)
            for end in [slider.bounds.lowerBound, slider.bounds.upperBound] {
                #expect(interval?.contains(end) ?? true, name)
            }
        }
    }

    @Test func aKeyStaysWithItsProvidersHosts() {
        #expect(Provider.ppio.owns("https://api.ppio.com:443/anything"))
        #expect(Provider.ppio.owns("HTTPS://API.PPIO.COM/openai"))
        for url in [
            "http://api.ppio.com/openai", "https://api.ppio.com:8443",
            "https://api.ppio.com.evil.io",
            "https://evil.io/api.ppio.com", "https://api.ppio.com@evil.io", "api.ppio.com",
            "https://api.ppio.com./openai", "https://neolink-ai.com/model/api/v1",
        ] {
            #expect(!Provider.ppio.owns(url), Comment(rawValue: url))
        }
    }
}
