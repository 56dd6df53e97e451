/// What is given out: events, and the answer that they make.
extension AnswerReader {
    /// - Parameters:
    ///   - type: empty when the stream named none.
    ///   - data: of it a text is only made when that is given out.
    mutating func emit(
        _ kind: StreamEvent.Kind,
        type: String = "",
        _ data: UnsafeBufferPointer<UInt8>,
        delta: Delta? = nil
    ) {
        emit(kind, type: type, grain == .event ? text(of: data) : "", delta: delta)
    }

    mutating func emit(
        _ kind: StreamEvent.Kind,
        type: String = "",
        _ data: String,
        delta: Delta? = nil
    ) {
        let delta = delta.flatMap { hasRoom(for: $0.size) ? $0 : nil }
        if grain == .event {
            if let delta { add(toSum: delta) }
            append(kind, type, data, delta, at: span)
        } else if kind == .data {
            add(toSum: delta ?? Delta())
        } else {
            giveSum()
            if let delta { add(delta) }
            append(kind, type, "", delta, at: span)
        }
    }

    /// The bytes of an event's data as a text. Decoded and compared, which costs half of validating.
    mutating func text(of data: UnsafeBufferPointer<UInt8>) -> String {
        let text = data.text
        if !text.equals(data) { note(.brokenUTF8, at: span?.lowerBound) }
        return text
    }

    /// Folds a delta into the answer, together with those around it: the next time that somebody
    /// looks.
    mutating func add(toSum delta: Delta) {
        if sum.add(delta, repeats.form) { return }
        giveSum()
        _ = sum.add(delta, repeats.form)
    }

    mutating func append(
        _ kind: StreamEvent.Kind,
        _ type: String,
        _ data: consuming String,
        _ delta: consuming Delta?,
        at span: Range<Int>?
    ) {
        events.append(
            StreamEvent(
                number: count,
                kind: kind,
                type: type.isEmpty ? "message" : type,
                data: data,
                time: time,
                span: span,
                delta: delta
            )
        )
        count += 1
    }

    private mutating func giveSum() {
        if sum.isEmpty { return }
        let delta = sum.take()
        add(delta)
        if grain == .read { append(.data, "", "", delta, at: nil) }
    }

    private mutating func add(_ delta: Delta) { answer.add(delta) }

    /// Whether the answer may grow by so much; what it may not is never part of it.
    mutating func hasRoom(for more: AnswerSize) -> Bool {
        size.text += more.text
        size.logprobs += more.logprobs
        if size.text > limits.text {
            giveUp(.init(.longText, limit: limits.text))
        } else if size.logprobs > limits.logprobs {
            giveUp(.init(.manyLogprobs, limit: limits.logprobs))
        }
        return !isTooMuch
    }

    mutating func note(_ oddity: Oddity, at place: Int?) {
        oddities.note(OddityMask(oddity), at: place)
    }

    @inline(__always)
    mutating func note(_ found: OddityMask, at place: Int?) {
        if !found.isEmpty { oddities.note(found, at: place) }
    }

    mutating func takeEvents() -> [StreamEvent] {
        giveSum()
        var taken: [StreamEvent] = []
        swap(&taken, &events)
        lastCount = taken.count
        return taken
    }
}
