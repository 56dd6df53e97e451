import ChatCompletions

/// The events of a streamed answer, as text.
package struct EventStream: Sendable {
    private var run: PracticeRun
    private let head: AnswerHead
    private var stage = Stage.opening

    private enum Stage { case opening, words, usage, done, over }

    init(_ run: PracticeRun, head: AnswerHead) {
        self.run = run
        self.head = head
    }

    /// The events that one more word brings; `nil` after the last one. May be empty.
    package mutating func next() -> String? {
        switch stage {
        case .opening:
            stage = .words
            return run.writers.indices.map { event([run.opening($0)]) }.joined()
        case .words:
            guard let additions = run.next() else {
                stage = run.request.includesUsage ? .usage : .done
                return next()
            }
            return additions.map(events).joined()
        case .usage:
            stage = .done
            return event([], usage: run.usage)
        case .done:
            stage = .over
            return "data: [DONE]\n\n"
        case .over: return nil
        }
    }

    /// The words, and in a chunk of its own the finish reason.
    private func events(_ addition: PracticeRun.Addition) -> String {
        var words = addition
        words.finishReason = nil
        let isEmpty = addition.steps.isEmpty && addition.reasoning.isEmpty
        let first = isEmpty ? "" : event([run.chunk(words)])
        guard let reason = addition.finishReason else { return first }
        let end = PracticeRun.Addition(choice: addition.choice, finishReason: reason)
        return first + event([run.chunk(end)])
    }

    private func event(_ choices: [JSONValue], usage: JSONValue? = nil) -> String {
        var document = head.document("chat.completion.chunk", choices: choices, usage: usage)
        if run.request.includesUsage, usage == nil { document["usage"] = .null }
        return "data: \(document.text)\n\n"
    }
}
