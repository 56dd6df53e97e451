import ScreenKit

/// A message's whole text.
extension State {
    mutating func openDetails() {
        let message = screen.notice ?? screen.notices.last
        let problem = screen.notice == nil ? around.libraryProblem : nil
        let texts = [message.map { $0.details.isEmpty ? $0.text : $0.details }, problem]
        let text = texts.compactMap(\.self).joined(separator: "\n\n")
        guard !text.isEmpty else { return }
        open(MessageDialog(title: "Message", text: text))
    }
}
