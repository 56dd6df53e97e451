import ChatCompletions
import TOML
import Testing
import Words

@testable import Settings

/// Dialects of the user's own, in `config.toml` and in files.
struct OwnProviderTests {
    @Test func everyWordOfTheVocabularyIsRead() throws {
        let read = ConfigurationFile.read(everyWord)
        #expect(read.complaints == [])
        let tower = try #require(read.configuration.provider(named: "tower"))
        #expect(tower.title == "The tower")
        #expect(
            tower.endpoints.map(\.baseURL) == [
                "https://a.example/v1", "https://b.example/v1", "https://c.example/v1",
            ])
        #expect(
            tower.endpoints.map(\.note.english) == ["from the configuration", "", "the third"])
        #expect(tower.paths == ["/chat", "/chat/completions"])
        #expect(tower.modelsPath == nil)
        #expect(tower.documentation == "https://a.example/docs")
        #expect(tower.models == ["small", "tiny", "large"])
        #expect(tower.modelForm == "owner/name")
        #expect(tower.keyVariable == "TOWER_KEY")
        #expect(tower.keyHeader == Header("X-Key", "Token "))
        #expect(!tower.needsKey)
        #expect(tower.messagesName == "message")
        #expect(tower.streaming == .undocumented)
        #expect(tower.streamUsage == .always)
        #expect(tower.reasoning?.on == [.init("thinking", ["type": "enabled"])])
        #expect(tower.reasoning?.off == [.init("thinking", ["type": "disabled"])])
        #expect(tower.reasoningHistory == .withToolCalls)
        #expect(tower.thinkingPlaces == [.reasoningContent, .thinkTags])
        #expect(tower.takesSchemaBesideType && tower.wantsJSONAskedFor)
        #expect(tower.rejects == ["logprobs"])
        #expect(tower.ignores == ["user"])
        #expect(tower.prices?.currency == "CNY")
        #expect(
            tower.prices?.perMillion == [
                .init(model: "o/large", input: 4, cachedInput: 0.4, output: 16)
            ])
    }

    @Test func numbersAreSentAsTheConfigurationSpellsThem() throws {
        let read = ConfigurationFile.read(
            """
            [providers.tower]
            base_url = "https://a.example/v1"
            [providers.tower.reasoning]
            on = { budget = 1.50 }
            [providers.tower.parameters.seed]
            type = "integer"
            send = 18446744073709551615
            """)
        #expect(read.complaints == [])
        let tower = try #require(read.configuration.provider(named: "tower"))
        var request = ChatRequest(provider: tower, model: "m", messages: [Message(.user, "Hi")])
        request.parameters["reasoning"] = true
        #expect(request.body()["seed"]?.text == "18446744073709551615")
        #expect(request.body()["budget"]?.text == "1.50")
    }

    @Test func everyWordOfAParameterIsRead() throws {
        let read = ConfigurationFile.read(everyWord)
        let tower = try #require(read.configuration.provider(named: "tower"))
        let temperature = try #require(tower.parameter("temperature"))
        #expect(temperature.range == .init(.init(0, closed: false), .init(1, closed: true)))
        #expect(temperature.accepted == .init(.init(0, closed: true), .init(2, closed: true)))
        #expect(temperature.defaultValue == .value(0.5))
        #expect(temperature.slider?.bounds == 0...1)
        #expect(temperature.hint.english == "Warmth.")
        #expect(!temperature.isDocumented && temperature.takesNull)
        let length = try #require(tower.parameter("max_completion_tokens"))
        #expect(length.defaultValue == .infinite)
        #expect(length.sentByDefault == 1024)
        #expect(length.range == .init(.init(1, closed: true), nil))
        let stop = try #require(tower.parameter("stop"))
        #expect(stop.kind == .strings(max: 2))
        #expect(stop.longestText == 9 && stop.isArrayOnly && stop.refusesEmpty)
        #expect(stop.staysInAnswer == true)
        let mode = try #require(tower.parameter("mode"))
        #expect(mode.kind == .choice(["fast", "slow"]))
        #expect(mode.takesOthers)
        #expect(tower.parameter("top_k")?.slider == nil)
        #expect(tower.parameter("max_tokens") == nil)
        #expect(tower.parameter("seed") == nil)
        // What is not named is as it was.
        #expect(tower.parameter("min_p") == Provider.vLLM.parameter("min_p"))
    }

    @Test func requestsAreMadeInTheOwnDialect() throws {
        let configuration = ConfigurationFile.read(everyWord).configuration
        let request = ChatRequest(
            provider: try #require(configuration.provider(named: "tower")), model: "o/small",
            messages: [Message(.user, "Hi")],
            parameters: Parameters([
                .init("temperature", 1.5), .init("stop", "x"), .init("reasoning", true),
            ]))
        #expect(try request.url() == "https://a.example/v1/chat")
        #expect(
            request.body().text
                == #"{"model":"o/small","message":[{"role":"user","content":"Hi"}],"#
                + #""temperature":1.5,"max_completion_tokens":1024,"stop":["x"],"#
                + #""thinking":{"type":"enabled"},"stream":true}"#)
        #expect(
            request.findings().map(\.sentence.english) == [
                "temperature is not in The tower's document."
            ])
    }

    @Test func aFileHasTheSameWordsAtItsTop() throws {
        try withTemporaryFolder { folder in
            try write(
                """
                extends = "ppio"
                base_url = "https://gate.example/v3/"
                [parameters.temperature]
                range = "[0, 1.5]"
                [parameters.flavour]
                type = "text"
                """, to: folder + "/providers/gate.toml")
            try write("temperature = ", to: folder + "/providers/broken.toml")
            try write("not for us", to: folder + "/providers/README")
            try write(
                "provider = \"gate\"\n[providers.gate]\nkey_command = [\"pass\"]",
                to: folder + "/config.toml")
            let read = ConfigurationFile.load(
                folder + "/config.toml", providers: folder + "/providers")
            #expect(
                read.complaints.map(\.description) == [
                    "\(folder)/providers/broken.toml:1:15: expected a value, found the end of the file"
                ])
            let gate = try #require(read.configuration.provider(named: "gate"))
            #expect(gate.endpoints.map(\.baseURL) == ["https://gate.example/v3"])
            #expect(
                gate.parameter("temperature")?.range
                    == .init(.init(0, closed: true), .init(1.5, closed: true)))
            #expect(gate.parameter("temperature")?.slider?.bounds == 0...1.5)
            #expect(gate.parameter("flavour")?.kind == .text)
            #expect(gate.wantsJSONAskedFor)
            #expect(read.configuration.keyCommand(for: "gate") == ["pass"])
            #expect(read.configuration.allProviders.map(\.id).last == "gate")
        }
    }

    @Test func noFolderIsNoComplaint() {
        let read = ConfigurationFile.load("/nowhere/config.toml", providers: "/nowhere/providers")
        #expect(read.complaints == [])
    }

    @Test func oneOfOnesOwnExtendsAnother() throws {
        let configuration = ConfigurationFile.read(
            """
            [providers.c]
            extends = "b"
            [providers.b]
            extends = "A"
            title = "Bee"
            [providers.A]
            extends = "DeepSeek"
            remove = ["logprobs"]
            """
        ).configuration
        let c = try #require(configuration.provider(named: "C"))
        #expect(c.id == "c" && c.title == "c")
        #expect(c.reasoningHistory == .withToolCalls)
        #expect(c.parameter("logprobs") == nil)
        #expect(configuration.allProviders.suffix(3).map(\.id) == ["c", "b", "A"])
    }

    @Test func circlesAndMissingNamesAreComplainedOf() {
        let read = ConfigurationFile.read(
            """
            [providers.a]
            extends = "b"
            [providers.b]
            extends = "a"
            [providers.self]
            extends = "self"
            [providers.lost]
            extends = "nobody"
            [providers.ppio]
            extends = "generic"
            """, file: "c.toml")
        #expect(
            Set(read.complaints.map(\.description)) == [
                "c.toml:4:11: b, a, b extend each other in a circle",
                "c.toml:6:11: self extends itself",
                "c.toml:8:11: there is no provider `nobody` to extend",
                "c.toml:10:11: ppio is built in and extends nothing; give your own another name",
            ])
        for id in ["a", "b", "self", "lost"] {
            #expect(read.configuration.provider(named: id)?.parameter("top_k") != nil)
        }
        #expect(read.configuration.provider(named: "ppio") == .ppio)
    }

    @Test(arguments: [
        ("base_url = \"example.com\"", "2:12: example.com cannot be used: the address must begin"),
        ("base_urls = [\"https://a.example\", 7]", "2:35: an address is a text in quotes"),
        ("path = \".evil.example\"", "2:8: .evil.example is no path: it begins with a slash"),
        ("path = \"/a b\"", "2:8: /a b is no path"),
        ("key_header = \"a b\"", "2:14: key_header is a header's name"),
        ("streaming = \"yes\"", "2:13: streaming is one of \"documented\", \"undocumented\""),
        ("needs_key = 1", "2:13: needs_key is true or false, not a number"),
        ("reasoning = { on = 1 }", "2:20: on is a table"),
        ("reasoning = { comes_in = [\"x\"] }", "2:27: comes_in is one of \"reasoning_content\""),
        ("remove = [\"top_q\"]", "2:11: there is no parameter `top_q` to remove"),
        ("prices = { a = { input = 1 } }", "2:10: prices need a currency"),
        ("prices = { currency = \"CNY\", a = 1 }", "2:34: a is a table"),
        ("parameters.messages.type = \"json\"", "2:12: `messages` is no parameter of its own"),
        ("parameters.new.hint = \"x\"", "2:12: `new` is new and needs a type"),
        ("parameters.new.type = \"word\"", "2:23: type is one of \"number\", \"integer\""),
        ("parameters.new.type = \"choice\"", "2:12: a choice needs choices"),
        ("parameters.temperature.range = \"[2, 0]\"", "2:32: range is an interval"),
        ("parameters.temperature.range = 7", "2:32: range is an interval"),
        ("parameters.temperature.default = \"hot\"", "2:12: `temperature` takes no default of"),
        ("parameters.temperature.send = inf", "2:31: JSON has no infinity"),
        ("parameters.temperature.slider = { from = 1, to = 0, step = 1 }", "2:33: a slider is"),
        ("parameters.temperature.name = \"top_p\"", "2:12: there is a parameter `top_p` already"),
        ("parameters.stop.max = 0", "2:23: max is a whole number from 1"),
        ("parameters.stop.colour = 1", "2:17: there is no setting of a parameter `colour`; there"),
        (
            "base_ulr = \"x\"",
            "2:1: there is no setting of a provider `base_ulr`; perhaps `base_url`"
        ),
        ("parameters.stop.ragne = 1", "2:17: there is no setting of a parameter `ragne`; perhaps"),
    ])
    func aWrongWordIsToldWithItsPlaceAndTheRestCounts(line: String, complaint: String) throws {
        let read = ConfigurationFile.read("[providers.x]\n\(line)\ntitle = \"X\"", file: "c.toml")
        let first = try #require(read.complaints.first)
        #expect(first.description.hasPrefix("c.toml:" + complaint), "\(first)")
        #expect(read.configuration.provider(named: "x")?.title == "X")
    }

    @Test func aNameThatCannotBeWrittenIsComplainedOf() {
        for name in ["a/b", "a b", ""] {
            let read = ConfigurationFile.read("[providers.\"\(name)\"]\ntitle = \"X\"")
            #expect(
                read.complaints.map(\.description) == [
                    "1:12: a provider's name has no slashes and no blanks"
                ])
        }
    }

    @Test(arguments: [
        ("[0, 2]", "[0, 2]"), ("(0, 1]", "(0, 1]"), ("( -2 ,2.5 )", "(-2, 2.5)"),
        ("[1, inf)", "≥ 1"), ("(-inf, 4096]", "≤ 4096"), ("0 to 1", "0 to 1"), ("≥ 1", "≥ 1"),
        ("<2", "< 2"), (">= 0.5", "≥ 0.5"), ("(-inf, inf)", "any number"), ("[1, 1]", "[1, 1]"),
    ])
    func intervalsAreReadAsTheyAreWrittenAndPrinted(text: String, printed: String) {
        #expect(IntervalText.read(text)?.description == printed)
    }

    @Test(arguments: [
        "", "0", "[", "[]", "[0]", "[0, 1", "0, 1", "[a, b]", "[1, 0]", "[0, 1, 2]", "[nan, 1]",
        "0 to", "> x", ">", "[inf, 2]", "] 0, 1 [",
    ])
    func whatIsNoIntervalIsNone(text: String) {
        #expect(IntervalText.read(text) == nil)
    }
}

