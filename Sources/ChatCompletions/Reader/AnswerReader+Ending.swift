/// What the end of the body means.
extension AnswerReader {
    /// Whether `[DONE]` came; `nil` when the answer was no event stream.
    var done: Bool? {
        switch body {
        case .stream: isPlainText ? nil : isDone
        case .undecided: status < 300 && streamRequested ? false : nil
        case .values: isDone ? true : nil
        case .document, .page: nil
        }
    }

    /// An "event stream" without a single event or comment is some text.
    private var isPlainText: Bool { !hasEvents && !looksLikeStream }

    /// The beginning of an event stream, cut before its first event.
    private var looksLikeStream: Bool {
        let start = unexplained.drop { $0 <= 0x20 }
        return ["data", "event", "id", "retry", ":"].contains { start.starts(with: $0.utf8) }
    }

    mutating func finishBody(isCut: Bool) {
        switch body {
        case .stream:
            finishStream()
            if isPlainText {
                let text = String(decoding: unexplained, as: UTF8.self)
                span = bodyStart..<(bodyStart + unexplained.count)
                emit(.document, text)
            }
        case .document: finishDocument(isCut: isCut)
        case .page:
            let text = String(decoding: beginning, as: UTF8.self)
            span = bodyStart..<(bodyStart + beginning.count)
            emit(.document, text)
        case .undecided, .values: break
        }
    }

    func verdict(_ transport: Failure?) -> Failure? {
        if HTTPStatus.isRedirect(status) { return redirect }
        if let failure { return failure }
        if !(200..<300).contains(status) { return httpFailure(saying: bodyText) }
        switch body {
        case .page: return pageFailure
        case .document: return nil
        case .stream where isPlainText && transport == nil:
            return fail(.malformed, .init(.notChat), saying: bodyText)
        case .stream, .values, .undecided: return streamVerdict(transport)
        }
    }

    private func streamVerdict(_ transport: Failure?) -> Failure? {
        if answer.choices.isEmpty, skipped > 0 {
            return fail(.malformed, .init(.noReadableEvent))
        }
        if isWhole { return nil }
        if let transport { return transport.inContext(of: self) }
        if answer.saysNothing { return nothing }
        return fail(.truncated, .init(.noEnd))
    }

    /// The body ended properly, and nothing of an answer was in it.
    private var nothing: Failure {
        guard !hasEvents, answer.choices.isEmpty else {
            return fail(.truncated, .init(.noFirstWord)).empty
        }
        return fail(streamRequested ? .truncated : .malformed, .init(.nothingSent)).empty
    }

    // MARK: Failures

    func fail(_ kind: Failure.Kind, _ message: String) -> Failure {
        Failure(
            kind,
            message.shortened,
            status: status,
            requestID: requestID,
            retryAfterMilliseconds: RetryAfter.milliseconds(headers)
        )
    }

    func fail(_ kind: Failure.Kind, _ cause: Failure.Cause, saying text: String = "") -> Failure {
        var failure = fail(kind, text)
        failure.cause = cause
        return failure
    }

    func fail(_ kind: Failure.Kind, _ error: ErrorDocument) -> Failure {
        var failure = fail(kind, error.message)
        failure.code = error.code?.shortened
        failure.type = error.type?.shortened
        failure.requestID = requestID ?? error.requestID
        return failure
    }

    func httpFailure(saying text: String) -> Failure {
        let status = HTTPStatus.text(status)
        return fail(.http, text.isEmpty || status.contains(text) ? status : "\(status): \(text)")
    }

    private var redirect: Failure {
        let target = header("location") ?? ""
        return fail(
            .redirect, .init(.redirect, at: target.shortened, detail: HTTPStatus.text(status)))
    }

    private var pageFailure: Failure {
        fail(.malformed, .init(.webPage, at: url), saying: bodyText)
    }

    /// What the body says in one line: a page its title, a text itself.
    private var bodyText: String {
        switch body {
        case .page: PageTitle.title(of: String(decoding: beginning, as: UTF8.self)) ?? ""
        case .stream: plainText
        case .undecided, .document, .values: ""
        }
    }

    /// SiliconFlow answers errors with a JSON string and nothing else.
    private var plainText: String {
        guard isPlainText else { return "" }
        let text = String(decoding: unexplained, as: UTF8.self)
        let string = (try? JSONValue(parsing: text))?.string
        return PageTitle.oneLine(string ?? text)
    }

    // MARK: Headers

    func header(_ name: String) -> String? {
        let value = headers.first { $0.name.lowercased() == name }?.value.trimmed
        return value?.isEmpty == false ? value : nil
    }

    /// The name under which the service knows this request.
    var requestID: String? {
        Self.requestIDNames.lazy.compactMap(header).first
    }

    private static let requestIDNames = [
        "x-request-id", "request-id", "x-requestid", "apim-request-id", "x-ms-request-id",
        "x-trace-id", "x-generation-id", "cf-ray",
    ]
}

extension Failure {
    /// A failed transport, seen with an answer that had begun: the answer ended early, unless the
    /// transport failed for a reason of its own.
    fileprivate func inContext(of reader: AnswerReader) -> Failure {
        var failure = self
        failure.status = reader.status
        failure.requestID = requestID ?? reader.requestID
        let isCut = phase == .body || phase == nil
        if kind == .transport, isCut { failure.kind = .truncated }
        guard failure.kind == .truncated, reader.answer.saysNothing else { return failure }
        var cause = cause ?? Cause(.said)
        cause.cameBeforeFirstWord = true
        failure.cause = cause
        return failure.empty
    }

    /// The same failure, of an answer of which nothing had come.
    fileprivate var empty: Failure {
        var failure = self
        failure.phase = .empty
        return failure
    }
}

extension String {
    /// A server's words, of which nobody needs more than some pages.
    fileprivate var shortened: String {
        guard utf8.count > 1 << 14 else { return self }
        return String(decoding: utf8.prefix(1 << 14), as: UTF8.self) + "…"
    }
}
