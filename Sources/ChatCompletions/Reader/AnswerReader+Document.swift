/// A body of JSON while it arrives.
struct DocumentBody: Sendable {
    var bytes: [UInt8] = []
    var splitter = ValueSplitter()
    /// How many of the bytes the splitter has seen.
    var seen = 0
    /// Where the value that the splitter is in begins.
    var start: Int?
    /// Where the first value ends, once it has.
    var firstEnd: Int?
    /// Where in the body the first of the bytes stands.
    var base = 0

    /// Goes on to the next byte that begins or ends a value, or to where nothing more is; then `nil`.
    mutating func step() -> ValueSplitter.Step? {
        var (place, splitter) = (seen, splitter)
        defer { (seen, self.splitter) = (place, splitter) }
        return bytes.withUnsafeBufferPointer { bytes in
            while place < bytes.count {
                let step = splitter.take(bytes[place])
                place += 1
                if step == .begins || step == .ends { return step }
            }
            return nil
        }
    }

    /// Drops bytes that are done with.
    mutating func forget(_ count: Int) {
        if count == 0 { return }
        bytes.removeFirst(count)
        base += count
        seen -= count
        start = start.map { $0 - count }
    }
}

/// How a body that is JSON becomes an answer.
extension AnswerReader {
    mutating func readJSON(_ bytes: some Collection<UInt8>) {
        let room = limits.document - json.bytes.count
        json.bytes += bytes.prefix(room)
        if bytes.count > room {
            giveUp(.init(.longDocument, limit: limits.document))
        }
        if case .document = body, scanDocument() {
            body = .values
            note(.bareChunks, at: json.base)
        }
        if case .values = body { takeValues() }
    }

    /// Looks for the end of the first value; true when the body turns out to be several of them.
    ///
    /// Lanrui's document prints the chunks of a stream as bare lines of JSON.
    private mutating func scanDocument() -> Bool {
        while let step = json.step() {
            if step == .ends, json.firstEnd == nil {
                json.firstEnd = json.seen
                if isChunk(json.bytes[..<json.seen]) { return rewind() }
            } else if step == .begins, json.firstEnd != nil {
                return rewind()
            }
        }
        return false
    }

    private mutating func rewind() -> Bool {
        json.splitter = ValueSplitter()
        json.seen = 0
        return true
    }

    private func isChunk(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard streamRequested, status < 300 else { return false }
        var repeats = RepeatedTexts()
        let chunk = bytes.withUnsafeBufferPointer { try? ChunkReader.read($0, repeats: &repeats) }
        return chunk?.hasDelta ?? false
    }

    /// Takes the values that are whole and forgets their bytes.
    private mutating func takeValues() {
        // Taking a value changes the reader; the bytes lie apart meanwhile.
        var values = DocumentBody()
        swap(&values, &json)
        var taken = 0
        while !isTooMuch, let step = values.step() {
            if step == .begins { values.start = values.seen - 1 }
            guard step == .ends, let start = values.start else { continue }
            let bytes = values.bytes[start..<values.seen]
            span = (values.base + start)..<(values.base + values.seen)
            bytes.withUnsafeBufferPointer { take(type: "", $0) }
            taken = values.seen
            values.start = nil
        }
        values.forget(taken)
        swap(&values, &json)
    }

    mutating func finishDocument(isCut: Bool) {
        // Of what is too long the beginning will do.
        let shown = isTooMuch ? json.bytes.prefix(Self.pageLimit) : json.bytes[...]
        let text = String(decoding: shown, as: UTF8.self)
        span = json.base..<(json.base + shown.count)
        json.bytes = []
        if isTooMuch { return emit(.document, text) }
        do throws(JSONProblem) {
            finishDocument(try checkedChunk(text), text)
        } catch {
            failure = problem(error, text, isCut: isCut)
            emit(.document, text)
        }
    }

    private func problem(_ problem: JSONProblem, _ text: String, isCut: Bool) -> Failure {
        if status >= 400 { return httpFailure(saying: PageTitle.oneLine(text)) }
        if isCut || problem.kind == .unexpectedEnd {
            var failure = fail(.truncated, .init(.midJSON))
            failure.phase = .empty
            return failure
        }
        return fail(.malformed, .json(problem))
    }

    private mutating func finishDocument(_ chunk: ChunkReader.Chunk, _ text: String) {
        var delta = chunk.delta
        joiner.join(&delta, chunk.halves)
        if let error = error(in: text, chunk) {
            delta.failure = fail(.api, error)
        } else if status >= 400 {
            failure = httpFailure(saying: "")
        } else if chunk.isWithoutChoices {
            guard let envelope = Self.tree(text).flatMap(Self.envelope) else {
                failure = withoutChoices(chunk)
                return emit(.document, text)
            }
            delta = envelope
        }
        failure = failure ?? delta.failure
        noteOddities(ofDocument: chunk)
        emit(.document, text, delta: delta)
        span = nil
        if let rest = joiner.flush() { emit(.document, "", delta: rest) }
    }

    /// An empty list comes from a server that knows the dialect; anything else may be another API.
    private func withoutChoices(_ chunk: ChunkReader.Chunk) -> Failure {
        guard chunk.hasChoices else { return fail(.malformed, .init(.noChoices)) }
        var failure = fail(.malformed, .init(.emptyChoices))
        failure.phase = .empty
        return failure
    }

    /// NeoLink's older form: `{code, message, result: {answer, usage}}`.
    private static func envelope(_ json: JSONValue) -> Delta? {
        guard let result = json["result"], let answer = result["answer"]?.string else { return nil }
        let usage = result["usage"]
        var choice = ChoiceDelta(index: 0)
        choice.content = answer
        let reason = usage?["finish_reason"]?.string ?? result["finish_reason"]?.string
        choice.finishReason = reason?.isEmpty == false ? reason : nil
        var delta = Delta()
        delta.choices = [choice]
        delta.id = result["id"]?.string
        delta.model = result["model"]?.string
        let counts = Usage(
            promptTokens: usage?["prompt_tokens"]?.int,
            completionTokens: usage?["completion_tokens"]?.int,
            totalTokens: usage?["total_tokens"]?.int
        ).plausible
        delta.usage = counts == Usage() ? nil : counts
        return delta
    }
}
