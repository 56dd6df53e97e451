/// How the events of a stream become deltas.
extension AnswerReader {
    mutating func readStream(_ bytes: [UInt8]) {
        if !hasEvents, unexplained.count < 2048 {
            unexplained.append(contentsOf: bytes.prefix(2048 - unexplained.count))
        }
        bytes.withUnsafeBufferPointer { bytes in
            var place = 0
            while !isTooMuch, let found = decoder.next(in: bytes, from: &place) {
                take(found, in: bytes)
            }
        }
        if decoder.dropped > limits.noise { giveUp(.init(.endlessLine)) }
    }

    private mutating func take(
        _ found: EventStreamDecoder.Found,
        in bytes: UnsafeBufferPointer<UInt8>
    ) {
        if !hasEvents { beginEvents() }
        span = decoder.span
        switch found {
        case .event(let type, let data): data.read(in: bytes) { take(type: type, $0) }
        case .comment(let text): emit(.comment, text)
        case .retry: break
        case .oversized(let count):
            skipped += 1
            note(.oversized, at: decoder.span.lowerBound)
            emit(.unreadable, "(an event of \(count) bytes, which is too long)")
        }
    }

    /// It is an event stream indeed.
    private mutating func beginEvents() {
        hasEvents = true
        noteContentType("text/event-stream")
        if !streamRequested, status < 300 { note(.unaskedStream, at: nil) }
    }

    /// An event that only lacks its blank line counts when its data is `[DONE]` or whole JSON.
    mutating func finishStream() {
        guard let event = decoder.finish() else { return }
        if !hasEvents { beginEvents() }
        if isTooMuch { return }
        let isWhole = Self.isDone(event.data) || (try? checkedChunk(event.data)) != nil
        guard isWhole else { return }
        span = decoder.span
        note(.unfinishedEvent, at: decoder.span.lowerBound)
        take(type: event.type, event.data)
    }

    private mutating func take(type: String, _ data: String) {
        var data = data
        data.withUTF8 { take(type: type, $0) }
    }

    /// - Parameter type: empty when the stream named none.
    mutating func take(type: String, _ data: UnsafeBufferPointer<UInt8>) {
        // What most events are: a chunk like the one before.
        if type.isEmpty, takesTexts, let text = repeats.form.text(in: data),
            hasRoom(for: AnswerSize(text: text.bytes.count))
        {
            if grain == .event { append(text, in: data) }
            if !sum.add(text, ofForm: repeats.form.version) {
                add(toSum: repeats.form.delta(text))
            }
            return
        }
        if isDone {
            note(.afterDone, at: span?.lowerBound)
            return emit(.data, type: type, data)
        }
        if data.count < 64, Self.isDone(data.text) {
            isDone = true
            return emit(.done, type: type, data, delta: joiner.flush())
        }
        if type == "error" { return takeError(type, data.text) }
        if !type.isEmpty, type != "message" { note(.eventType, at: span?.lowerBound) }
        if data.allSatisfy({ $0 <= 0x20 }) {
            note(.emptyData, at: span?.lowerBound)
            return emit(.data, type: type, data)
        }
        takeChunk(type, data)
    }

    /// Around its text the chunk is like the one before, whose bytes were looked at.
    private mutating func append(_ text: ChunkForm.Text, in data: UnsafeBufferPointer<UInt8>) {
        let (whole, string) = (data.text, text.string)
        let isGood = text.unescaped == nil ? string.equals(text.bytes) : whole.equals(data)
        if !isGood { note(.brokenUTF8, at: span?.lowerBound) }
        append(.data, "", whole, repeats.form.delta(saying: string), at: span)
    }

    /// Whether a chunk's text counts as it is.
    private var takesTexts: Bool {
        // Compared with `nil`, a failure would be copied for each chunk.
        if case .some = failure { return false }
        return !isDone && !joiner.isWaiting
    }

    static func isDone(_ data: String) -> Bool {
        guard data.utf8.count >= 6, data.utf8.count < 64 else { return false }
        return data.trimmed == "[DONE]"
    }

    private mutating func takeChunk(_ type: String, _ data: UnsafeBufferPointer<UInt8>) {
        guard var chunk = try? ChunkReader.read(data, repeats: &repeats) else {
            skipped += 1
            note(.unreadable, at: span?.lowerBound)
            return emit(.unreadable, type: type, data)
        }
        // After an error nothing counts but the end.
        if failure != nil { return emit(.data, type: type, data) }
        joiner.join(&chunk.delta, chunk.halves)
        if let error = error(in: data.text, chunk) {
            failure = fail(kindOfError, error)
            chunk.delta.failure = failure
        }
        noteOddities(of: chunk)
        emit(failure == nil ? .data : .error, type: type, data, delta: chunk.delta)
    }

    /// Reads a text as a chunk, or says what keeps it from being JSON.
    mutating func checkedChunk(_ text: String) throws(JSONProblem) -> ChunkReader.Chunk {
        var text = text
        let result: Result<ChunkReader.Chunk, JSONProblem> = text.withUTF8 { bytes in
            do throws(ChunkReader.Fault) {
                return .success(try ChunkReader.read(bytes, repeats: &repeats))
            } catch {
                return .failure(JSONProblem(error, in: bytes))
            }
        }
        return try result.get()
    }

    /// A text as a JSON value, which takes up to twenty times its memory: so not of a long one.
    static func tree(_ text: String) -> JSONValue? {
        text.utf8.count <= 1 << 20 ? try? JSONValue(parsing: text) : nil
    }

    /// An error under a bad status is one of the request, whatever form its body has.
    private var kindOfError: Failure.Kind { status >= 400 ? .api : .stream }

    /// The error that a document holds: looked for only where there may be one.
    func error(
        in text: @autoclosure () -> String,
        _ chunk: ChunkReader.Chunk
    ) -> ErrorDocument? {
        guard chunk.hasError || chunk.isWithoutChoices || status >= 400,
            let json = Self.tree(text())
        else { return nil }
        if status >= 400 { return ErrorDocument(in: json) }
        let choices = json["choices"]?.array ?? []
        return ErrorDocument(plainIn: json)
            ?? choices.lazy.compactMap { choice in
                choice["error"].flatMap { $0.isNull ? nil : ErrorDocument(in: choice) }
            }.first
    }

    /// An event of type `error` is an error whatever its data.
    private mutating func takeError(_ type: String, _ data: String) {
        let json = Self.tree(data)
        let error = json.flatMap(ErrorDocument.init(in:))
        let found = error.map { fail(kindOfError, $0) } ?? plainError(json?.string ?? data.trimmed)
        var delta = Delta()
        delta.failure = failure == nil ? found : nil
        failure = failure ?? found
        if status < 300 { note(.errorWithGoodStatus, at: span?.lowerBound) }
        emit(.error, type: type, data, delta: delta)
    }

    private func plainError(_ text: String) -> Failure {
        if status >= 400 { return httpFailure(saying: PageTitle.oneLine(text)) }
        return text.isEmpty ? fail(.stream, .init(.unnamedError)) : fail(.stream, text)
    }
}
