import ChatCompletions
import Corpora
import Testing

@Suite struct ThinkSplitterTests {
    @Test func theCorpusSplitsAsItSays() throws {
        var count = 0
        for example in Corpus.exchanges {
            guard let think = example.json["think"] else { continue }
            count += 1
            let reading = Reading(example, [example.body])
            var splitter = ThinkSplitter()
            for event in reading.events {
                splitter.add(event.delta?.choices.first?.content ?? "")
            }
            splitter.finish()
            #expect(splitter.reasoning == think["reasoning"]?.string)
            #expect(splitter.content == think["content"]?.string)
        }
        #expect(count > 0)
    }

    @Test(arguments: [
        ("<think>a</think>b", "a", "b"), ("\n <think>a<b></thin</think>", "a<b></thin", ""),
        ("text <think>a</think>", "", "text <think>a</think>"), ("<thin", "", "<thin"),
        ("<think>a", "a", ""), ("<think>a</think", "a</think", ""), ("  ", "", "  "),
        ("<think></think>é", "", "é"), ("<think>你</think>好", "你", "好"),
        ("<<think>", "", "<<think>"),
    ])
    func anyCutGivesTheSame(text: String, reasoning: String, content: String) {
        for size in 1...text.count {
            var splitter = ThinkSplitter()
            var rest = text[...]
            while !rest.isEmpty {
                splitter.add(String(rest.prefix(size)))
                rest = rest.dropFirst(size)
            }
            splitter.finish()
            #expect(splitter.reasoning == reasoning)
            #expect(splitter.content == content)
        }
    }

    @Test func aModelMayBeginWithinItsThinking() {
        var splitter = ThinkSplitter(opensItself: true)
        splitter.add("hm</think>so")
        #expect(splitter.reasoning == "hm")
        #expect(splitter.content == "so")
    }
}
