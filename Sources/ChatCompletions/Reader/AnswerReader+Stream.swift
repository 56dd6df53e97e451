/// How the events of a stream become deltas.
extension AnswerReader {
    mutating func readStream(_ bytes: [UInt8]) {
        if !hasEvents, unexplained.count < 2048 {
            unexplained.append(contentsOf: bytes.prefix(2048 - unexplained.count))
        }
        let items = decoder.feed(bytes)
        if decoder.dropped > limits.noise { giveUp("A line of the answer does not end.") }
        if items.isEmpty { return }
        hasEvents = true
        events.reserveCapacity(events.count + items.count)
        for item in items where !isTooMuch {
            switch item {
            case .event(let event): take(event)
            case .comment(let text): emit(.comment, text)
            case .retry: break
            case .oversized(let count):
                skipped += 1
                emit(.unreadable, "(an event of \(count) bytes, which is too long)")
            }
        }
    }

    /// An event that only lacks its blank line counts when its data is `[DONE]` or whole JSON.
    mutating func finishStream() {
        guard let event = decoder.finish() else { return }
        hasEvents = true
        if isTooMuch { return }
        if Self.isDone(event.data) || (try? checkedChunk(event.data)) != nil { take(event) }
    }

    mutating func take(_ event: ServerSentEvent) {
        if isDone { return emit(.data, type: event.type, event.data) }
        if Self.isDone(event.data) {
            isDone = true
            return emit(.done, type: event.type, event.data, delta: joiner.flush())
        }
        if event.type == "error" { return takeError(event) }
        if event.data.utf8.allSatisfy({ $0 <= 0x20 }) {
            return emit(.data, type: event.type, event.data)
        }
        takeChunk(event)
    }

    static func isDone(_ data: String) -> Bool {
        guard data.utf8.count >= 6, data.utf8.count < 64 else { return false }
        return data.trimmed == "[DONE]"
    }

    private mutating func takeChunk(_ event: ServerSentEvent) {
        guard var chunk = readChunk(event.data) else {
            skipped += 1
            return emit(.unreadable, type: event.type, event.data)
        }
        // After an error nothing counts but the end.
        if failure != nil { return emit(.data, type: event.type, event.data) }
        joiner.join(&chunk.delta, chunk.halves)
        if let error = error(in: event.data, chunk) {
            failure = fail(.stream, error)
            chunk.delta.failure = failure
        }
        emit(failure == nil ? .data : .error, type: event.type, event.data, delta: chunk.delta)
    }

    /// Reads a text as a chunk; `nil` when it is no JSON.
    mutating func readChunk(_ text: String) -> ChunkReader.Chunk? {
        var text = text
        return text.withUTF8 { bytes in
            try? ChunkReader.read(bytes, repeats: &repeats)
        }
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

    /// The error that a document holds: looked for only where there may be one.
    func error(in text: String, _ chunk: ChunkReader.Chunk) -> ErrorDocument? {
        guard chunk.hasError || chunk.isWithoutChoices,
            let json = Self.tree(text)
        else { return nil }
        let choices = json["choices"]?.array ?? []
        return ErrorDocument(plainIn: json)
            ?? choices.lazy.compactMap { choice in
                choice["error"].flatMap { $0.isNull ? nil : ErrorDocument(in: choice) }
            }.first
    }

    /// An event of type `error` is an error whatever its data.
    private mutating func takeError(_ event: ServerSentEvent) {
        let json = Self.tree(event.data)
        let error = json.flatMap(ErrorDocument.init(in:))
        let text = json?.string ?? event.data.trimmed
        let message = text.isEmpty ? "The server reported an error." : text
        let found = error.map { fail(.stream, $0) } ?? fail(.stream, message)
        var delta = Delta()
        delta.failure = failure == nil ? found : nil
        failure = failure ?? found
        emit(.error, type: event.type, event.data, delta: delta)
    }
}
