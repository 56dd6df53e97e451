import Foundation
import Support
import Testing

extension TourRow {
    /// Text marked by mouse and keys, and what is copied in which form.
    static let selecting = TourRow(
        name: "selecting", scripts: { _ in [Script.answer([answer])] }
    ) { tour in
        try await tour.asks("Words?", shows: "the end, 到此为止。")
        try await drags(tour)
        try await scrolls(tour)
        try await usesKeys(tour)
        try await copiesInForms(tour)
        try await copiesOtherPanes(tour)
    }

    private static let long = (1...60).map { "word-\($0)" }.joined(separator: " ")
    private static let answer = """
        \(long)

        用一句话解释核采样的原理，再 **举例**。

        - one item, wrapped where it must be because it has many words in it
        - 第二项：中文的一项

        | 名 | name |
        |---|---|
        | 温度 | temperature |

        the end, 到此为止。
        """

    private static func drags(_ tour: Tour) async throws {
        try await tour.drag("第二项", to: "中文的一项", shows: "9 ")
        try await tour.holds("第二项：中文的一项")
        try await tour.click("解释", times: 2)
        try await tour.holds("解释")
        try await tour.click("one item", times: 3)
        try await tour.holds("- one item, wrapped where it must be because it has many words in it")
        try await tour.drag("温度", to: "到此为止。")
        try await tour.holds("温度\ttemperature\n\nthe end, 到此为止。")
        try await tour.keys("Escape")
    }

    /// The mouse waits above the pane until its beginning is there.
    private static func scrolls(_ tour: Tour) async throws {
        let from = try await tour.screen.place(of: "the end")
        try await tour.screen.mouse(.press, row: from.row, column: from.column + 6)
        try await tour.screen.mouse(.drag, row: 1, column: 0)
        try await tour.look("mouse: held at 1,0", shows: ["Words?"])
        try await tour.screen.mouse(.release, row: 1, column: 0)
        try await eventually("all of it") {
            let text = try await tour.screen.clipboard
            return text.contains("\n\(long)\n\n用一句话") && text.hasSuffix("the end")
        }
        try await tour.look("mouse: let go")
        try await tour.keys("Escape")
    }

    private static func usesKeys(_ tour: Tour) async throws {
        try await tour.keys("G")
        try await tour.click("解释")
        try await tour.keys("v")
        try await tour.keys("w", "w", "y")
        try await tour.holds("解释核采样")
        try await tour.click("第二项")
        try await tour.keys("V", "k", "Enter")
        try await tour.holds(
            "- one item, wrapped where it must be because it has many words in it\n- 第二项：中文的一项")
        try await tour.keys("v", "v", "l", "o", "h", "Space", "$")
        try await tour.keys("Escape")
        try await tour.keys("y")
        try await tour.holds(answer)
    }

    private static func copiesInForms(_ tour: Tour) async throws {
        try await tour.keys("M-C", shows: "curl", "Python")
        try await tour.click(tour.either("Text", "文本"))
        try await tour.holds(answer)
        try await tour.keys("M-C", shows: "curl", "Python")
        try await tour.types("curl", shows: "curl")
        try await tour.keys("Enter")
        try await tour.copied("curl ", "Words?", "/chat/completions")
        try await tour.keys("M-C", shows: "Python")
        try await tour.types("python", shows: "Python")
        try await tour.keys("Enter")
        try await tour.copied("import ", "Words?")
        try await tour.keys("M-C", "Down", "Enter")
        try await tour.copied("\"role\"", "到此为止。")
    }

    private static func copiesOtherPanes(_ tour: Tour) async throws {
        try await tour.keys("M-4", "y")
        try await tour.copied("[DONE]")
        try await tour.keys("l", "y")
        try await tour.copied("POST http", "Words?")
        try await tour.keys("M-3", "y")
        try await tour.copied("\"messages\"")
        // How long the figures are is chance.
        try await tour.screen.press("M-5", "y")
        try await tour.copied("200", "stop")
    }
}
