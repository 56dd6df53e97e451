import ChatClient
import ChatCompletions
import Support
import Testing

/// A key is seen by its own server only, wherever that points to: 4 headers × 5 codes × 3 changes
/// of the origin.
@Suite(.timeLimit(.minutes(1)))
struct RedirectTests {
    static let keyHeaders = [
        Header("Authorization", "Bearer "), Header("x-api-key", ""), Header("api-key", ""),
        Header("x-goog-api-key", ""),
    ]

    /// What the second address has in place of the first's.
    enum Change: CaseIterable { case port, host, scheme }

    @Test(arguments: keyHeaders, [301, 302, 303, 307, 308])
    func aRedirectIsNamedAndNotFollowed(keyHeader: Header, status: Int) async throws {
        for change in Change.allCases {
            let other = try TestProvider(TestStep.answer(200, "{}"))
            let (first, target) = try servers(change, other, status)
            let all = await send(to: first, keyHeader)
            let failure = try #require(all.end?.failure)
            #expect(failure.kind == .redirect)
            #expect(failure.status == status)
            #expect(failure.message.contains(target), "\(failure.message)")
            #expect(other.connectionCount == 0)
            #expect(first.connectionCount == 1)
            #expect(first.requests.count == 1)
            #expect(first.requests.first?.value(of: keyHeader.name)?.hasSuffix(secretText) == true)
            var dumped = ""
            dump(all, to: &dumped)
            #expect(!dumped.contains(secretText))
        }
    }

    /// Without a key there is nothing to lose, and it is not followed either.
    @Test(arguments: [301, 308]) func aListOfModelsIsNotFetchedElsewhere(status: Int) async throws {
        let other = try TestProvider(TestStep.answer(200, #"{"data":[{"id":"trap"}]}"#))
        let (first, target) = try servers(.port, other, status)
        var generic = Provider.generic
        generic.endpoints = [.init(first.baseURL)]
        do {
            let names = try await Client().models(
                of: generic, baseURL: nil, key: Secret(secretText))
            Issue.record("\(names) came")
        } catch {
            #expect(error.kind == .redirect)
            #expect(error.message.contains(target))
            #expect(!error.message.contains(secretText))
        }
        #expect(other.connectionCount == 0)
    }

    /// A server that points elsewhere, and how the failure should name that place. Its `Location`
    /// repeats the key.
    private func servers(
        _ change: Change, _ other: TestProvider, _ status: Int
    ) throws -> (TestProvider, target: String) {
        let target =
            switch change {
            case .port: "http://127.0.0.1:\(other.port)"
            case .host: "http://localhost:\(other.port)"
            case .scheme: "https://127.0.0.1:\(other.port)"
            }
        let location = "Location: \(target)/v1/chat/completions?key=\(secretText)"
        return (try TestProvider(TestStep.answer(status, "", headers: [location])), target)
    }

    private func send(to provider: TestProvider, _ keyHeader: Header) async -> [ExchangeEvent] {
        var request = request(to: provider)
        request.keyHeader = keyHeader
        return await Client().events(request, key: Secret(secretText))
    }
}
