import ChatCompletions
import Conversations
import Support
import Words
import Workbench

extension TestBench {
    /// A conversation of so many prompts, `ask 1` with `answer 1` and so on.
    static func talk(_ count: Int, _ bench: TestBench = TestBench()) -> TestBench {
        for number in 1...count {
            bench.send("ask \(number)")
            bench.answer("answer \(number)")
        }
        return bench
    }

    /// What the current lane's conversation says, from its first turn on.
    var said: [String] {
        state.session.tree.path(to: state.current.head).map(\.message.content)
    }

    /// What the last request carried.
    var sent: [String] { starts.last?.request.messages.map(\.content) ?? [] }

    var selected: String? { state.selectedTurn?.message.content }
    var notice: String? { state.screen.notice?.text.english }
}
