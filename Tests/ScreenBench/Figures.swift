import ChatCompletions
import Conversations
import ScreenKit
import Support
import Workbench

/// A letter and the frame that shows it.
func key(in bench: TestBench) -> Double {
    milliseconds { _ in
        bench.type("x")
        _ = bench.frame
    }
}

func frame(of bench: TestBench) -> Double {
    milliseconds { _ in _ = bench.frame }
}

/// One line on in what is shown, and the frame.
func step(in bench: TestBench) -> Double {
    milliseconds { _ in
        bench.press("<down>")
        _ = bench.frame
    }
}

func open(_ session: Session) -> Double {
    milliseconds(rounds: 7) { _ in
        let bench = TestBench()
        bench.respond(to: .opened(session))
        _ = bench.frame
    }
}

func keyInPreview(_ count: Int) -> Double {
    let bench = conversation(count)
    bench.press("<a-r>", "<a-1>")
    return key(in: bench)
}

func frameOfSessions(_ count: Int) -> Double {
    let bench = TestBench()
    bench.press("<c-o>")
    bench.list((0..<count).map(summary))
    return frame(of: bench)
}

/// The chunks of a line at the end of a Markdown answer of so many bytes, each with its frame: what one
/// of them costs. Some of them cost more than others, so that a line is what is compared.
func chunk(after size: Int, _ kind: MarkdownKind) -> Double {
    let bench = TestBench(.wide)
    bench.send("go")
    bench.arrive(Chunk.content(kind.text(size)))
    let chunks = kind.line.split(separator: " ", omittingEmptySubsequences: false)
        .map { Chunk.content($0 + ($0.hasSuffix("\n") ? "" : " ")) }
    let line = milliseconds(rounds: 101) { _ in
        for chunk in chunks {
            bench.arrive(chunk)
            _ = bench.frame
        }
    }
    return line / Double(chunks.count)
}

enum MarkdownKind {
    case table, code, list

    var line: String {
        switch self {
        case .table: "| a word 一词 | and *its* value |\n"
        case .code: "let word = \"一词\" // and what it is\n"
        case .list: "- a **word** 一词 and what it is\n"
        }
    }

    func text(_ size: Int) -> String {
        let start =
            switch self {
            case .table: "| word | value |\n|---|---|\n"
            case .code: "```swift\n"
            case .list: ""
            }
        return start + String(repeating: line, count: size / line.utf8.count)
    }
}

// MARK: What is measured

func conversation(_ count: Int) -> TestBench {
    let bench = TestBench()
    bench.respond(to: .opened(session(count)))
    return bench
}

func session(_ count: Int) -> Session {
    var turns: [Turn] = []
    for number in 0..<count {
        let isPrompt = number.isMultiple(of: 2)
        var turn = Turn(
            id: TurnID(rawValue: "\(number)"), parent: turns.last?.id,
            message: Message(isPrompt ? .user : .assistant, text(number)), created: .today)
        if !isPrompt { turn.provider = "practice" }
        turns.append(turn)
    }
    return Session(
        id: SessionID(rawValue: "s"), title: "a long one", created: .today, updated: .today,
        settings: .practice, turns: turns, head: turns.last?.id)
}

private func text(_ number: Int) -> String {
    "\(number). top_p 是把候选词按概率从高到低累加，到这个值为止；temperature flattens or sharpens the whole curve. "
        + "Both change how the next token is drawn, and one of them is mostly enough."
}

func summary(_ number: Int) -> SessionSummary {
    SessionSummary(
        id: SessionID(rawValue: "s\(number)"), title: "title \(number)", created: .today,
        updated: .today, turnCount: 2)
}

/// An event of so many bytes, open in the traffic pane, which has the focus.
func unfolded(_ size: Int) -> TestBench {
    let bench = TestBench()
    bench.send("go")
    bench.arrive(Chunk.content(String(repeating: "word 词 ", count: size / 9)))
    bench.press("<a-4>", "<enter>")
    return bench
}

func prompt(_ size: Int) -> TestBench { writing(size, in: TestBench()) }

func systemPrompt(_ size: Int) -> TestBench {
    let bench = TestBench()
    bench.press("<a-y>")
    return writing(size, in: bench)
}

private func writing(_ size: Int, in bench: TestBench) -> TestBench {
    bench.paste(String(repeating: "a line of a long prompt, 一行提示词\n", count: size / 41))
    return bench
}
