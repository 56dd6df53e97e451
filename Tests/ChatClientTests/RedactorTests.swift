import ChatClient
import ChatCompletions
import Support
import Testing

/// A key that a server sends back is in no record, however it is cut or written.
@Suite(.timeLimit(.minutes(1)))
struct RedactorTests {
    let key = Secret(secretText)

    @Test func aSecretNeverShowsItself() {
        var dumped = ""
        dump(key, to: &dumped)
        #expect("\(key)" == "•••")
        #expect(String(reflecting: key) == "•••")
        #expect(!dumped.contains("canary"))
        #expect(!String(describing: [Optional(key)]).contains("canary"))
    }

    @Test(arguments: [
        ("plain", "sk-canary-0123456789"),
        ("base64", "c2stY2FuYXJ5LTAxMjM0NTY3ODk="),
        ("base64 after one byte", "OnNrLWNhbmFyeS0wMTIzNDU2Nzg5"),
        ("base64 after two bytes", "YTpzay1jYW5hcnktMDEyMzQ1Njc4OQ=="),
    ])
    func everyFormIsFound(name: String, form: String) {
        let text = Redactor([key]).redacted("before \(form) after")
        #expect(text.hasPrefix("before "))
        #expect(text.contains("•••"))
        #expect(text.hasSuffix(" after"))
        #expect(!text.contains(form.dropFirst(4).dropLast(4)))
    }

    @Test func percentFormsAreFound() {
        let redactor = Redactor([Secret("sk/with+signs=01")])
        #expect(redactor.redacted("k=sk%2Fwith%2Bsigns%3D01&x") == "k=•••&x")
        #expect(redactor.redacted(#""sk\/with+signs=01""#) == #""•••""#)
    }

    /// As servers, templates and JSON in JSON write a key.
    @Test(arguments: [
        #"sk\u002dcan+ary\/01=="#, #"sk\U002Dcan\u002bary\/01\u003D\u003d"#,
        #"\u0073\u006b-can+ary/01=="#, #"sk\\u002dcan+ary\\\/01=="#,
        "sk-can%2bary%2f01%3d%3D", "sk%2Dcan%2Bary%2F01==", "sk-can%252Bary%25252f01%253D=",
        "sk-can&#43;ary&#x2F;01&#x3d;=", "sk&#045;can&amp;#43;ary/01==",
        "c2stY2FuK2FyeS8wMT09", "OnNrLWNhbithcnkvMDE9PQ", "OnNrLWNhbithcnkvMDE9PQ%3D%3D",
        #"YTpzay1jYW4rYXJ5LzAxPT0"#,
    ]) func everySpellingIsFound(spelling: String) {
        let redactor = Redactor([Secret("sk-can+ary/01==")])
        let text = redactor.redacted("before \(spelling) after")
        #expect(text.contains("•••"), "\(text)")
        #expect(!text.contains("ry"))
        #expect(text.hasPrefix("before "))
        #expect(text.hasSuffix(" after"))
    }

    @Test func whatOnlyLooksLikeASpellingIsLeftAlone() {
        let redactor = Redactor([key])
        for text in [
            #"\u002d \\ %2d &#45; &amp; %25 \"#, "sk-canary-012345678", #"sk\u002ecanary"#, "100%",
            #"{"a":"b\n\"c\""}"#, "&", "%", "&amp;amp;amp;", #"\\\\\\\\\\\\\\\\\\"#,
        ] {
            #expect(redactor.redacted(text) == text)
        }
    }

    @Test func shortPlaceholdersAreNoSecrets() {
        #expect(Redactor([Secret("none")]).redacted("none of it") == "none of it")
    }

    @Test func severalKeysAndOverlapsAreFound() {
        let redactor = Redactor([Secret("aaaabbbbcccc"), Secret("bbbbccccdddd")])
        #expect(redactor.redacted("x aaaabbbbccccdddd y") == "x •••dddd y")
        #expect(redactor.redacted("aaaabbbbccccbbbbccccdddd") == "••••••")
    }

    /// Every place where a body can be cut in two.
    @Test func aKeyThatIsCutIsFound() async throws {
        let spelled = secretText.replacing("-", with: #"\u002D"#)
        let body = "data: {\"error\":\"bad key \(secretText)! \(spelled)\"}\n\n"
        let bytes = Array(body.utf8)
        let whole = body.replacing(secretText, with: "•••").replacing(spelled, with: "•••")
        let client = Client()
        for cut in stride(from: 1, to: bytes.count, by: 1) {
            let gate = Gate()
            let provider = try TestProvider([
                .head(200, ["Content-Type: text/event-stream", "Content-Length: \(bytes.count)"]),
                .bytes(Array(bytes[..<cut])), .pause(until: gate), .bytes(Array(bytes[cut...])),
            ])
            let exchange = client.send(request(to: provider), streams: true, key: key)
            let before = await exchange.events { $0.head != nil }
            gate.open()
            let all = before + (await exchange.rest())
            #expect(all.text == whole, "cut at \(cut)")
        }
    }

    @Test func onlyWhatMayBeginAKeyIsHeldBack() async throws {
        let gate = Gate()
        let provider = try TestProvider([
            .streamHead, .chunk("data: a task"), .pause(until: gate), .chunk("-force\n\n"),
            .lastChunk,
        ])
        let exchange = Client().send(request(to: provider), streams: true, key: key)
        let before = await exchange.events { !$0.reads.isEmpty }
        #expect(before.text == "data: a ta")
        gate.open()
        let after = await exchange.rest()
        #expect(after.reads.map { String(decoding: $0.bytes, as: UTF8.self) } == ["sk-force\n\n"])
    }

    @Test func noEventHoldsAKey() async throws {
        let script: [TestStep] = [
            .head(
                401,
                [
                    "X-Echo: Bearer \(secretText)", "X-\(secretText): 1",
                    "Transfer-Encoding: chunked",
                ]),
            .chunk("Incorrect API key provided: sk-canary"), .chunk("-0123456789"), .lastChunk,
        ]
        let provider = try TestProvider(script)
        var sent = request(to: provider.baseURL + "/?key=\(secretText)", body: "my \(secretText)")
        sent.headers.append(Header("X-Extra", secretText))
        let all = await Client().events(sent, key: key)
        var dumped = ""
        dump(all, to: &dumped)
        #expect(all.head?.value(of: "x-echo") == "Bearer •••")
        #expect(all.text == "Incorrect API key provided: •••")
        #expect(!dumped.contains("canary"))
        #expect(all.sent.map { String(decoding: $0.body, as: UTF8.self) } == "my •••")
        #expect(all.sent?.headers.contains(Header("Authorization", "Bearer •••")) == true)
    }

    @Test func aClientRemembersItsOtherKeys() async throws {
        let provider = try TestProvider(
            TestStep.answer(200, "{}"), TestStep.answer(200, secretText))
        let client = Client()
        _ = await client.events(request(to: provider), key: key)
        #expect(await client.events(request(to: provider)).text == "•••")
    }
}
