import Foundation
import Support
import Testing

extension TourRow {
    /// A prompt written with all that an editor has, in a mixed text.
    static let composer = TourRow(
        name: "composer", environment: ["VISUAL": "sed -i 's/采样/sampling 采样/'"]
    ) { tour in
        try await goesByWords(tour)
        try await marks(tour)
        try await grows(tour)
        try await isElsewhere(tour)
        try await findsEarlierOnes(tour)
    }

    private static func goesByWords(_ tour: Tour) async throws {
        try await tour.types("用一句话解释核采样的原理 please", shows: "please")
        try await tour.keys("C-Left", "C-Left")
        try await tour.keys("C-w", shows: "核采样原理 please")
        try await tour.keys("M-u", shows: "核采样的原理 please")
        try await tour.keys("M-U", shows: "核采样原理 please")
        try await tour.keys("M-d", shows: "核采样 please")
        try await tour.keys("C-y", "C-a", "C-k", shows: tour.either("› type a prompt", "› 输入提示词"))
        try await tour.keys("C-y", shows: "› 用一句话解释核采样原理 please")
    }

    private static func marks(_ tour: Tour) async throws {
        try await tour.keys("S-Left", "S-Left", "S-Left")
        try await tour.keys("C-IC")
        try await tour.holds("ase")
        try await tour.types("ASE", shows: "pleASE")
        try await tour.click("解释", times: 2)
        try await tour.keys("C-IC")
        try await tour.holds("解释")
        try await tour.drag("核采样", to: "原理")
        try await tour.keys("C-IC")
        try await tour.holds("核采样原理")
        try await tour.click("pleASE")
        try await tour.keys("C-e")
    }

    private static func grows(_ tour: Tour) async throws {
        try await tour.keys("M-Enter")
        try await tour.types("second 第二行", shows: "second 第二行")
        try await tour.keys("C-j")
        let lines = (1...3000).map { "\($0) 号：一行 pasted text" }
        try await tour.pastes(
            lines.joined(separator: "\n"), as: "3000 lines", shows: "3000 号：一行 pasted text")
        try await tour.keys("PPage")
        try await tour.keys("M-u", shows: "second 第二行", hides: ["3000 号"])
        try await tour.keys("BSpace", "C-u", "BSpace", hides: ["第二行"])
    }

    private static func isElsewhere(_ tour: Tour) async throws {
        try await tour.keys("C-x", shows: "› 用一句话解释核sampling 采样原理 pleASE")
        try await eventually("the draft is kept") {
            try tour.desk.libraryHolds("解释核sampling 采样原理 pleASE")
        }
        kill(try tour.screen.fader, SIGKILL)
        try await tour.opensAgain(
            "killed; opens again", shows: "› 用一句话解释核sampling 采样原理 pleASE",
            tour.either("What you were writing is back", "已恢复上次的草稿"))
    }

    private static func findsEarlierOnes(_ tour: Tour) async throws {
        try await tour.asks("!", shows: "pleASE!")
        #expect(
            try tour.messagesSent() == [["user", "用一句话解释核sampling 采样原理 pleASE!"]])
        try await tour.asks("And then?")
        try await tour.keys("Up", shows: "› And then?")
        try await tour.keys("Up", shows: "› 用一句话")
        try await tour.keys("Down", "Down", shows: tour.either("› type a prompt", "› 输入提示词"))
        try await tour.keys("M-/", shows: tour.either("Earlier prompts", "历史提示词"))
        try await tour.types("原理", shows: "原理")
        try await tour.keys("Enter", shows: "› 用一句话")
    }
}
