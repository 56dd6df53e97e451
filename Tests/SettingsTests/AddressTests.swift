import ChatCompletions
import TOML
import Testing

@testable import Settings

/// What a configuration says of addresses, headers and paths.
struct AddressTests {
    private func read(_ text: String) -> (Configuration, [String]) {
        let read = ConfigurationFile.read(text)
        return (read.configuration, read.complaints.map(\.description))
    }

    @Test func headersGoWithTheAddresses() throws {
        let (configuration, complaints) = read(
            """
            [providers.a]
            base_url = "https://a.example/v1"
            headers = { "X-Org" = "${ORG}", X-Plain = "fader" }
            [providers.same]
            extends = "a"
            [providers.elsewhere]
            extends = "a"
            base_url = "https://b.example/v1"
            [providers.named]
            extends = "a"
            base_url = "https://b.example/v1"
            [providers.named.headers]
            X-Other = "1"
            """)
        #expect(complaints == [])
        let names = { (id: String) in configuration.provider(named: id)?.headers.map(\.name) }
        #expect(names("a") == ["X-Org", "X-Plain"])
        #expect(names("same") == ["X-Org", "X-Plain"])
        #expect(names("elsewhere") == [])
        #expect(names("named") == ["X-Other"])
    }

    @Test(arguments: [
        (#"headers = { Host = "a" }"#, "3:13: Host: this header is not to be chosen"),
        (#"headers = { "X Y" = "a" }"#, "3:13: X Y: a header's name"),
        (#"headers = { X = "${A" }"#, "3:13: X: a variable is written ${NAME}"),
        (#"headers = { X = "a\nb" }"#, "3:13: X: a header's value has no line ends"),
        (#"headers = { X = 1 }"#, "3:17: X is a text in quotes"),
        (#"headers = { Authorization = "Basic ${A}" }"#, "3:11: the key goes into Authorization"),
    ])
    func aHeaderThatCannotBeIsComplainedOf(line: String, words: String) {
        let (_, complaints) = read("[providers.a]\nbase_url = \"https://a.example\"\n" + line)
        #expect(complaints.count == 1)
        #expect(complaints.first?.hasPrefix(words) == true, "\(complaints)")
    }

    @Test func withoutAKeyHeaderItIsFreeForOthers() {
        let (configuration, complaints) = read(
            """
            [providers.a]
            base_url = "https://a.example"
            key_header = false
            headers = { Authorization = "Basic ${A}" }
            """)
        #expect(complaints == [])
        #expect(configuration.provider(named: "a")?.headers.map(\.written) == ["Basic ${A}"])
    }

    @Test func aKeyGoesOverHTTPWhereThatIsSaidBesideTheAddress() {
        let (configuration, complaints) = read(
            """
            base_url = "http://10.0.0.1/v1"
            key_over_http = true
            [providers.a]
            base_urls = ["http://10.0.0.2:8000/v1", "https://a.example/v1"]
            key_over_http = true
            [providers.b]
            base_url = "http://10.0.0.3/v1"
            [providers.c]
            base_url = "http://10.0.0.4/v1"
            key_over_http = false
            """)
        #expect(complaints == [])
        #expect(
            Set(configuration.originsForKeysOverHTTP.map(\.description)) == [
                "http://10.0.0.1", "http://10.0.0.2:8000",
            ])
    }

    @Test func byItselfItMeansNothing() {
        let (configuration, complaints) = read(
            "key_over_http = true\n[providers.a]\nkey_over_http = true")
        #expect(complaints.count == 2)
        #expect(complaints.allSatisfy { $0.contains("stands beside the base_url") })
        #expect(configuration.originsForKeysOverHTTP == [])
    }

    @Test func pathsBeginAtTheRootOrAtHome() {
        let home = Folders.home()
        let (configuration, complaints) = read(
            """
            library = "~/fader.sqlite"
            [network]
            certificates = "~/a b/mine.pem"
            [providers.a]
            key_command = ["~/bin/key", "~/x", "b"]
            [providers.b]
            key_command = ["pass", "show", "b/c"]
            """)
        #expect(complaints == [])
        #expect(configuration.library == home + "/fader.sqlite")
        #expect(configuration.network.certificates == home + "/a b/mine.pem")
        #expect(configuration.keyCommand(for: "a") == [home + "/bin/key", "~/x", "b"])
        #expect(configuration.keyCommand(for: "b") == ["pass", "show", "b/c"])
    }

    @Test(arguments: [
        "library = \"fader.sqlite\"", "library = \"./fader.sqlite\"", "library = \"~me/x\"",
        "library = \"~\"", "library = \"\"", "network.certificates = \"mine.pem\"",
        "providers.a.key_command = [\"bin/key\"]", "providers.a.key_command = \"./key\"",
    ])
    func aRelativePathIsComplainedOf(line: String) {
        let (configuration, complaints) = read(line)
        #expect(complaints.count == 1)
        #expect(complaints.first?.contains("is a path that begins with / or ~/") == true)
        #expect(configuration.library == nil)
        #expect(configuration.network.certificates == nil)
        #expect(configuration.keyCommand(for: "a") == nil)
    }

    @Test func aBrokenFileIsRememberedByItsProvider() throws {
        try withTemporaryFolder { folder in
            try write("title = \"x\"\nbase_url = [1,}", to: folder + "/providers/tower.toml")
            let read = ConfigurationFile.load(
                folder + "/config.toml", providers: folder + "/providers")
            #expect(read.configuration.provider(named: "tower") == nil)
            let complaint = try #require(read.configuration.brokenProviders["tower"])
            #expect(
                complaint.description
                    == "\(folder)/providers/tower.toml:2:15: expected a value, found `}`")
        }
    }
}
