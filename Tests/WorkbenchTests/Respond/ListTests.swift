import ChatCompletions
import Conversations
import ScreenKit
import Support
import Testing
import Words

@testable import Workbench

/// Lists to choose from, short and very long.
@Suite(.timeLimit(.minutes(2))) struct ListTests {
    private func names(_ count: Int) -> [String] {
        (0..<count).map { "vendor-\($0 % 40)/Model-\($0)-instruct" }
    }

    /// A list of models, as the provider gave it.
    private func models(_ names: [String]) -> TestBench {
        let bench = TestBench(settings: LaneSettings(provider: "generic", model: "m"))
        bench.press("<c-g>")
        bench.respond(to: .models(provider: "generic", .success(names)))
        return bench
    }

    @Test func aWideScreenShowsMoreOfWhatIsSaidOfARow() {
        let bench = TestBench(.large)
        bench.press("<a-2>", "?")
        let help = "The last one, where none is selected. “One step back” lets go."
        #expect(bench.screen.contains(help))
        bench.resize(to: .wide)
        #expect(!bench.screen.contains(help))
    }

    private func list(_ bench: TestBench) throws -> Picker {
        try #require(bench.state.top(Picker.self))
    }

    private func titles(_ bench: TestBench) throws -> [String] {
        let list = try list(bench)
        return (0..<list.count).map { list.item($0).title }
    }

    /// What is called so is what was meant, wherever it stands among the commands.
    @Test(arguments: [
        (Language.english, "new session", "New session"), (.chinese, "新会话", "新会话"),
        (.chinese, "提示词", "提示词"),
    ])
    func theCommandThatIsCalledSoComesFirst(language: Language, query: String, title: String) throws
    {
        let bench = TestBench(language: language)
        bench.press("<c-p>")
        bench.type(query)
        #expect(try titles(bench).first == title)
        #expect(try titles(bench).count > 1)
    }

    /// Once every row was looked at for every row of the screen: four seconds a key, and as many a
    /// frame. The bound is what a slow machine takes for a hundredth of that, fifty times over.
    @Test func aVeryLongListAnswersEveryKey() throws {
        let bench = models(names(200_000))
        let start = ContinuousClock.now
        for key in Array("odel-1999").map(String.init) + ["<down>", "<down>", "<backspace>"] {
            bench.press(key)
            _ = bench.frame
        }
        for _ in 0..<50 { bench.press("<down>"); _ = bench.frame }
        #expect(ContinuousClock.now - start < .seconds(60))
        bench.type("99 r-39/")
        #expect(
            try titles(bench) == [
                "vendor-39/Model-19999-instruct", "vendor-39/Model-199999-instruct",
                "odel-19999 r-39/",
            ])
    }

    /// What a query leaves is what holds all of its words, however it was typed.
    @Test(arguments: 0..<8)
    func narrowingLeavesWhatHoldsEveryWord(seed: Int) throws {
        var dice = Dice(UInt64(seed))
        let parts = ["gpt", "GPT-4", "深度", "mini", "Ü", "ü", "-", "4", "o", "é"]
        let names = (0..<300).map { "\($0) " + (0..<3).map { _ in dice.pick(parts) }.joined() }
        let bench = models(names)
        for _ in 0..<40 {
            if dice.number(0...3) == 0 {
                bench.press(dice.pick(["<backspace>", "<left>", "<c-a>", "<c-e>", "<c-u>"]))
            } else {
                bench.type(dice.pick(parts + [" ", "t", "g"]))
            }
            let query = try list(bench).query.buffer.text
            let words = query.lowercased().split(separator: " ")
            let expected = names.filter { name in
                words.allSatisfy { name.lowercased().contains($0) }
            }
            let left = try titles(bench).filter { !query.hasPrefix($0) && !query.hasSuffix($0) }
            #expect(left == expected, "\(query)")
        }
    }

    @Test func whatIsCalledSoComesBeforeWhatOnlyTellsOfIt() throws {
        let providers = ["one", "practice", "third"].map { id in
            var provider = Provider.generic
            provider.id = id
            provider.title = id == "one" ? "Third of one" : "by \(id)"
            return provider
        }
        let bench = TestBench(providers: providers)
        bench.press("<c-t>")
        bench.type("third")
        #expect(try titles(bench) == ["third", "one"])
        bench.type(" of")
        #expect(try titles(bench) == ["one"])
    }

    @Test func aModelThatIsListedIsNotOfferedAsTyped() throws {
        let bench = models(["tiny", "tiny-2", "Tiny"])
        bench.type("tiny")
        #expect(try titles(bench) == ["tiny", "tiny-2", "Tiny"])
        bench.type("-3")
        #expect(try titles(bench) == ["tiny-3"])
        #expect(bench.screen.contains("as typed"))
    }

    @Test func aKeyThatOnlyMovesLeavesTheChoice() throws {
        let bench = models(names(9))
        bench.type("model")
        bench.press("<down>", "<down>", "<left>")
        #expect(try list(bench).place == 2)
        bench.type("-")
        #expect(try list(bench).place == 0)
    }

    @Test func rowsThatComeLateAreNarrowedToo() throws {
        let bench = TestBench(settings: LaneSettings(provider: "generic", model: "m"))
        bench.press("<c-g>")
        bench.type("big")
        bench.respond(to: .models(provider: "generic", .success(["big", "small", "", "bigger"])))
        #expect(try titles(bench) == ["big", "bigger"])
    }
}
