import ChatCompletions
import Conversations
import Foundation
import Glibc
import ScreenKit
import Support
import Workbench

/// What the workbench as a value costs when there is much in it, in ms on a processor, beside the
/// same with little in it. `make bench` runs it.
///
///     screen-bench [WORD]    only the figures whose title has the word
@main
enum Main {
    static func main() {
        let word = CommandLine.arguments.dropFirst().first ?? ""
        printRow("much in the workbench, ms CPU", "much", "little", "ratio", "aim")
        for figure in figures where figure.title.contains(word) || word.isEmpty {
            let (small, large) = (figure.small(), figure.large())
            let numbers = [large, small, large / small].map { String(format: "%.2f", $0) }
            printRow(figure.title, numbers[0], numbers[1], numbers[2], figure.aim)
        }
    }

    private static func printRow(
        _ title: String, _ much: String, _ little: String, _ ratio: String, _ aim: String
    ) {
        func right(_ text: String, _ width: Int) -> String {
            String(repeating: " ", count: max(1, width - text.count)) + text
        }
        print(
            title + right(much, 60 - title.count) + right(little, 13) + right(ratio, 9), "  " + aim)
    }

    private static let figures = [
        Figure("key, session of 10,000 turns to 20", aim: "2 x", 20, 10_000) {
            key(in: conversation($0))
        },
        Figure("opened and shown, 10,000 turns to 20", aim: "60 ms", 20, 10_000) {
            open(session($0))
        },
        Figure("next request, a key, 1,000 turns to 20", aim: "3 ms", 20, 1_000) {
            keyInPreview($0)
        },
        Figure("sessions, a frame, 100,000 to 500", aim: "1 ms", 500, 100_000) {
            frameOfSessions($0)
        },
        Figure("event unfolded, a frame, 0.9 MB to 0.9 kB", aim: "1 ms", 900, 900_000) {
            frame(of: unfolded($0))
        },
        Figure("event unfolded, a step, 0.9 MB to 0.9 kB", aim: "3 ms", 900, 900_000) {
            step(in: unfolded($0))
        },
        Figure("chunk of a Markdown table, 1 MB to 4 kB", aim: "1.1 x", 4_000, 1_000_000) {
            chunk(after: $0, .table)
        },
        Figure("chunk of Markdown code, 1 MB to 4 kB", aim: "1.1 x", 4_000, 1_000_000) {
            chunk(after: $0, .code)
        },
        Figure("chunk of a Markdown list, 1 MB to 4 kB", aim: "1.1 x", 4_000, 1_000_000) {
            chunk(after: $0, .list)
        },
        Figure("key in a prompt, 1 MB to 1 kB", aim: "2 ms", 1_000, 1_000_000) {
            key(in: prompt($0))
        },
        Figure("key in a system prompt, 1 MB to 1 kB", aim: "2 ms", 1_000, 1_000_000) {
            key(in: systemPrompt($0))
        },
    ]
}

/// A figure at a small and at a large size.
struct Figure: Sendable {
    let title: String
    let aim: String
    let small: @Sendable () -> Double
    let large: @Sendable () -> Double

    init(
        _ title: String, aim: String, _ small: Int, _ large: Int,
        measure: @escaping @Sendable (Int) -> Double
    ) {
        (self.title, self.aim) = (title, aim)
        (self.small, self.large) = ({ measure(small) }, { measure(large) })
    }
}

/// Milliseconds of this thread on a processor: the median of some rounds, the first ones left out.
func milliseconds(rounds: Int = 21, _ work: (Int) -> Void) -> Double {
    let times = (0..<rounds + 2).map { round in
        let start = processorTime
        work(round)
        return processorTime - start
    }
    return times.dropFirst(2).sorted()[rounds / 2] * 1e3
}

private var processorTime: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
