import ChatCompletions
import Conversations
import Words

/// The open tab as a text for the clipboard.
extension TrafficPane {
    func text(of traffic: Traffic) -> String? {
        switch tab {
        case .events: eventsText(of: traffic.log, traffic.language)
        case .request: traffic.requestText
        case .response: traffic.responseText
        }
    }

    /// The data of the event that is open or selected, else all events that are in memory.
    private func eventsText(of log: EventLog, _ language: Language) -> String? {
        if let number = unfolded ?? selected {
            return log.rows.first { $0.number == number }?.data
        }
        guard !log.rows.isEmpty else { return nil }
        let lines = log.rows.map { row in
            "\(row.time.secondsText)\t\(row.summary(in: language).label)\t\(row.data)"
        }
        let dropped = log.droppedCount
        let rest = dropped > 0 ? [Phrase.earlierInLibrary(dropped).text(in: language)] : []
        return (rest + lines).joined(separator: "\n")
    }
}

extension Traffic {
    fileprivate var requestText: String? {
        guard let request = take?.request else { return nil }
        return Self.message(
            "\(request.method) \(request.url)", request.headers,
            String(decoding: request.body, as: UTF8.self))
    }

    fileprivate var responseText: String? {
        guard let head = take?.head else {
            return take?.end?.failure?.sentence.text(in: language)
        }
        let rest = log.byteCount - log.bodyStart.count
        let body = String(decoding: log.bodyStart, as: UTF8.self)
        return Self.message(
            "\(head.version) \(head.status) \(head.reason)", head.headers,
            rest > 0
                ? body + "\n" + Phrase.moreInLibrary(rest.bytesText).text(in: language) : body)
    }

    private static func message(_ first: String, _ headers: [Header], _ body: String) -> String {
        ([first] + headers.map { "\($0.name): \($0.value)" } + ["", body]).joined(separator: "\n")
    }
}
