extension Answer {
    /// Adds what a chunk brought, in place; the cost is that of the delta, not of the answer.
    public mutating func add(_ delta: Delta) {
        var log = AdditionLog(isWanted: false)
        add(delta, &log)
    }

    /// As `add`, and says besides where in the answer what came stands now.
    ///
    /// - Parameter additions: gets them, in the order in which they were added.
    public mutating func add(_ delta: Delta, noting additions: inout [Addition]) {
        var log = AdditionLog(isWanted: true)
        add(delta, &log)
        additions += log.additions
    }

    private mutating func add(_ delta: Delta, _ log: inout AdditionLog) {
        for number in delta.choices.indices {
            if let place = place(of: delta.choices[number].index) {
                choices[place].add(delta.choices, number, &log)
            }
        }
        for detail in delta.details { details.add(detail) }
        // The last report counts; they are never added up.
        if let usage = delta.usage { self.usage = usage }
        if let model = delta.model, model != self.model { self.model = model }
        if let id = delta.id, id != self.id { self.id = id }
        if let print = delta.systemFingerprint { systemFingerprint = print }
        if let failure = delta.failure, self.failure == nil { self.failure = failure }
    }

    /// Whether every choice that was seen has a finish reason.
    public var isFinished: Bool {
        !choices.isEmpty && choices.allSatisfy { $0.finishReason != nil }
    }

    /// More choices or calls than anybody asks for would only make each chunk dearer.
    static let most = 4096

    private mutating func place(of index: Int) -> Int? {
        if choices.indices.contains(index), choices[index].index == index { return index }
        let place = firstPlace(from: index)
        if place == choices.count || choices[place].index != index {
            guard choices.count < Self.most else { return nil }
            choices.insert(Choice(index: index), at: place)
        }
        return place
    }

    /// The place of the first choice whose index is as high; found by halving.
    private func firstPlace(from index: Int) -> Int {
        var range = choices.indices
        while !range.isEmpty {
            let middle = range.lowerBound + range.count / 2
            if choices[middle].index < index {
                range = (middle + 1)..<range.upperBound
            } else {
                range = range.lowerBound..<middle
            }
        }
        return range.lowerBound
    }
}

/// How much of what counts an answer has.
struct AnswerSize: Sendable {
    /// In bytes.
    var text = 0
    /// Alternatives too.
    var logprobs = 0
}

extension Delta {
    /// How much the answer grows by it.
    var size: AnswerSize {
        var size = AnswerSize()
        for choice in choices {
            size.text += choice.content.utf8.count + choice.reasoning.utf8.count
            size.text += choice.refusal.utf8.count
            for call in choice.toolCalls {
                size.text += call.arguments.utf8.count + (call.name?.utf8.count ?? 0)
            }
            for token in choice.logprobs {
                size.logprobs += 1 + token.top.count
                size.text += token.token.utf8.count
            }
        }
        return size
    }
}

extension Choice {
    /// By its place: a delta that is taken out of its list is copied, member for member.
    fileprivate mutating func add(
        _ deltas: [ChoiceDelta], _ place: Int, _ log: inout AdditionLog
    ) {
        // To append nothing is dear, and most deltas have one text.
        if !deltas[place].content.isEmpty {
            content.grow(by: deltas[place].content, .content, of: index, &log)
        }
        if !deltas[place].reasoning.isEmpty {
            reasoning.grow(by: deltas[place].reasoning, .reasoning, of: index, &log)
        }
        if !deltas[place].refusal.isEmpty {
            refusal.grow(by: deltas[place].refusal, .refusal, of: index, &log)
        }
        if let reason = deltas[place].finishReason { finishReason = reason }
        if !deltas[place].logprobs.isEmpty {
            let tokens = deltas[place].logprobs
            logprobs += tokens
            log.note(.logprobs, of: index, count: logprobs.count, growth: tokens.count)
        }
        attachments.add(deltas[place].attachments)
        for call in deltas[place].toolCalls { add(call, &log) }
        for detail in deltas[place].details { details.add(detail) }
    }

    /// An id not seen before opens a call; otherwise the call is the latest one with that index.
    private mutating func add(_ delta: ToolCallDelta, _ log: inout AdditionLog) {
        guard let place = place(of: delta) ?? open(delta) else { return }
        if let name = delta.name {
            let before = toolCalls[place].name.utf8.count
            toolCalls[place].extendName(by: name)
            let count = toolCalls[place].name.utf8.count
            log.note(
                .toolName(call: place), of: index, count: count, growth: count - before)
        }
        toolCalls[place].arguments.grow(
            by: delta.arguments, .arguments(call: place), of: index, &log)
    }

    private func place(of delta: ToolCallDelta) -> Int? {
        let id = delta.id?.isEmpty == false ? delta.id : nil
        let known = id.flatMap { placesOfIDs[$0] }
        if id != nil, known == nil { return nil }
        return placesOfIndexes[delta.index] ?? known
    }

    private mutating func open(_ delta: ToolCallDelta) -> Int? {
        let place = toolCalls.count
        guard place < Answer.most else { return nil }
        toolCalls.append(ToolCall(id: delta.id ?? "", name: "", arguments: ""))
        placesOfIndexes[delta.index] = place
        if let id = delta.id, !id.isEmpty { placesOfIDs[id] = place }
        return place
    }
}

extension ToolCall {
    /// Names come whole, in pieces, or whole again in each fragment.
    fileprivate mutating func extendName(by piece: String) {
        if piece.utf8.starts(with: name.utf8) {
            name = piece
        } else if !name.utf8.reversed().starts(with: piece.utf8.reversed()) {
            name += piece
        }
    }
}

extension String {
    @inline(__always)
    fileprivate mutating func grow(
        by more: String, _ part: @autoclosure () -> Addition.Part, of choice: Int,
        _ log: inout AdditionLog
    ) {
        self += more
        log.note(part(), of: choice, count: utf8.count, growth: more.utf8.count)
    }
}
