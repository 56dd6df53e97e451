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
}

/// How a body that is JSON becomes an answer.
extension AnswerReader {
    mutating func readValues(_ bytes: [UInt8]) {
        switch body {
        case .document(var document):
            body = .undecided([])
            add(bytes, to: &document)
            body = scanDocument(&document) ? .values(document) : .document(document)
        case .values(var values):
            body = .undecided([])
            add(bytes, to: &values)
            body = .values(values)
        default: return
        }
        if case .values(var values) = body {
            body = .undecided([])
            takeValues(&values)
            body = .values(values)
        }
    }

    private mutating func add(_ bytes: [UInt8], to document: inout DocumentBody) {
        let room = limits.document - document.bytes.count
        document.bytes += bytes.prefix(room)
        if bytes.count > room {
            giveUp("The answer is one piece of JSON of more than \(limits.document) bytes.")
        }
    }

    /// Looks for the end of the first value; true when the body turns out to be several of them.
    ///
    /// Lanrui's document prints the chunks of a stream as bare lines of JSON.
    private mutating func scanDocument(_ document: inout DocumentBody) -> Bool {
        while document.seen < document.bytes.count {
            let step = document.splitter.take(document.bytes[document.seen])
            document.seen += 1
            if step == .ends, document.firstEnd == nil {
                document.firstEnd = document.seen
                if isChunk(document.bytes[..<document.seen]) { return rewind(&document) }
            } else if step == .begins, document.firstEnd != nil {
                return rewind(&document)
            }
        }
        return false
    }

    private func rewind(_ document: inout DocumentBody) -> Bool {
        document.splitter = ValueSplitter()
        document.seen = 0
        return true
    }

    private func isChunk(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard streamRequested, status < 300 else { return false }
        var repeats = RepeatedTexts()
        let chunk = bytes.withUnsafeBufferPointer { try? ChunkReader.read($0, repeats: &repeats) }
        return chunk?.hasDelta ?? false
    }

    /// Takes the values that are whole and forgets their bytes.
    private mutating func takeValues(_ values: inout DocumentBody) {
        var taken = 0
        while values.seen < values.bytes.count, !isTooMuch {
            let step = values.splitter.take(values.bytes[values.seen])
            if step == .begins { values.start = values.seen }
            values.seen += 1
            guard step == .ends, let start = values.start else { continue }
            let bytes = values.bytes[start..<values.seen]
            bytes.withUnsafeBufferPointer { take(type: "", $0) }
            taken = values.seen
            values.start = nil
        }
        values.bytes.removeFirst(taken)
        values.seen -= taken
        values.start = values.start.map { $0 - taken }
    }

    mutating func finishDocument(_ document: DocumentBody, isCut: Bool) {
        let text = String(decoding: document.bytes, as: UTF8.self)
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
            var failure = fail(.truncated, "The answer ended in the middle of its JSON.")
            failure.phase = .empty
            return failure
        }
        return fail(.malformed, "The answer is no JSON: \(problem.description).")
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
                failure = fail(.malformed, "The answer is JSON, but it holds no choices.")
                return emit(.document, text)
            }
            delta = envelope
        }
        failure = failure ?? delta.failure
        emit(.document, text, delta: delta)
        if let rest = joiner.flush() { emit(.document, "", delta: rest) }
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
        )
        delta.usage = counts == Usage() ? nil : counts
        return delta
    }
}
