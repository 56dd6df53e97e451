import ScreenKit
import Words

/// A message's whole text.
extension State {
    mutating func openDetails() {
        let message = screen.notice ?? screen.notices.last
        let said = message.map { $0.details.isEmpty ? $0.text : $0.details } ?? .empty
        let problem = screen.notice == nil ? around.libraryProblem ?? .empty : .empty
        let texts = said.english.contains(problem.english) ? [said] : [said, problem]
        let text = texts.filter { !$0.isEmpty }.joined(separator: "\n\n")
        guard !text.isEmpty else { return }
        open(MessageDialog(title: .message, text: text))
    }
}
