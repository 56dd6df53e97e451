import ChatCompletions
import Conversations
import ScreenKit
import Support
import Testing
import Workbench

/// What models say, read as Markdown.
@Suite struct MarkdownScreens {
    private let answer = """
        # 核采样是什么

        **重点：**请先读 `top_p` 的说明，它只在*累计概率*到 **p** 的词里抽样。「核」就是这些词（大致如此）。See [the \
        paper](https://arxiv.org/abs/1904.09751) or https://example.com/a_b。

        | 参数 | default | 效果 |
        |:-----|--------:|------|
        | temperature | 0.7 | 越高越**随机** 👍🏽 |
        | top_p | 1 | 截去概率最低的尾部，这一格很长，要在自己的列里折行，不能把别的列挤出屏幕 |
        | `stop` | none | 遇到就停 🇨🇳 |

        1. 排序
        2. 截断：
           - keep the head
           - drop the tail ~~for ever~~

        > 温度改变整条曲线，
        > top_p 只去掉尾巴。

        ```python
        def nucleus(probs, p=0.95):
            order = sorted(probs, reverse=True)  # 降序
            return cut(order, p)
        ```
        """

    @Test func anAnswerIsReadAsMarkdown() throws {
        let bench = TestBench(.wide)
        bench.send("核采样是什么？用 *表格*。")
        bench.answer(answer)
        bench.press("<a-2>", "<a-z>")
        var transcript = Transcript("markdown")
        transcript.show(bench, "zoomed", .wide, .medium, .small)
        bench.press("m")
        transcript.show(bench, "source", .wide)
        bench.press("m", "<a-z>", "g")
        transcript.show(bench, "start", .wide, .medium)
        try transcript.check()
    }

    @Test func anAnswerIsReadAsItArrives() throws {
        let bench = TestBench(.medium)
        bench.send("Go on.")
        var transcript = Transcript("markdown-arriving")
        bench.arrive(Chunk.content("Take **to"))
        transcript.show(bench, "strong, not closed", .medium)
        bench.arrive(Chunk.content("p_p** first:\n\n| name | n |\n|-"))
        transcript.show(bench, "a table's heading", .medium)
        bench.arrive(Chunk.content("--|--:|\n| top_p | 1 |\n\n```sw"))
        transcript.show(bench, "a table, and code begins", .medium)
        bench.arrive(Chunk.content("ift\nlet p = 0.9 // 核\n``"))
        transcript.show(bench, "code ends", .medium)
        try transcript.check()
    }

    @Test func theSourceIsShownExactlyAndBack() {
        let bench = TestBench(.medium)
        bench.send("*mine* stays")
        bench.answer("**bold** &amp; *more*")
        #expect(bench.screen.contains("bold & more"))
        #expect(bench.screen.contains("*mine* stays"))
        bench.press("<a-2>", "m")
        #expect(bench.screen.contains("**bold** &amp; *more*"))
        // What comes later is shown alike, until it is taken back.
        bench.press("<a-1>")
        bench.send("again")
        bench.answer("_x_ **y**")
        #expect(bench.screen.contains("_x_ **y**"))
        bench.press("<a-2>", "m")
        #expect(bench.screen.contains("x y"))
        #expect(bench.screen.contains("bold & more"))
        #expect(!bench.screen.contains("**"))
    }
}
