import ChatCompletions
import Conversations
import ScreenKit

/// What a pane shows, as a text for the clipboard: exact, not as it is wrapped on the screen.
extension State {
    mutating func copyWhatIsShown() -> [Effect] {
        if let text = shownText { return [.copy(text)] }
        notice = Notice(
            focus == .conversation || focus == .composer
                ? "There is no answer to copy yet." : "There is nothing to copy here yet.")
        return []
    }

    private var shownText: String? {
        switch focus {
        case .composer, .conversation: lastAnswer
        case .parameters: parameterText
        case .traffic: trafficText
        case .usage: usageText
        }
    }

    private var lastAnswer: String? {
        session.tree.path(to: current.head).last {
            $0.message.role == .assistant && !$0.textToCopy.isEmpty
        }?.textToCopy
    }

    /// The selected parameter's value; where nothing is set, the request as it would be sent.
    private var parameterText: String? {
        selectedParameter?.value?.text ?? request(of: current).body().text
    }

    // MARK: Traffic

    private var trafficText: String? {
        switch traffic.tab {
        case .events: eventsText
        case .request: traffic.previews ? nextRequest.body().text : requestText
        case .response: responseText
        }
    }

    /// The data of the event that is open or selected, else all events that are in memory.
    private var eventsText: String? {
        let log = current.traffic
        if let number = traffic.unfolded ?? traffic.selected {
            return log.rows.first { $0.number == number }?.data
        }
        guard !log.rows.isEmpty else { return nil }
        let lines = log.rows.map { "\($0.time.secondsText)\t\($0.summary.label)\t\($0.data)" }
        let dropped = log.droppedCount
        let rest = dropped > 0 ? ["… \(dropped) earlier events are in the library"] : []
        return (rest + lines).joined(separator: "\n")
    }

    private var requestText: String? {
        guard let request = current.traffic.request else { return nil }
        return Self.message(
            "\(request.method) \(request.url)", request.headers,
            String(decoding: request.body, as: UTF8.self))
    }

    private var responseText: String? {
        let log = current.traffic
        guard let head = log.head else { return log.end?.failure?.sentence }
        let rest = log.byteCount - log.bodyStart.count
        let body = String(decoding: log.bodyStart, as: UTF8.self)
        return Self.message(
            "\(head.version) \(head.status) \(head.reason)", head.headers,
            rest > 0 ? body + "\n… \(rest.bytesText) more in the library" : body)
    }

    private static func message(_ first: String, _ headers: [Header], _ body: String) -> String {
        ([first] + headers.map { "\($0.name): \($0.value)" } + ["", body]).joined(separator: "\n")
    }
}
