import ChatCompletions
import Words

/// A check of a provider in words: a line for each thing, good or bad.
struct CheckReport {
    enum State: String {
        case good = "ok"
        /// Worth knowing; requests work all the same.
        case note
        case failed = "FAILED"
    }

    /// What was looked at.
    enum Subject: String { case address, key, models, answer, stream, usage, http, cost }

    struct Line {
        var state: State
        var subject: Subject
        /// What was seen.
        var words: Phrase
        var advice = Phrase.empty
    }

    private(set) var lines: [Line] = []
    let check: ProviderCheck

    init(_ check: ProviderCheck) {
        self.check = check
        addAddress()
        addKey()
        addModels()
        addAnswers()
        addConnection()
        addCost()
    }

    /// Whether everything that was asked for came.
    var isGood: Bool { !lines.contains { $0.state == .failed } }

    /// As a person reads it.
    var text: String {
        Columns.text(
            lines.flatMap { line in
                let advice = line.advice.isEmpty ? [] : [["", "", line.advice.here]]
                return [[line.state.word.here, line.subject.word.here, line.words.here]] + advice
            })
    }

    /// As a program reads it: in English, whatever people read.
    var json: JSONValue {
        [
            "provider": .string(check.provider.id),
            "base_url": .string(check.baseURL),
            "model": .string(check.model),
            "outcome": isGood ? "ok" : "error",
            "checks": .array(lines.map(object)),
            "models": JSONValue(check.modelCount),
            "http_version": JSONValue(check.plain?.head?.version),
            "reused_connection": check.streamed?.head.map { .bool($0.reusedConnection) } ?? .null,
            "timings": timings,
            "tokens": JSONValue(check.tokens),
        ]
    }

    private func object(_ line: Line) -> JSONValue {
        [
            "name": .string(line.subject.rawValue),
            "state": .string(line.state.rawValue.lowercased()),
            "message": .string(line.words.english),
            "advice": line.advice.isEmpty ? .null : .string(line.advice.english),
        ]
    }

    private var timings: JSONValue {
        let times = check.plain?.end.timings
        let streamed = check.streamed?.end.timings
        let named: [(String, Duration?)] = [
            ("name_lookup", times?.nameLookup), ("connected", times?.connected),
            ("tls", times?.tls), ("plain_completed", times?.completed),
            ("stream_first_byte", streamed?.firstByte),
            ("stream_first_token", streamed?.firstToken), ("stream_completed", streamed?.completed),
        ]
        return .object(named.map { JSONValue.Member($0.0, JSONValue($0.1?.seconds)) })
    }

    mutating func add(_ state: State, _ subject: Subject, _ words: Phrase) {
        lines.append(Line(state: state, subject: subject, words: words))
    }

    mutating func add(_ failure: Failure, _ subject: Subject, as state: State = .failed) {
        let scene = AdviceScene(.commandLine, baseURL: check.baseURL, provider: check.provider)
        let advice = failure.advice(in: scene)
        let line = Line(
            state: state, subject: subject, words: failure.sentence, advice: advice)
        lines.append(line)
    }
}

extension ProviderCheck {
    fileprivate var modelCount: Int? {
        if case .success(let names)? = models { names.count } else { nil }
    }

    /// What it cost, as far as it was told.
    var tokens: Int? {
        let told = [plain, streamed].compactMap { $0?.answer.usage?.totalTokens }
        return told.isEmpty ? nil : told.reduce(0, +)
    }
}
