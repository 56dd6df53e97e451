import ChatCompletions
import Testing

/// A request that was sent, as it can be sent again.
struct SentRequestTests {
    private func again(_ provider: Provider, _ url: String, key: Bool = true) -> HTTPRequest {
        let mask = [Header("Authorization", "Bearer •••")]
        let sent = SentRequest(
            started: Timestamp(milliseconds: 0), method: "POST", url: url,
            headers: [Header("Host", "x")] + (key ? mask : [])
                + [Header("Accept", "*/*"), Header("Content-Length", "2")],
            body: Array("{}".utf8))
        return HTTPRequest(sent, to: provider)
    }

    @Test func theKeyIsAskedOfTheEnvironment() {
        let url = "https://api.ppinfra.com/v3/openai/chat/completions"
        let request = again(.ppio, url)
        #expect(request.headers == [Header("Accept", "*/*")])
        #expect(request.body == Array("{}".utf8))
        let variable = Provider.ppio.keyVariable(for: url)
        #expect(variable == "PPIO_API_KEY")
        let curl = request.asCurl(keyVariable: variable)
        #expect(curl.contains("\"Authorization: Bearer $PPIO_API_KEY\""))
        #expect(!curl.contains("•"))
        let python = request.asPython(keyVariable: variable)
        #expect(python.contains(#""Authorization": "Bearer " + os.environ["PPIO_API_KEY"],"#))
        #expect(!python.contains("•"))
    }

    @Test func elsewhereItIsAnotherKey() {
        #expect(Provider.ppio.keyVariable(for: "https://elsewhere.example/v1") == "FADER_API_KEY")
    }

    @Test func whatWasSentWithoutAKeyIsSoAgain() {
        let request = again(.ppio, "http://127.0.0.1:1/v1/chat/completions", key: false)
        #expect(request.keyHeader == nil)
    }
}
