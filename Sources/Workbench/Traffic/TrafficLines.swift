import ChatCompletions
import Conversations
package import ScreenKit
import Words

/// A line of the request, the response or an event, in parts of different faces.
package struct TrafficLine: Sendable {
    package struct Part: Sendable {
        package var text: String
        package var face: Face
    }

    package var parts: [Part]

    init(_ parts: [Part]) { self.parts = parts }
    var text: String { parts.map(\.text).joined() }

    init(_ text: String, _ face: Face = .text) { parts = [Part(text: text, face: face)] }
}

extension TrafficPane {
    /// What the open tab says, wrapped to a width.
    func lines(of traffic: Traffic, width: Int) -> [TrafficLine] {
        switch tab {
        case .events: unfolded.map { traffic.eventLines($0, width) } ?? []
        case .request: previews ? traffic.previewLines(width) : traffic.requestLines(width)
        case .response: traffic.responseLines(width)
        }
    }
}

extension Traffic {
    fileprivate func eventLines(_ number: Int, _ width: Int) -> [TrafficLine] {
        guard let row = log.rows.first(where: { $0.number == number }) else {
            return [line(.eventForgotten, .dim)]
        }
        let title = Phrase.event(number, row.label, at: row.time.secondsText)
        return [line(title, .strong)] + TrafficText.body(Array(row.data.utf8), width: width)
    }

    fileprivate func requestLines(_ width: Int) -> [TrafficLine] {
        guard let request = log.request else {
            return [line(.nothingSent, .dim)]
        }
        var lines = [TrafficLine("\(request.method) \(request.url)", .strong)]
        if let proxy = request.proxy {
            lines.append(line(.throughProxy(proxy), .dim))
        }
        lines += TrafficText.headers(request.headers, width: width)
        return lines + [TrafficLine("")] + TrafficText.body(request.body, width: width)
    }

    fileprivate func previewLines(_ width: Int) -> [TrafficLine] {
        let request = nextRequest()
        let findings = request.findings().map {
            line(Phrase(verbatim: "! ") + $0.sentence, $0.severity == .refusal ? .error : .warning)
        }
        let body = Array(request.body().text.utf8)
        return findings + TrafficText.body(body, width: width)
    }

    fileprivate func responseLines(_ width: Int) -> [TrafficLine] {
        guard let head = log.head else {
            let failure = log.end?.failure
            return [
                line(failure?.sentence ?? .noResponse, failure == nil ? .dim : .error)
            ]
        }
        var lines = [TrafficLine("\(head.version) \(head.status) \(head.reason)", .strong)]
        lines.append(line(connection(head), .dim))
        if let timings = log.end?.timings, let phases = phases(timings) {
            lines.append(line(phases, .dim))
        }
        lines += TrafficText.headers(head.headers, width: width)
        lines.append(TrafficLine(""))
        lines += detailLines(width)
        lines += TrafficText.body(log.bodyStart, width: width)
        let rest = log.byteCount - log.bodyStart.count
        if rest > 0 { lines.append(line(.moreInLibrary(rest.bytesText), .dim)) }
        return lines
    }

    /// What the chunks said beyond the answer, each member with its last value.
    private func detailLines(_ width: Int) -> [TrafficLine] {
        let pairs = details
        if pairs.isEmpty { return [] }
        return TrafficText.details(pairs, width: width) + [TrafficLine("")]
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

    private func line(_ phrase: Phrase, _ face: Face) -> TrafficLine {
        TrafficLine(phrase.text(in: language), face)
    }
}

/// Bytes and headers as lines.
enum TrafficText {
    static func headers(_ headers: [Header], width: Int) -> [TrafficLine] {
        headers.flatMap { header in
            let name = TrafficLine.Part(text: header.name + ": ", face: Face(.wireName))
            return labelled(name, header.value, face: .text, width: width)
        }
    }

    static func details(
        _ pairs: [(name: String, value: String)], width: Int
    ) -> [TrafficLine] {
        pairs.flatMap { pair in
            let name = TrafficLine.Part(text: pair.name + " ", face: Face(.jsonName))
            return labelled(name, pair.value, face: .text, width: width)
        }
    }

    /// JSON set out in lines; anything else as it stands.
    static func body(_ bytes: [UInt8], width: Int) -> [TrafficLine] {
        if let value = try? JSONValue(parsing: bytes) {
            return value.pretty.split(separator: "\n", omittingEmptySubsequences: false)
                .flatMap { json(String($0), width: width) }
        }
        return String(decoding: bytes, as: UTF8.self)
            .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .flatMap { wrapped(String($0), width: width, face: Face(.eventData)) }
    }

    /// A line of pretty JSON: the member's name, then its value.
    private static func json(_ line: String, width: Int) -> [TrafficLine] {
        let indent = line.prefix { $0 == " " }
        let rest = line.dropFirst(indent.count)
        guard rest.first == "\"", let colon = rest.firstRange(of: "\": ") else {
            return wrapped(line, width: width, face: valueFace(rest))
        }
        let name = indent + rest[..<colon.upperBound]
        let value = rest[colon.upperBound...]
        return labelled(
            .init(text: String(name), face: Face(.jsonName)), String(value),
            face: valueFace(value), width: width)
    }

    /// A name and its value, wrapped beside it.
    private static func labelled(
        _ name: TrafficLine.Part, _ value: String, face: Face, width: Int
    ) -> [TrafficLine] {
        let used = Width.of(name.text)
        var lines = wrapped(value, width: max(8, width - used), face: face)
        for place in lines.indices {
            let blank = TrafficLine.Part(text: String(repeating: " ", count: used), face: .text)
            lines[place].parts.insert(place == 0 ? name : blank, at: 0)
        }
        return lines
    }

    private static func valueFace(_ text: Substring) -> Face {
        switch text.drop(while: { $0 == " " }).first {
        case "\"": Face(.jsonString)
        case let first? where first.isNumber || "-tfn".contains(first): Face(.jsonNumber)
        default: .text
        }
    }

    private static func wrapped(_ text: String, width: Int, face: Face) -> [TrafficLine] {
        var wrapped = WrappedText(width: max(1, width))
        wrapped.append(text)
        let lines = wrapped.lines.map { TrafficLine($0.text, face) }
        return lines.isEmpty ? [TrafficLine("")] : lines
    }
}
