/// What several chunks add to an answer, as one delta: folding it is folding them one by one.
struct DeltaSum: Sendable {
    private var delta = Delta()
    /// Text that belongs to the end of the first choice's text, not yet made a `String`.
    private var text: [UInt8] = []
    private var field = HalfPlace.Field.content
    /// The form of the chunk that was added last.
    private var version = 0
    private(set) var isEmpty = true

    /// Adds a text when the chunk before had the same form; else false, and nothing.
    @inline(__always)
    mutating func add(_ more: ChunkForm.Text, ofForm version: Int) -> Bool {
        guard !isEmpty, version == self.version else { return false }
        if let unescaped = more.unescaped {
            text.append(contentsOf: unescaped.utf8)
        } else {
            text.append(contentsOf: more.bytes)
        }
        return true
    }

    /// Adds a delta, when the order of what it adds is that of the sum; else false, and nothing.
    ///
    /// - Parameter form: the form of that chunk, if it has one.
    mutating func add(_ other: Delta, _ form: ChunkForm) -> Bool {
        settle()
        guard isEmpty || other.isFew && delta.isFew && other.goesAfter(delta) else { return false }
        // One chunk may speak of a choice twice: that is a sum already.
        if isEmpty, other.isInOrder { delta = other } else { delta.add(other) }
        isEmpty = false
        (version, field) = (form.version, form.field)
        // A form is that of a chunk with one choice; it continues the first one.
        if other.choices.count != 1 || other.choices[0].index != delta.choices[0].index {
            version = 0
        }
        return true
    }

    /// The sum; then it begins anew.
    mutating func take() -> Delta {
        settle()
        var taken = Delta()
        swap(&taken, &delta)
        isEmpty = true
        return taken
    }

    private mutating func settle() {
        if text.isEmpty { return }
        delta.choices[0][field] += String(decoding: text, as: UTF8.self)
        text.removeAll(keepingCapacity: text.count < 1 << 16)
    }
}

extension Delta {
    /// Whether looking for a choice is quick.
    fileprivate var isFew: Bool { choices.count <= 32 }

    /// Whether it speaks of each choice once, in the order of their indexes.
    fileprivate var isInOrder: Bool {
        zip(choices, choices.dropFirst()).allSatisfy { $0.index < $1.index }
    }

    /// Whether the texts of each choice keep their order when this is added to another one.
    fileprivate func goesAfter(_ sum: Delta) -> Bool {
        choices.allSatisfy { choice in
            guard let before = sum.choices.first(where: { $0.index == choice.index }) else {
                return true
            }
            return (choice.reasoning.isEmpty || before.content.isEmpty && before.refusal.isEmpty)
                && (choice.content.isEmpty || before.refusal.isEmpty)
        }
    }

    fileprivate mutating func add(_ other: Delta) {
        if isFew, other.isFew {
            for choice in other.choices {
                add(choice, at: choices.firstIndex { $0.index == choice.index })
            }
        } else {
            addMany(other.choices)
        }
        usage = other.usage ?? usage
        model = other.model ?? model
        id = other.id ?? id
        systemFingerprint = other.systemFingerprint ?? systemFingerprint
        failure = failure ?? other.failure
        if !other.details.isEmpty { details += other.details }
    }
}

extension Delta {
    private mutating func addMany(_ others: [ChoiceDelta]) {
        var places: [Int: Int] = [:]
        for (place, choice) in choices.enumerated() { places[choice.index] = place }
        for choice in others {
            let place = places[choice.index]
            if place == nil { places[choice.index] = choices.count }
            add(choice, at: place)
        }
    }

    /// - Parameter place: where that choice is already.
    private mutating func add(_ choice: ChoiceDelta, at place: Int?) {
        if let place { choices[place].add(choice) } else { choices.append(choice) }
    }
}

extension ChoiceDelta {
    fileprivate mutating func add(_ other: ChoiceDelta) {
        role = role ?? other.role
        if !other.content.isEmpty { content += other.content }
        if !other.reasoning.isEmpty { reasoning += other.reasoning }
        if !other.refusal.isEmpty { refusal += other.refusal }
        if !other.toolCalls.isEmpty { toolCalls += other.toolCalls }
        attachments.add(other.attachments)
        finishReason = other.finishReason ?? finishReason
        if !other.logprobs.isEmpty { logprobs += other.logprobs }
        if !other.details.isEmpty { details += other.details }
    }
}
