import ChatCompletions
import Corpora
import Support
import Testing

/// No number that a server sends ends the program.
struct NumberTests {
    /// A chunk with a number wherever one can be.
    private func chunk(_ number: String) -> String {
        let call = #"{"index":\#(number),"id":"c","function":{"name":"f","arguments":"{}"}}"#
        let token = #"{"token":"x","logprob":\#(number),"bytes":[\#(number)]}"#
        let choice =
            #"{"index":\#(number),"delta":{"content":"x","tool_calls":[\#(call)]},"#
            + #""logprobs":{"content":[\#(token)]},"finish_reason":"stop"}"#
        let counts = ["prompt_tokens", "completion_tokens", "total_tokens"]
            .map { "\"\($0)\":\(number)" }.joined(separator: ",")
        return #"data: {"created":\#(number),"choices":[\#(choice)],"usage":{\#(counts)}}"#
            + "\nretry: \(number)\nid: \(number)\n\n"
    }

    private var headers: [String] {
        ["Retry-After: 9223372036854775807", "Retry-After-Ms: 1e400"]
    }

    @Test(arguments: ["9223372036854775807", "-9223372036854775808"])
    func theLargestIndexIsPrinted(number: String) async throws {
        let provider = try TestProvider([.streamHead, .chunk(chunk(number)), .lastChunk])
        for form in [[], ["--show-reasoning"], ["-p", "n=2"], ["--raw"], ["--json"]] {
            let run = try await CommandDesk().run(
                ["send", "--base-url", provider.baseURL, "--model", "tiny"] + form + ["Hi"])
            #expect(run.status == 0, "\(form): \(run.errors)")
            #expect(run.text.contains("x"), "\(form)")
        }
    }

    @Test(arguments: [[], ["--json"], ["--no-library"]])
    func anyNumberAnywhereIsTaken(form: [String]) async throws {
        let chunks = JSONValue.extremeNumbers.map { TestStep.chunk(chunk($0)) }
        let provider = try TestProvider(
            [.streamHead] + chunks + [.chunk("data: [DONE]\n\n"), .lastChunk])
        let run = try await CommandDesk().run(
            ["send", "--base-url", provider.baseURL, "--model", "tiny"] + form + ["Hi"])
        #expect(run.status == 0, "\(run.errors)")
        // What came under numbers that differ stands in places of its own.
        #expect(run.text.count { $0 == "x" } >= 3)
    }

    @Test func anyNumberInADocumentOrAnErrorIsTaken() async throws {
        for number in ["9223372036854775807", "-9223372036854775808", "1e308"] {
            let body = String(chunk(number).split(separator: "\n")[0].dropFirst(6))
            let provider = try TestProvider(
                TestStep.answer(200, body.replacing("delta", with: "message")),
                TestStep.answer(
                    429, #"{"error":{"code":\#(number),"message":"no"}}"#, headers: headers))
            let good = try await CommandDesk().send(to: provider, "--json", "Hi")
            #expect(good.status == 0, "\(good.errors)")
            let bad = try await CommandDesk().send(to: provider, "--retries", "1", "Hi")
            #expect(bad.status == 1, "\(bad.errors)")
        }
    }

    /// Two counts were added up.
    @Test func aCheckAddsUpWhatItCan() async throws {
        let models = TestStep.answer(200, #"{"data":[{"id":"tiny"}]}"#)
        let usage = #""usage":{"total_tokens":9223372036854775807}"#
        let plain = TestStep.answer(
            200, #"{"choices":[{"message":{"content":"a"},"finish_reason":"stop"}],\#(usage)}"#)
        let provider = try TestProvider(models, plain, plain)
        let run = try await CommandDesk().run(
            ["providers", "check", "--base-url", provider.baseURL, "--model", "tiny"])
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.text.contains("tokens not told"))
    }
}
