import ScreenKit
import Support
import Testing
import Words
import Workbench

/// Text that is selected, over all that a selection may go over.
@Suite struct SelectingScreens {
    private let answer = """
        **重点：**请先读 `top_p` 的说明，它只在*累计概率*到 **p** 的词里抽样，这一行很长，要折行才放得下；a long line goes on 👍🏽 and \
        on, until it has been wrapped more than once.

        | 参数 | default | 效果 |
        |:-----|--------:|------|
        | temperature | 0.7 | 越高越**随机** 🇨🇳 |

        1. 排序
        2. 截断

        ```python
        def nucleus(probs):  # 降序
            return probs
        ```
        """

    private func answered(_ size: Size) -> TestBench {
        let bench = TestBench(size, widths: .modern, language: .chinese)
        bench.send("核采样是什么？")
        bench.answer(answer)
        return bench
    }

    @Test func aSelectionOverEverything() throws {
        var transcript = Transcript("selecting")
        for (size, title) in [(Size.medium, "80×24"), (.wide, "120×40")] {
            let bench = answered(size)
            bench.press("<a-2>", "<a-z>")
            bench.drag("说明", "return")
            transcript.show(bench, "dragged, \(title)", size)
            bench.press("<esc>", "v", "w", "w", "w")
            transcript.show(bench, "by words, \(title)", size)
            bench.press("V", "j")
            transcript.show(bench, "by lines, \(title)", size)
        }
        try transcript.check()
    }

    @Test func theFormsInWhichItIsCopied() throws {
        var transcript = Transcript("copy-as")
        for language in [Language.english, .chinese] {
            let bench = TestBench(.medium, language: language)
            bench.send("why?")
            bench.answer("Because.")
            bench.press("<a-2>", "<a-C>")
            transcript.show(bench, "conversation", .medium)
            bench.press("<esc>", "<a-4>", "<a-C>")
            transcript.show(bench, "traffic", .medium)
            bench.press("<esc>")
            bench.respond(
                to: .copied("one\ntwo", to: .clipboardAndFile("~/.local/state/fader/copied.txt")))
            transcript.show(bench, "said", .medium)
        }
        try transcript.check()
    }
}
