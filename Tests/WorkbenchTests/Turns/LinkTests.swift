import ChatCompletions
import Support
import Testing
import Workbench

/// Where links lead.
@Suite struct LinkTests {
    private let answer = """
        See [the **paper**](https://arxiv.org/abs/1904.09751 "title"), https://example.com/p and \
        [it again][ref].

        [ref]: <https://example.com/a b>

        | a | b |
        |---|---|
        | [甲](/x) | ![图](y.png) |

        See [the **paper**](https://arxiv.org/abs/1904.09751), [later][ref] and `[code](no)`.
        """

    @Test func aListSaysWhereEachLeadsAndTheAddressIsCopied() {
        let bench = TestBench()
        bench.send("links?")
        bench.answer(answer)
        bench.press("<a-2>", "L")
        for text in ["the paper", "https://arxiv.org/abs/1904.09751", "甲", "图", "y.png"] {
            #expect(bench.screen.contains(text))
        }
        #expect(bench.press("<enter>") == [.copy("https://arxiv.org/abs/1904.09751")])
        bench.press("L", "<down>")
        #expect(bench.press("<enter>") == [.copy("https://example.com/p")])
        bench.press("L")
        bench.type("later")
        #expect(bench.press("<enter>") == [.copy("https://example.com/a b")])
    }

    @Test func theSelectedTurnIsTheOneThatIsLookedAt() {
        let bench = TestBench()
        bench.send("what is https://a.example about?")
        bench.answer("Nothing.")
        bench.press("<a-2>", "L")
        #expect(bench.notice == "There is no link here.")
        bench.press("K", "K", "L")
        #expect(bench.press("<enter>") == [.copy("https://a.example")])
    }

    @Test func anAddressThatCouldDriveATerminalIsShownAsText() {
        let bench = TestBench()
        bench.send("links?")
        bench.answer("[a](<https://x/\u{1B}]52;c;AA&#7;\u{202E}z>)")
        bench.press("<a-2>", "L")
        #expect(bench.screen.contains("https://x/^[]52;c;AA^G<U+202E>z"))
    }
}
