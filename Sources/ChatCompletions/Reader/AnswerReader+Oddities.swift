/// Where the reader says what was odd. Each of these is on a branch that an ordinary answer does not
/// take, or is looked at once.
extension AnswerReader {
    /// - Parameter expected: what `content-type` says of such a body.
    mutating func noteContentType(_ expected: String) {
        guard let type = header("content-type")?.lowercased() else {
            return note(.missingContentType, at: nil)
        }
        if !type.contains(expected) { note(.wrongContentType, at: nil) }
    }

    /// What was odd in a chunk of a stream.
    mutating func noteOddities(of chunk: ChunkReader.Chunk) {
        var found = chunk.oddities
        let delta = chunk.delta
        if delta.usage != nil {
            if hasUsage { found.insert(.usageAgain) }
            hasUsage = true
            let goesOn = delta.choices.contains { $0.hasText && $0.finishReason == nil }
            if goesOn { found.insert(.earlyUsage) }
        } else if chunk.isWithoutChoices, !chunk.hasError, delta.failure == nil {
            found.insert(.noChoices)
        }
        if delta.failure != nil, status < 300 { found.insert(.errorWithGoodStatus) }
        if !chunk.halves.isEmpty { found.insert(.halfCharacter) }
        if delta.choices.contains(where: { !$0.toolCalls.isEmpty }), callIDs.repeats(in: delta) {
            found.insert(.callIndexAgain)
        }
        note(found, at: span?.lowerBound)
    }

    /// What was odd in an answer that is one JSON document, where a whole message is as it should be.
    mutating func noteOddities(ofDocument chunk: ChunkReader.Chunk) {
        noteContentType("json")
        var found = chunk.oddities
        found.subtract(OddityMask(.messageInStream))
        if chunk.delta.failure != nil || failure != nil {
            if status < 300 { found.insert(.errorWithGoodStatus) }
        } else if streamRequested, status < 300 {
            found.insert(.unaskedDocument)
        }
        note(found, at: span?.lowerBound)
    }

    /// What only the end tells.
    mutating func noteEnding(_ failure: Failure?) {
        switch body {
        case .stream where hasEvents:
            note(decoder.oddities, at: bodyStart)
            if let place = decoder.loneCR { note(.loneCarriageReturn, at: place) }
        case .values: break
        case .undecided, .document, .page, .stream: return
        }
        guard failure == nil else { return }
        if !isDone { note(.missingDone, at: nil) }
        if !answer.choices.isEmpty, !answer.isFinished { note(.missingFinishReason, at: nil) }
    }
}

/// Which id the latest tool call has at each of the wire's indexes, for a call that takes the place
/// of another one.
struct CallIDs: Sendable {
    private struct Place: Hashable {
        var choice: Int
        var call: Int
    }

    private var ids: [Place: String] = [:]

    /// Whether a delta has another id at an index that has one.
    mutating func repeats(in delta: Delta) -> Bool {
        var found = false
        for choice in delta.choices {
            for call in choice.toolCalls {
                guard let id = call.id, !id.isEmpty else { continue }
                let place = Place(choice: choice.index, call: call.index)
                if let last = ids[place], last != id { found = true }
                if ids.count < Answer.most || ids[place] != nil { ids[place] = id }
            }
        }
        return found
    }
}
