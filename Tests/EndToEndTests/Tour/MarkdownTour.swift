import Foundation
import Support
import Testing

extension TourRow {
    /// An answer with everything that Markdown has, read while it arrives and afterwards.
    static let markdown = TourRow(
        name: "markdown", scripts: { [Script.answer([beginning], until: $0[0], then: [rest])] }
    ) { tour in
        try await arrives(tour)
        try await isRead(tour)
        try await isTaken(tour)
    }

    private static func arrives(_ tour: Tour) async throws {
        try await tour.screen.type("Markdown?")
        try await tour.screen.shows("› Markdown?")
        try await tour.keys("Enter", shows: "重点：请先改一个参数", "leaves out")
        #expect(try await tour.screen.text.isAnswering)
        tour.gates[0].open()
        try await tour.isAnswered()
        try await tour.look("the answer ends", shows: ["两边都对。", "[x] read"])
    }

    private static func isRead(_ tour: Tour) async throws {
        try await tour.keys("M-2", "g", shows: "Sampling 采样")
        try await tour.wheel(4, at: "Sampling 采样", shows: "核采样")
        try await tour.keys("M-z", shows: tour.either("zoomed", "已放大"))
        try await tour.keys("m", "g", shows: "# Sampling *采样*", "> **重点：**请先")
        try await tour.keys("G", shows: "[the guide](https://example.com/guide)")
        try await tour.keys("m", shows: "the guide and under")
        try await tour.keys("Escape", hides: [tour.either("zoomed", "已放大")])
    }

    private static func isTaken(_ tour: Tour) async throws {
        try await tour.keys("L", shows: "https://example.com/guide", "https://example.com/温度")
        try await tour.keys("Down", "Enter", hides: ["https://example.com/guide"])
        try await tour.holds("https://example.com/温度")
        try await tour.keys("Y")
        try await tour.holds(code)
        try await tour.keys("y")
        try await tour.holds(beginning + rest)
    }

    private static let code = """
        def draw(words, p=0.9):
            # 从最可能的词开始
            return [w for w in words if w.share >= p]
        """

    private static let beginning = """
        # Sampling *采样*

        A model *draws* a word; **重点：**请先读这一段，再看 `top_p` 的说明。

        > **重点：**请先改一个参数。
        >
        > And then one more, ~~never~~ rarely two.

        1. Send it once.
        2. Turn **one** knob:
           - `temperature`，温度
           - `top_p`，核采样
        3. Compare.

        | knob | 中文名 | what it does |
        |:--|:-:|--:|
        | `temperature` | 温度 | bolder words |
        | `top_p` | 核采样 | leaves out the tail，
        """

    private static let rest = """
        尾部的词 |
        | `max_tokens` | 长度上限 | ends it |

        ```python
        \(code)
        ```

        ---

        More in [the guide](https://example.com/guide) and under [温度](https://example.com/温度), \
        **both** right.

        - [x] read
        - [ ] done

        两边都对。
        """
}