private let everyWord = """
    [providers.tower]
    extends = "vllm"
    title = "The tower"
    base_url = "https://a.example/v1/"
    base_urls = ["https://b.example/v1", { url = "https://c.example/v1", note = "the third" }]
    path = "/chat"
    models_path = false
    documentation = "https://a.example/docs"
    model = "small"
    models = ["tiny", "small", "large"]
    model_form = "owner/name"
    key_env = "TOWER_KEY"
    key_header = "X-Key: Token"
    needs_key = false
    messages_name = "message"
    streaming = "undocumented"
    stream_usage = "always"
    schema_beside_type = true
    json_asked_for = true
    rejects = ["logprobs"]
    ignores = ["user"]
    remove = ["seed"]

    [providers.tower.reasoning]
    on = { thinking = { type = "enabled" } }
    off = { thinking.type = "disabled" }
    history = "with_tool_calls"
    comes_in = ["reasoning_content", "think_tags"]

    [providers.tower.prices]
    currency = "CNY"
    "o/large" = { input = 4, cached_input = 0.4, output = 16 }

    [providers.tower.parameters.temperature]
    range = "(0, 1]"
    accepted = "[0, 2]"
    default = 0.5
    slider = { from = 0, to = 1, step = 0.1, large_step = 0.5 }
    documented = false
    null = true
    hint = "Warmth."

    [providers.tower.parameters.max_tokens]
    name = "max_length"
    send = "nothing"

    [providers.tower.parameters.max_completion_tokens]
    range = "[1, inf)"
    default = inf
    send = 1024

    [providers.tower.parameters.stop]
    max = 2
    max_bytes = 9
    array_only = true
    never_empty = true
    stays_in_answer = true

    [providers.tower.parameters.top_k]
    slider = false

    [providers.tower.parameters.mode]
    type = "choice"
    choices = ["fast", "slow"]
    takes_others = true
    """
