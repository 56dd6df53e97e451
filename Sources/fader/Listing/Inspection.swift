import ChatCompletions
import Words

/// An event stream as lines: one for each event, and what the whole of it amounts to.
struct Inspection {
    enum Form { case text, json }

    let form: Form
    private var decoder = EventStreamDecoder()
    private let start = ContinuousClock.now
    private var comments: [String] = []
    private var eventCount = 0

    init(form: Form) { self.form = form }

    /// The lines for what these bytes completed.
    mutating func lines(for bytes: [UInt8]) -> String {
        var lines = ""
        for item in decoder.feed(bytes) { lines += line(for: item) }
        return lines
    }

    /// What is left when the body has ended.
    mutating func lastLines() -> String {
        let pending = decoder.finish()
        switch form {
        case .json: return summary(pending).text + "\n"
        case .text:
            let rest =
                pending.map { "\(time)  \(Phrase.unfinished.here)  \(oneLine($0.data))\n" } ?? ""
            let sum = Phrase.inspected(
                events: eventCount, comments: comments.count, lastID: decoder.lastEventID,
                retry: decoder.retry)
            return rest + sum.here + "\n"
        }
    }

    private mutating func line(for item: EventStreamDecoder.Item) -> String {
        switch item {
        case .event(let event):
            eventCount += 1
            return form == .json ? object(event).text + "\n" : "\(time)  \(words(event))\n"
        case .comment(let text):
            comments.append(text)
            return form == .json ? "" : "\(time)  :\(oneLine(text))\n"
        case .retry(let milliseconds):
            return form == .json ? "" : "\(time)  \(Phrase.retry(milliseconds).here)\n"
        case .oversized(let count):
            return form == .json ? "" : "\(time)  \(Phrase.longEvent(count).here)\n"
        }
    }

    private func words(_ event: ServerSentEvent) -> String {
        let id = event.id.isEmpty ? "" : " #\(event.id)"
        return "\(event.type)\(id)  \(oneLine(event.data))"
    }

    private func object(_ event: ServerSentEvent) -> JSONValue {
        [
            "event": .string(event.type), "data": .string(event.data), "id": .string(event.id),
        ]
    }

    private func summary(_ pending: ServerSentEvent?) -> JSONValue {
        [
            "retry": JSONValue(decoder.retry),
            "last_event_id": .string(decoder.lastEventID),
            "comments": .array(comments.map(JSONValue.string)),
            "pending": pending.map(object) ?? .null,
        ]
    }

    /// Seconds since the start, in a column.
    private var time: String {
        (ContinuousClock.now - start).seconds(decimals: 3, width: 9)
    }

    private func oneLine(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "⏎")
    }
}
