import ChatCompletions
import Conversations
import ScreenKit
import Support
import Testing
import Words
import Workbench

/// Whatever happens in whatever order, there is a screen, and nothing on it that is no text.
@Suite(.timeLimit(.minutes(1))) struct ChanceTests {
    @Test(arguments: 0..<12)
    func anythingMayHappenAtAnySize(_ seed: Int) {
        var chance = Chance(UInt64(seed))
        for _ in 0..<150 {
            chance.step()
            let grid = chance.bench.frame.grid
            #expect(grid.size == chance.bench.state.around.size)
            guard grid.faults.isEmpty else {
                Issue.record("\(grid.faults.prefix(3)) after \(chance.story.suffix(5))")
                return
            }
        }
        #expect(!chance.bench.starts.isEmpty)
    }

    @Test func everySizeHasAScreen() {
        let bench = TestBench()
        bench.press("<a-c>", "<a-c>")
        bench.send("宽 wide 👩‍👩‍👧‍👦")
        bench.arrive(Chunk.content("宽宽宽 a\u{301} " + String(repeating: "字", count: 50)))
        for rows in [1, 2, 3, 9, 10, 11, 17, 18, 27, 28] {
            for columns in [1, 2, 39, 40, 41, 71, 72, 99, 100, 300] {
                bench.resize(to: Size(rows: rows, columns: columns))
                #expect(bench.frame.grid.faults == [], "\(columns)×\(rows)")
            }
        }
    }
}

/// Random keys, clicks, sizes and events, the same ones for the same seed.
private struct Chance {
    let bench: TestBench
    private(set) var story: [String] = []
    private var dice: Dice
    private var clock = 0.0

    init(_ seed: UInt64) {
        dice = Dice(seed)
        bench = TestBench(widths: seed % 3 == 0 ? .modern : .conservative)
    }

    mutating func step() {
        switch dice.number(0...20) {
        case 0...7: press(dice.pick(Self.keys))
        case 8...9: type(dice.pick(Self.texts))
        case 10...12: point()
        case 13...17: arrive()
        case 18: resize()
        case 19: send()
        default: tell()
        }
    }

    private mutating func press(_ key: String) {
        story.append(key)
        bench.press(key)
    }

    private mutating func type(_ text: String) {
        story.append("type \(text)")
        switch dice.number(0...4) {
        case 0: bench.paste(text)
        case 1: bench.burst(text)
        default: bench.type(text)
        }
    }

    private mutating func send() {
        story.append("send")
        bench.press("<esc>", "<esc>", "<a-1>")
        bench.send(dice.pick(Self.texts))
    }

    private mutating func point() {
        let size = bench.state.around.size
        let point = Point(row: dice.number(-1...size.rows), column: dice.number(-1...size.columns))
        let action = dice.pick([Mouse.Action.press, .drag, .release, .wheelUp, .wheelDown, .move])
        story.append("\(action) at \(point.row),\(point.column)")
        bench.mouse(action, at: point)
    }

    private mutating func resize() {
        let isLarge = dice.number(0...9) == 0
        let size = Size(
            rows: dice.number(1...(isLarge ? 100 : 40)),
            columns: dice.number(1...(isLarge ? 300 : 130)))
        story.append("\(size.columns)×\(size.rows)")
        bench.resize(to: size)
    }

    private mutating func arrive() {
        let lane = dice.number(0...bench.state.session.lanes.count - 1)
        clock += 0.01
        let text = dice.pick(Self.texts)
        story.append("lane \(lane)")
        switch dice.number(0...9) {
        case 0: bench.end(dice.pick([nil, .stopped, Failure(.transport, text)]), lane: lane)
        case 1: bench.arrive(text, at: clock, lane: lane)
        case 2: bench.arrive(Chunk.thinking(text), at: clock, lane: lane)
        case 3: bench.arrive(Chunk.content(text, choice: 1), at: clock, lane: lane)
        default: bench.arrive(Chunk.content(text), at: clock, lane: lane)
        }
    }

    private mutating func tell() {
        let text = dice.pick(Self.texts)
        story.append("told \(text)")
        switch dice.number(0...7) {
        case 0:
            bench.respond(
                to: .notice(
                    Notice(Phrase(verbatim: text), isError: true, details: Phrase(verbatim: text))))
        case 1: bench.respond(to: .libraryProblem(Phrase(verbatim: text)))
        case 2: bench.list(SessionSummary.samples)
        case 3: bench.respond(to: .models(provider: "practice", .success([text])))
        case 4: bench.respond(to: .opened(.interrupted))
        case 5: bench.respond(to: .widths(dice.pick([.modern, .conservative])))
        case 6:
            bench.respond(to: .tick(Timestamp(milliseconds: Int64(dice.number(0...Int.max / 2)))))
        default: bench.respond(to: .restored(.interrupted))
        }
    }

    private static let keys =
        Command.all.flatMap { $0.keys + $0.readingKeys }
        + ["<enter>", "<enter>", "<esc>", "<esc>", "0", "9", "y", "n", "[", "\"", "<a-z>", "<a-c>"]
    private static let texts = [
        "why?", "再举一个例子。", "👩‍👩‍👧‍👦🇨🇳", "\u{1B}[2J\u{9B}31m", "\u{202E}abc", "a\r\nb\tc\n\n", "",
        "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}", "\u{0}\u{7F}\u{FEFF}", "data: {\n\n", "0.7",
        String(repeating: "word ", count: 60), String(repeating: "字", count: 200), "\u{200D}",
        "{\"a\": 1}", "-1e999", "99999999999999999999",
    ]
}
