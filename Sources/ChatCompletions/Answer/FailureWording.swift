/// The words for failures: the only place where a fact becomes a sentence. What to do about it is in
/// `FailureAdvice`.
extension Failure {
    /// What happened, in one sentence.
    public var sentence: String {
        let text = PageTitle.oneLine(message)
        return switch kind {
        case .api: apiSentence(text)
        case .stream: "The service broke the answer off with an error: \(text)".closed
        case .http, .malformed: text.closed
        case .truncated where phase == .empty || phase == .record: text.closed
        case .truncated: "The answer was cut off, what had come is kept: \(text.continued)".closed
        case .redirect: "\(text), which is never followed".closed
        case .transport: "\(phaseSentence): \(text.continued)".closed
        case .cancelled: "The answer was stopped."
        }
    }

    private func apiSentence(_ text: String) -> String {
        guard let status, status >= 300 else {
            return "The service answered with an error: \(text)".closed
        }
        return "\(HTTPStatus.text(status)): \(text)".closed
    }

    private var phaseSentence: String {
        switch phase {
        case .key, .header: "Nothing was sent"
        case .url: "The address cannot be used"
        case .nameLookup: "The server's name could not be found"
        case .connect: "No connection could be made"
        case .tls: "No secure connection could be made"
        case .send: "The request could not be sent"
        case .firstByte: "The request was sent, and no answer could be had"
        case .body: "The answer broke off"
        case .silence: "The server went silent"
        case .limit: "Too much came"
        case .empty: "Nothing came"
        case .record: "Not all is kept"
        case nil: "The request failed"
        }
    }
}

extension String {
    /// As it goes on after a colon: a sentence of ours or libcurl's begins small there; what begins
    /// with an abbreviation or a name of a variable stays.
    fileprivate var continued: String {
        guard let first, let second = dropFirst().first, first.isASCII, first.isUppercase,
            second.isLowercase || second == " "
        else { return self }
        return first.lowercased() + dropFirst()
    }

    /// With a full stop at its end, unless it has one of its own.
    fileprivate var closed: String {
        guard let last, !".!?。！？…".contains(last) else { return self }
        return self + "."
    }
}
