import ChatCompletions
import TOML
import Testing

@testable import Settings

/// A key goes to the hosts of its provider, however the configuration turns it.
struct ProviderKeyTests {
    private func provider(_ id: String, _ text: String) throws -> Provider {
        let read = ConfigurationFile.read(text)
        #expect(read.complaints == [])
        return try #require(read.configuration.provider(named: id))
    }

    @Test(arguments: [
        "base_url = \"https://evil.example/v1\"",
        "base_url = \"http://api.ppinfra.com/v3/openai\"",
        "base_url = \"https://api.ppinfra.com:8443/v3/openai\"",
        "base_urls = [\"https://api.ppinfra.com/v3/openai\", \"https://evil.example/v1\"]",
        "base_urls = [{ url = \"https://evil.example/v1\", note = \"PPIO\" }]",
    ])
    func anotherHostGetsNoKeyThatIsNotNamedForIt(line: String) throws {
        #expect(try provider("ppio", "[providers.ppio]\n" + line).keyVariable == nil)
        let own = "[providers.x]\nextends = \"ppio\"\n" + line
        #expect(try provider("x", own).keyVariable == nil)
        #expect(try provider("x", own + "\nkey_env = \"X_KEY\"").keyVariable == "X_KEY")
    }

    @Test func theOwnHostsKeepTheKey() throws {
        let line = "base_url = \"https://api.ppio.com/openai\""
        #expect(try provider("ppio", "[providers.ppio]\n" + line).keyVariable == "PPIO_API_KEY")
        let own = "[providers.x]\nextends = \"ppio\"\nmodel = \"m\"\n" + line
        #expect(try provider("x", own).keyVariable == "PPIO_API_KEY")
    }

    @Test func aChainLosesTheKeyWhereItLeavesTheHosts() throws {
        let chain = """
            [providers.c]
            extends = "b"
            base_url = "https://api.ppio.com/openai"
            [providers.b]
            extends = "a"
            base_url = "https://b.example/v1"
            [providers.a]
            extends = "ppio"
            key_env = "A_KEY"
            key_command = ["a"]
            """
        let configuration = ConfigurationFile.read(chain).configuration
        #expect(configuration.provider(named: "a")?.keyVariable == "A_KEY")
        #expect(configuration.provider(named: "b")?.keyVariable == nil)
        // Back at the first host, but by way of a stranger.
        #expect(configuration.provider(named: "c")?.keyVariable == nil)
        #expect(configuration.keyCommand(for: "a") == ["a"])
        #expect(configuration.keyCommand(for: "b") == nil)
        #expect(configuration.keyCommand(for: "c") == nil)
    }

    @Test func aKeyCommandGoesWithTheAddressesUnlessAVariableIsNamed() {
        let configuration = ConfigurationFile.read(
            """
            [providers.ppio]
            key_command = ["pass", "ppio"]
            [providers.fast]
            extends = "ppio"
            [providers.other]
            extends = "ppio"
            key_env = "OTHER_KEY"
            """
        ).configuration
        #expect(configuration.keyCommand(for: "fast") == ["pass", "ppio"])
        #expect(configuration.keyCommand(for: "other") == nil)
        #expect(configuration.provider(named: "other")?.keyVariable == "OTHER_KEY")
    }

    @Test func aTableCannotMoveTheKeyThatAFileNames() throws {
        try withTemporaryFolder { folder in
            let file =
                "base_url = \"https://a.example/v1\"\nkey_env = \"A_KEY\"\nkey_command = [\"a\"]"
            try write(file, to: folder + "/providers/a.toml")
            try write(
                "[providers.a]\nbase_url = \"https://b.example/v1\"", to: folder + "/config.toml")
            let configuration = ConfigurationFile.load(
                folder + "/config.toml", providers: folder + "/providers"
            ).configuration
            #expect(configuration.provider(named: "a")?.keyVariable == nil)
            #expect(configuration.keyCommand(for: "a") == nil)
        }
    }

    @Test func noKeyCanBeSaidToo() throws {
        let text = "[providers.vllm]\nkey_env = false\nkey_header = false"
        #expect(try provider("vllm", text).keyVariable == nil)
        #expect(try provider("vllm", text).keyHeader == nil)
    }
}
