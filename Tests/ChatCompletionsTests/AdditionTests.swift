import ChatCompletions
import Corpora
import Testing

/// The fold says where in the answer that stands which an event added.
@Suite struct AdditionTests {
    @Test(arguments: Corpus.exchanges)
    func whatAnEventAddedStandsWhereItSays(example: ExchangeCase) {
        for pieces in cuttings(example.body) {
            let reading = Reading(example, pieces)
            var answer = Answer()
            var ends: [Part: Int] = [:]
            for delta in reading.events.compactMap(\.delta) {
                var additions: [Addition] = []
                answer.add(delta, noting: &additions)
                for addition in additions { follow(addition, &ends) }
                #expect(said(additions, in: answer) == said(delta))
            }
            #expect(answer == reading.reader.answer)
            for choice in answer.choices { expect(choice, ends) }
        }
    }

    private struct Part: Hashable {
        var choice: Int
        var part: Addition.Part
    }

    /// Each begins where the one before it ended.
    private func follow(_ addition: Addition, _ ends: inout [Part: Int]) {
        let part = Part(choice: addition.choice, part: addition.part)
        #expect(addition.range.lowerBound == ends[part] ?? 0)
        #expect(!addition.range.isEmpty)
        ends[part] = addition.range.upperBound
    }

    /// Together they are the whole of it.
    private func expect(_ choice: Choice, _ ends: [Part: Int]) {
        let end = { (part: Addition.Part) in ends[Part(choice: choice.index, part: part)] ?? 0 }
        #expect(end(.content) == choice.content.utf8.count)
        #expect(end(.reasoning) == choice.reasoning.utf8.count)
        #expect(end(.refusal) == choice.refusal.utf8.count)
        #expect(end(.logprobs) == choice.logprobs.count)
        for (place, call) in choice.toolCalls.enumerated() {
            #expect(end(.toolName(call: place)) == call.name.utf8.count)
            #expect(end(.arguments(call: place)) == call.arguments.utf8.count)
        }
    }

    /// What stands in the answer at these places, names apart: they may come again and again.
    private func said(_ additions: [Addition], in answer: Answer) -> String {
        additions.map { addition in
            let choice = answer.choices.first { $0.index == addition.choice }
            let text: String? =
                switch addition.part {
                case .content: choice?.content
                case .reasoning: choice?.reasoning
                case .refusal: choice?.refusal
                case .arguments(let call): choice?.toolCalls[call].arguments
                case .toolName: ""
                case .logprobs: nil
                }
            guard let text else { return "" }
            return String(decoding: Array(text.utf8)[clamped: addition.range], as: UTF8.self)
        }.joined()
    }

    private func said(_ delta: Delta) -> String {
        delta.choices.map { choice in
            choice.content + choice.reasoning + choice.refusal
                + choice.toolCalls.map(\.arguments).joined()
        }.joined()
    }

    @Test func aCallsNameGrowsByWhatIsNew() {
        var answer = Answer()
        var additions: [Addition] = []
        for name in ["read", "read_file", "file"] {
            var call = ToolCallDelta(index: 3)
            call.name = name
            var choice = ChoiceDelta(index: 2)
            choice.toolCalls = [call]
            var delta = Delta()
            delta.choices = [choice]
            answer.add(delta, noting: &additions)
        }
        let part = Addition.Part.toolName(call: 0)
        #expect(
            additions == [
                Addition(choice: 2, part: part, range: 0..<4),
                Addition(choice: 2, part: part, range: 4..<9),
            ])
    }
}

extension [UInt8] {
    fileprivate subscript(clamped range: Range<Int>) -> ArraySlice<UInt8> {
        self[range.clamped(to: indices)]
    }
}
