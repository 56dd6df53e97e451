import ChatCompletions
import Glibc

/// Prints the text of an answer while it grows, one choice after the other.
///
/// With several choices the first streams, and those that arrive meanwhile wait for their turn.
struct AnswerPrinter {
    private enum Part { case nothing, reasoning, content, refusal }

    private let output = StandardStream.output
    private let showsReasoning: Bool
    private let isNumbered: Bool
    private var open = 0
    /// The texts of each, joined: a choice may come in very many pieces.
    private var waiting: [Int: ChoiceDelta] = [:]
    private var part = Part.nothing
    private var endsLine = true
    private var finished: Set<Int> = []

    init(request: ChatRequest, showsReasoning: Bool) {
        self.showsReasoning = showsReasoning
        isNumbered = (request.parameters["n"]?.int ?? 1) > 1
    }

    mutating func show(_ delta: Delta) throws {
        for choice in delta.choices {
            if choice.index == open {
                try write(choice)
            } else {
                hold(choice)
            }
            if choice.finishReason != nil { finished.insert(choice.index) }
        }
        while isNumbered, finished.contains(open) { try openNext(open + 1) }
    }

    /// What still waits, and the end of the last line on a terminal.
    mutating func end() throws {
        for index in waiting.keys.sorted() where index != open { try openNext(index) }
        if output.isTerminal { try endLine() }
    }

    private mutating func openNext(_ index: Int) throws {
        open = index
        part = .nothing
        if let choice = waiting.removeValue(forKey: index) { try write(choice) }
    }

    private mutating func hold(_ choice: ChoiceDelta) {
        let index = choice.index
        if showsReasoning {
            waiting[index, default: ChoiceDelta(index: index)].reasoning += choice.reasoning
        }
        waiting[index, default: ChoiceDelta(index: index)].content +=
            choice.content + choice.refusal
    }

    private mutating func write(_ choice: ChoiceDelta) throws {
        if showsReasoning, !choice.reasoning.isEmpty {
            try enter(.reasoning)
            try write(reasoning: choice.reasoning)
        }
        if !choice.content.isEmpty {
            try enter(.content)
            try write(choice.content)
        }
        // What the model has to say in place of an answer.
        if !choice.refusal.isEmpty {
            try enter(.refusal)
            try write(choice.refusal)
        }
    }

    private mutating func enter(_ next: Part) throws {
        guard part != next else { return }
        if part == .nothing, isNumbered || open > 0 {
            try endLine()
            try write("── \(open + 1) ──\n")
        } else if part != .nothing {
            try endLine()
            try write("\n")
        }
        part = next
    }

    private mutating func endLine() throws {
        if !endsLine { try write("\n") }
    }

    private mutating func write(_ text: String) throws {
        try output.write(text)
        endsLine = text.utf8.last == UInt8(ascii: "\n")
    }

    /// Dim on a terminal that may show colours.
    private mutating func write(reasoning text: String) throws {
        let isDim = output.isTerminal && getenv("NO_COLOR") == nil
        if isDim { try output.write(Array("\u{1B}[2m".utf8)) }
        try write(text)
        if isDim { try output.write(Array("\u{1B}[22m".utf8)) }
    }
}
