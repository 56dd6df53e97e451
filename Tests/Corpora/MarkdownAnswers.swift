/// Markdown as models write it, all but the last ones short.
package enum MarkdownAnswers {
    package static let all = [
        "**重点：**请先读 `top_p` 的说明，再调 *temperature*。\n\n两者不要同时改。\n",
        """
        # Nucleus sampling

        Sampling from the *smallest* set whose mass reaches **p**.

        ## Steps

        1. Sort the probabilities.
        2. Cut at `p`:
           - keep the head
           - drop the tail
        3. Renormalise.

        > It is **not** top-k.
        > See <https://example.com/a_b?c=1>.
        """,
        """
        参数对比如下：

        | 参数 | default | 效果 |
        |:-----|--------:|:----:|
        | temperature | 0.7 | 越高越**随机** |
        | top_p | 1 | 截去概率最低的尾部 👍🏽 |
        | `stop` | `"\\n\\n"` \\| 。 | 遇到就停，很长的一格要折行，不能把别的列挤出屏幕 |

        以上。
        """,
        """
        ```python
        def nucleus(probs, p):
            \"\"\"累加到 p 为止。
            第二行\"\"\"
            order = sorted(probs, reverse=True)  # 降序
            return cut(order, 0.95)
        ```

        然后运行：

        ~~~~bash
        $ python3 nucleus.py --p 0.9 | tee "out put.txt"
        ~~~~
        """,
        "一行\n两行  \n三行\\\n四行\n\n---\n\n***\n___\n结束",
        "- 一\n- 二\n\n  续段\n\n      indented code\n- 三\n  1. 甲\n  2. 乙\n     > 引用\n     > ```c\n     > int main(void) { return 0; }\n     > ```\n* 新列表\n",
        "Title\n=====\n\nSubtitle\n---\n\ntext with `code ``and`` ticks` and ``a ` b``\n",
        "[Fader](https://example.com/fader \"the title\") 和 ![图](a.png)，<me@example.com>，https://example.com/路径。\n\n[ref]: https://example.com/ref\n\n见 [ref] 和 [另一个][ref]，还有 [没有][none]。\n",
        "<details>\n<summary>更多</summary>\n\n里面的 *内容*<br>换行\n\n</details>\n\n结尾 <b>粗</b> &amp; &#20320; &nbsp; &unknown;\n",
        "未闭合的 **强调 和 `代码 以及 [链接](https://example.com/a",
        "```json\n{\"name\": \"值\", \"list\": [1, 2.5e3, true, null]}\n```\n```yaml\nkey: value # 注\n- item: \"x\"\n```\n```toml\n[a]\nb = 'c'\n```\n```sql\nSELECT * FROM t WHERE a = 'b' -- c\n```\n```diff\n+ added\n- removed\n@@ -1 +1 @@\n```\n```html\n<p class=\"x\">text</p><!-- c\n c -->\n```\n",
        "> 引用一\n继续\n>\n> > 二层\n> - 表\n>   - 深\n\n外面\n",
        "a | b\n- | -\n1 | 2\n3 | 4\nno bar\n\n|x|\n|-|\n|很长的单元格|\n",
        "1) one\n2) two\n10) ten\n\n3. three\n1. again\n\n- [ ] todo\n- [x] done\n",
        "~~删~~ 和 ~一个~ 与 ***都*** 以及 _下划线_ snake_case_name 2*3*4 与 **（注）**请\n",
        "Text\r\nwith returns\r\n\r\n- a\r\n- b\r\n\r\n```\r\ncode\r\n```\r\n",
        "\tindented\n\tcode\n\n\n\tmore\ntext\n\n    - not a list\n",
        "👩‍👩‍👧‍👦 🇨🇳 ❤️ e\u{301}tude **क्षि** ก็ 👍🏽 \u{1b}[2J \u{202e}desrever\n\n| 👩‍👩‍👧 | \u{202e} |\n|---|---|\n| e\u{301} | \u{1b}[31m |\n",
        "-\n-   \n- x\n\n>\n\n1.\n\n#\n## \n```\n```\n",
        String(repeating: "一个很长的句子没有换行，但是有句号。", count: 120) + String(repeating: "x", count: 13_000)
            + "\n\n" + String(repeating: "line of a long paragraph\n", count: 300)
            + "\n| a | b |\n|---|---|\n"
            + (1...20).map { "| row \($0) | value 值 \($0) |\n" }.joined(),
    ]
}
