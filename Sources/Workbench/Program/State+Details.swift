import ScreenKit

/// A message's whole text.
extension State {
    mutating func openDetails() {
        let message = screen.notice ?? screen.notices.last
        let said = message.map { $0.details.isEmpty ? $0.text : $0.details } ?? ""
        let problem = screen.notice == nil ? around.libraryProblem ?? "" : ""
        let texts = said.contains(problem) ? [said] : [said, problem]
        let text = texts.filter { !$0.isEmpty }.joined(separator: "\n\n")
        guard !text.isEmpty else { return }
        open(MessageDialog(title: "Message", text: text))
    }
}
