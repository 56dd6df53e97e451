import ChatCompletions
import Conversations
import ScreenKit
import Words

/// An event, the request that was sent, the response as styled text.
extension Traffic {
    func text(of subject: TrafficPage.Subject) -> StyledText {
        var text = StyledText()
        switch subject {
        case .event(let number): add(event: number, to: &text)
        case .request: addRequest(to: &text)
        case .response: addResponse(to: &text)
        }
        return text
    }

    func row(_ number: Int) -> StreamEvent? { log.rows.first { $0.number == number } }

    private func add(event number: Int, to text: inout StyledText) {
        guard let row = row(number) else {
            return text.fact(say(.eventForgotten))
        }
        let title = Phrase.event(number, row.label, at: row.time.secondsText)
        text.fact(say(title), .strong)
        text.add(body: Array(row.data.utf8))
    }

    private func addRequest(to text: inout StyledText) {
        guard let request = take?.request else { return text.fact(say(.nothingSent)) }
        text.fact("\(request.method) \(request.url)", .strong)
        if let proxy = request.proxy { text.fact(say(.throughProxy(proxy))) }
        text.add(request.headers)
        text.fact("")
        text.add(body: request.body)
    }

    private func addResponse(to text: inout StyledText) {
        guard let head = take?.head else {
            let failure = take?.end?.failure
            return text.fact(
                say(failure?.sentence ?? .noResponse), failure == nil ? .dim : .error)
        }
        text.fact("\(head.version) \(head.status) \(head.reason)", .strong)
        text.fact(say(connection(head)))
        if let timings = take?.end?.timings, let phases = phases(timings) {
            text.fact(say(phases))
        }
        text.add(head.headers)
        text.fact("")
        addDetails(to: &text)
        text.add(body: log.bodyStart)
        let rest = log.byteCount - log.bodyStart.count
        if rest > 0 { text.fact(say(.moreInLibrary(rest.bytesText))) }
    }

    /// What the chunks said beyond the answer, each member with its last value.
    private func addDetails(to text: inout StyledText) {
        let pairs = details()
        if pairs.isEmpty { return }
        for pair in pairs { text.add(pair.name + " ", Face(.jsonName), pair.value) }
        text.fact("")
    }

    /// What the time before the answer went to; a kept connection has no steps of its own.
    private func phases(_ timings: Timings) -> Phrase? {
        let all: [(Phrase, Duration?)] = [
            (.nameStep, timings.nameLookup), (.connectStep, timings.connected),
            (.tlsStep, timings.tls), (.firstByteStep, timings.firstByte),
            (.endStep, timings.completed),
        ]
        let steps = all.compactMap { name, time in time.map { Phrase.step(name, $0) } }
        return steps.isEmpty ? nil : steps.joined(separator: " · ")
    }

    private func connection(_ head: ResponseHead) -> Phrase {
        .came(from: head.remoteAddress, after: head.time, isReused: head.reusedConnection)
    }

    private func say(_ phrase: Phrase) -> String { phrase.text(in: language) }
}

/// Bytes and headers in lines.
extension StyledText {
    /// A line that is cut rather than wrapped.
    mutating func fact(_ fact: String, _ face: Face = .dim) {
        line(fact, face, .unwrapped)
    }

    fileprivate mutating func add(_ headers: [Header]) {
        for header in headers { add(header.name + ": ", Face(.wireName), header.value) }
    }

    /// A name and its value, wrapped beside it.
    fileprivate mutating func add(
        _ name: String, _ nameFace: Face, _ value: String, _ face: Face = .text
    ) {
        begin(ParagraphStyle(leastColumns: 8), label: name, nameFace)
        append(value + "\n", face)
    }

    /// JSON set out in lines; anything else as it stands.
    fileprivate mutating func add(body: [UInt8]) {
        if let value = try? JSONValue(parsing: body) {
            let lines = value.pretty.split(separator: "\n", omittingEmptySubsequences: false)
            return add(jsonLines: lines)
        }
        begin()
        let lines = String(decoding: body, as: UTF8.self)
            .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for line in lines { append(line + "\n", Face(.eventData)) }
    }

    mutating func add(jsonLines lines: some Sequence<Substring>) {
        for line in lines { add(json: line) }
    }

    /// A line of pretty JSON: the member's name, then its value.
    mutating func add(json line: Substring) {
        let rest = line.drop { $0 == " " }
        guard rest.first == "\"", let colon = rest.firstRange(of: "\": ") else {
            begin()
            return append(line + "\n", Self.face(ofValue: rest))
        }
        let value = rest[colon.upperBound...]
        add(
            String(line[..<colon.upperBound]), Face(.jsonName), String(value),
            Self.face(ofValue: value))
    }

    private static func face(ofValue text: Substring) -> Face {
        switch text.first {
        case "\"": Face(.jsonString)
        case let first? where first.isNumber || "-tfn".contains(first): Face(.jsonNumber)
        default: .text
        }
    }
}
