import ChatClient
import ChatCompletions
import Support
import Testing
import Words

/// The examples in the documentation of `ChatClient`, compiled and run.
@Suite(.timeLimit(.minutes(1)))
struct ClientExamples {
    private let client = Client()
    private let key = Secret(secretText)
    private let environment = ["PPIO_API_KEY": secretText]
    private let provider: TestProvider
    /// PPIO, but on this machine.
    private let ppio: Provider
    private let request: ChatRequest

    init() throws {
        provider = try TestProvider(
            TestStep.answer(
                200, #"{"data":[{"id":"m"}],"choices":[{"message":{"content":"你好"}}]}"#))
        var own = Provider.ppio
        own.endpoints = [Provider.Endpoint(provider.baseURL)]
        ppio = own
        request = ChatRequest(provider: own, model: "m", messages: [Message(.user, "Hi")])
    }

    private func show(_ events: [StreamEvent]) { #expect(!events.isEmpty) }
    private func show(_ events: [ExchangeEvent]) { #expect(!events.isEmpty) }
    private func record(_ events: [ExchangeEvent]) { #expect(!events.isEmpty) }
    private func use(_ key: Secret) { #expect(key.revealed == secretText) }
    private func say(_ text: String) { Issue.record("\(text)") }

    @Test func anExchange() async {
        let client = Client()
        let exchange = client.send(request, key: key)
        for await event in exchange {
            if case .read(let read) = event { show(read.events) }
        }
    }

    @Test func batches() async {
        let exchange = client.send(request, key: key)
        while case let events = await exchange.nextBatch(), !events.isEmpty {
            record(events)
        }
        let counts = client.connections
        print("\(counts.opened) opened, \(counts.reused) exchanges on one that was there")
    }

    @Test func retries() async {
        for await step in client.send(request, key: key, retries: .upTo(2)) {
            switch step {
            case .attempt(let number): print("try \(number)")
            case .events(let events): show(events)
            case .pause(let retry):
                print("\(retry.failure.sentence.text(in: .english)) Again in \(retry.wait).")
            }
        }
        let exchange = client.send(request, key: key, retries: .upTo(2))
        exchange.cancel()
    }

    @Test func models() async throws {
        let names = try await client.models(of: ppio, baseURL: nil, key: key)
        #expect(names == ["m"])
    }

    @Test func options() {
        var options = Client.Options()
        options.silenceLimit = .seconds(120)
        options.certificateFile = "/etc/ssl/company.pem"
        let patient = Client(options: options)
        #expect(patient.options.silenceLimit == .seconds(120))
    }

    @Test func findingKeys() async {
        switch await KeyFinder.find(provider: ppio, environment: environment) {
        case .found(let key, let place): use(key); print(place)
        case .notNeeded: break
        case .missing(let advice): say(advice.text(in: .english))
        }
    }

    @Test func keysThatDoNotShow() {
        let key = Secret("sk-…")
        print(key)
        #expect("\(key)" == "•••")
    }

    @Test func redacting() {
        let text = "Incorrect API key: \(secretText)"
        let redactor = Redactor([key])
        print(redactor.redacted(text))
        #expect(redactor.redacted(text) == "Incorrect API key: •••")
    }
}
