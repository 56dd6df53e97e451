import ChatCompletions
import Conversations
import ScreenKit

/// An event, the request, the response as styled text.
extension Traffic {
    func text(of subject: TrafficPage.Subject, nextRequest: ChatRequest?) -> StyledText {
        var text = StyledText()
        switch subject {
        case .event(let number): add(event: number, to: &text)
        case .request: addRequest(to: &text)
        case .nextRequest: if let nextRequest { add(nextRequest, to: &text) }
        case .response: addResponse(to: &text)
        }
        return text
    }

    func row(_ number: Int) -> StreamEvent? { log.rows.first { $0.number == number } }

    private func add(event number: Int, to text: inout StyledText) {
        guard let row = row(number) else {
            return text.fact("This event is no longer in memory; the library has it.")
        }
        let title = "event \(number) · \(row.label) · \(row.time.secondsText) s"
        text.fact(title, .strong)
        text.add(body: Array(row.data.utf8))
    }

    private func addRequest(to text: inout StyledText) {
        guard let request = take?.request else { return text.fact("Nothing has been sent yet.") }
        text.fact("\(request.method) \(request.url)", .strong)
        if let proxy = request.proxy { text.fact("through the proxy \(proxy)") }
        text.add(request.headers)
        text.fact("")
        text.add(body: request.body)
    }

    private func add(_ request: ChatRequest, to text: inout StyledText) {
        for finding in request.findings() {
            text.fact("! " + finding.sentence, finding.severity == .refusal ? .error : .warning)
        }
        text.add(body: Array(request.body().text.utf8))
    }

    private func addResponse(to text: inout StyledText) {
        guard let head = take?.head else {
            let failure = take?.end?.failure
            return text.fact(
                failure?.sentence ?? "No response yet.", failure == nil ? .dim : .error)
        }
        text.fact("\(head.version) \(head.status) \(head.reason)", .strong)
        text.fact(Self.connection(head))
        if let timings = take?.end?.timings, let phases = Self.phases(timings) { text.fact(phases) }
        text.add(head.headers)
        text.fact("")
        addDetails(to: &text)
        text.add(body: log.bodyStart)
        let rest = log.byteCount - log.bodyStart.count
        if rest > 0 { text.fact("… \(rest.bytesText) more in the library") }
    }

    /// What the chunks said beyond the answer, each member with its last value.
    private func addDetails(to text: inout StyledText) {
        let pairs = details()
        if pairs.isEmpty { return }
        for pair in pairs { text.add(pair.name + " ", Face(.jsonName), pair.value) }
        text.fact("")
    }

    /// What the time before the answer went to; a kept connection has no steps of its own.
    private static func phases(_ timings: Timings) -> String? {
        let steps = [
            ("name", timings.nameLookup), ("connected", timings.connected), ("TLS", timings.tls),
            ("first byte", timings.firstByte), ("end", timings.completed),
        ].compactMap { name, time in time.map { "\(name) \($0.shortText)" } }
        return steps.isEmpty ? nil : steps.joined(separator: " · ")
    }

    private static func connection(_ head: ResponseHead) -> String {
        let source = head.remoteAddress.map { "from \($0) " } ?? ""
        return source + "after \(head.time.shortText)"
            + (head.reusedConnection ? " · connection reused" : " · new connection")
    }
}

/// Bytes and headers in lines.
extension StyledText {
    /// A line that is cut rather than wrapped.
    fileprivate mutating func fact(_ fact: String, _ face: Face = .dim) {
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
            for line in lines { add(json: line) }
            return
        }
        begin()
        let lines = String(decoding: body, as: UTF8.self)
            .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for line in lines { append(line + "\n", Face(.eventData)) }
    }

    /// A line of pretty JSON: the member's name, then its value.
    private mutating func add(json line: Substring) {
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
