import ChatCompletions

/// How much of an answer has been handed on for saving, so that a commit costs what is new in it,
/// not what is there.
struct SavedLength: Sendable {
    fileprivate struct Texts: Sendable {
        var content = 0
        var reasoning = 0
        var refusal = 0
        var calls: [Call] = []
    }

    fileprivate struct Call: Sendable {
        var id: String
        var name: String
        var arguments: Int
    }

    /// In the order of the answer's choices, by index.
    private var choices: [Int: Texts] = [:]

    /// What the answer has grown by since the last call.
    mutating func growth(of answer: Answer) -> [Piece] {
        var pieces: [Piece] = []
        for choice in answer.choices {
            growth(of: choice, &choices[choice.index, default: Texts()], into: &pieces)
        }
        return pieces
    }

    private func growth(of choice: Choice, _ saved: inout Texts, into pieces: inout [Piece]) {
        func grow(_ part: Piece.Part, _ text: String, from length: inout Int, item: Int = 0) {
            guard let new = text.tail(from: &length) else { return }
            pieces.append(Piece(choice: choice.index, part: part, item: item, text: new))
        }
        grow(.content, choice.content, from: &saved.content)
        grow(.reasoning, choice.reasoning, from: &saved.reasoning)
        grow(.refusal, choice.refusal, from: &saved.refusal)
        for (item, call) in choice.toolCalls.enumerated() {
            if saved.begins(call, at: item) {
                let text = Form.object(["id": .string(call.id), "name": .string(call.name)]).text
                pieces.append(Piece(choice: choice.index, part: .call, item: item, text: text))
            }
            grow(.arguments, call.arguments, from: &saved.calls[item].arguments, item: item)
        }
    }
}

extension SavedLength.Texts {
    /// Whether a tool call is new here, or another one than was here; notes it.
    fileprivate mutating func begins(_ call: ToolCall, at item: Int) -> Bool {
        let new = SavedLength.Call(id: call.id, name: call.name, arguments: 0)
        guard item < calls.count else {
            calls.append(new)
            return true
        }
        let old = calls[item]
        if old.id == new.id, old.name == new.name, old.arguments <= call.arguments.utf8.count {
            return false
        }
        calls[item] = new
        return true
    }
}

extension String {
    /// What comes after `length` bytes of UTF-8; sets it to the whole length.
    fileprivate func tail(from length: inout Int) -> String? {
        guard utf8.count > length else { return nil }
        let start = utf8.index(startIndex, offsetBy: length)
        length = utf8.count
        return String(decoding: utf8[start...], as: UTF8.self)
    }
}
