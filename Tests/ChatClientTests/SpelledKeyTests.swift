import ChatClient
import ChatCompletions
import Support
import Testing

/// A key that a model writes token by token is in no answer, though no event holds it.
@Suite(.timeLimit(.minutes(1)))
struct SpelledKeyTests {
    private let text = "I say \(secretText), and sk-can do."

    @Test(arguments: [1, 2, 3, 7])
    func aKeyInPiecesIsNotInTheAnswer(size: Int) async throws {
        let choice = await answer(to: pieces(of: text, size).map { streamChunk($0) } + [finish])
        #expect(choice?.content == "I say •••, and sk-can do.")
    }

    @Test func everyPartOfAnAnswerIsLookedAt() async throws {
        let parts = pieces(of: secretText, 4).map { piece in
            let call = #"{"index":0,"function":{"name":"f","arguments":"\#(piece)"}}"#
            return chunk(
                #""content":"\#(piece)","reasoning_content":"\#(piece)","refusal":"\#(piece)","#
                    + #""tool_calls":[\#(call)]"#)
        }
        let choice = try #require(await answer(to: parts + [finish]))
        let texts = [choice.content, choice.reasoning, choice.refusal]
        #expect(texts == ["•••", "•••", "•••"])
        #expect(choice.toolCalls.map(\.arguments) == ["•••"])
    }

    /// Nothing is lost of a text that only begins like a key, however the answer ends.
    @Test(arguments: ["finish", "done", "cut"])
    func aBeginningIsGivenBack(ending: String) async throws {
        let last = [
            "finish": streamChunk("sk-can", finish: "stop"),
            "done": streamChunk("sk-can") + "data: [DONE]\n\n", "cut": streamChunk("sk-can"),
        ]
        let choice = await answer(to: [streamChunk("so far "), last[ending] ?? ""])
        #expect(choice?.content == "so far sk-can")
    }

    @Test func thinkingThatEndsLikeAKeyComesBeforeTheAnswer() async throws {
        let parts = [chunk(#""reasoning_content":"think sk""#), streamChunk("No."), finish]
        let provider = try TestProvider([.streamHead] + parts.map { .chunk($0) } + [.lastChunk])
        let all = await Client().events(request(to: provider), key: Secret(secretText))
        let deltas = all.reads.flatMap(\.events).compactMap(\.delta).flatMap(\.choices)
        #expect(deltas.map(\.reasoning) == ["think sk", "", ""])
        #expect(deltas.map(\.content) == ["", "No.", ""])
    }

    private let finish = streamChunk("", finish: "stop")

    private func pieces(of text: String, _ size: Int) -> [String] {
        let all = Array(text)
        return stride(from: 0, to: all.count, by: size).map {
            String(all[$0..<min($0 + size, all.count)])
        }
    }

    private func chunk(_ delta: String) -> String {
        #"data: {"choices":[{"index":0,"delta":{\#(delta)}}]}"# + "\n\n"
    }

    /// What the deltas of these events come to.
    private func answer(to chunks: [String]) async -> Choice? {
        guard
            let provider = try? TestProvider(
                [.streamHead] + chunks.map { .chunk($0) } + [.lastChunk])
        else { return nil }
        let all = await Client().events(request(to: provider), key: Secret(secretText))
        var answer = Answer()
        for delta in all.reads.flatMap(\.events).compactMap(\.delta) { answer.add(delta) }
        return answer.choices.first
    }
}
