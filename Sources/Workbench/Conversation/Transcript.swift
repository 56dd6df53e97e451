package import ChatCompletions
package import Conversations
package import ScreenKit
package import Words

/// A lane's branch as wrapped lines. Only the turn that grows is wrapped again.
package struct Transcript: Sendable {
    /// A turn, wrapped.
    package struct Entry: Sendable {
        package var turn: Turn
        /// One for each choice; most of the time one.
        package var bodies: [Body]
        /// Why it did not end well.
        package var note: WrappedText
        package var shown = 0
        /// From the first thought to the first word of the answer, where that was seen.
        package var thoughtFor: Duration?
        /// `nil`: thinking is open while nothing else has come.
        package var opensReasoning: Bool?
        /// Why it is not sent with the next prompt.
        package var omission: History.Omission?

        package var body: Body { bodies[min(shown, bodies.count - 1)] }
        package var showsReasoning: Bool {
            opensReasoning ?? (turn.state == .streaming && body.content.lines.isEmpty)
        }
    }

    /// The text of one choice.
    package struct Body: Sendable {
        /// The choice's number; `nil` until one has claimed the body.
        fileprivate var index: Int?
        package var reasoning: WrappedText
        /// The content, and after that a refusal.
        package var content: WrappedText
        /// What is to be said beside the text, once the answer has ended.
        package var note: WrappedText
        var finishReason: String?
        private var reasoningBytes = 0
        private var contentBytes = 0
        private var refusalBytes = 0

        init(width: Int, _ profile: WidthProfile) {
            reasoning = WrappedText(width: max(1, width - 2), profile: profile)
            content = WrappedText(width: width, profile: profile)
            note = WrappedText(width: width, profile: profile)
        }

        mutating func grow(_ choice: Choice) {
            reasoningBytes += Self.append(choice.reasoning, from: reasoningBytes, to: &reasoning)
            contentBytes += Self.append(choice.content, from: contentBytes, to: &content)
            if !choice.refusal.isEmpty, refusalBytes == 0, contentBytes > 0 {
                content.append("\n\n")
            }
            refusalBytes += Self.append(choice.refusal, from: refusalBytes, to: &content)
        }

        mutating func settle(
            _ choice: Choice, isWhole: Bool, _ profile: WidthProfile, _ language: Language
        ) {
            finishReason = choice.finishReason
            note = WrappedText(
                width: note.width, profile: profile,
                choice.note(isWhole: isWhole).text(in: language))
        }

        private static func append(
            _ text: String, from start: Int, to wrapped: inout WrappedText
        ) -> Int {
            let bytes = text.utf8
            guard bytes.count > start else { return 0 }
            wrapped.append(String(text[bytes.index(bytes.startIndex, offsetBy: start)...]))
            return bytes.count - start
        }

        mutating func setWidth(_ width: Int) {
            reasoning.setWidth(max(1, width - 2))
            content.setWidth(width)
            note.setWidth(width)
        }
    }

    package private(set) var entries: [Entry] = []
    package private(set) var width = 60
    package var scroll = ScrollState(followsEnd: true)

    private let profile: WidthProfile
    let language: Language

    package init(_ profile: WidthProfile = .conservative, _ language: Language = .english) {
        self.profile = profile
        self.language = language
    }

    package mutating func setWidth(_ width: Int) {
        guard width != self.width, width > 0 else { return }
        self.width = width
        for place in entries.indices {
            for body in entries[place].bodies.indices {
                entries[place].bodies[body].setWidth(width)
            }
            entries[place].note.setWidth(width)
        }
    }

    /// Shows a branch; turns that are there already keep their lines.
    package mutating func show(_ branch: [Turn]) {
        let same = zip(turnEntries, branch).prefix { $0.turn == $1 }.count
        entries.removeLast(turnEntries.count - same)
        for turn in branch.dropFirst(same) { entries.append(wrap(turn)) }
    }

    /// The system prompt stands before the turns; it is none itself.
    mutating func show(system text: String) {
        guard text != system?.message.content ?? "" else { return }
        if system != nil { entries.removeFirst() }
        guard !text.isEmpty else { return }
        let turn = Turn(
            id: Self.systemID, parent: nil, message: Message(.system, text),
            created: Timestamp(milliseconds: 0))
        entries.insert(wrap(turn), at: 0)
    }

    /// No turn has it: theirs are never empty.
    private static let systemID = TurnID(rawValue: "")

    private var system: Turn? {
        entries.first.flatMap { $0.turn.id == Self.systemID ? $0.turn : nil }
    }

    private var turnEntries: ArraySlice<Entry> { entries.dropFirst(system == nil ? 0 : 1) }

    private func wrap(_ turn: Turn) -> Entry {
        var body = Body(width: width, profile)
        body.grow(turn.choice)
        if turn.message.role == .assistant, turn.state != .streaming {
            body.settle(turn.choice, isWhole: turn.state == .done, profile, language)
        }
        return Entry(turn: turn, bodies: [body], note: note(of: turn))
    }

    private func note(of turn: Turn) -> WrappedText {
        WrappedText(width: width, profile: profile, turn.endNote.text(in: language))
    }

    /// Appends what the answer has gained to the last entry.
    package mutating func follow(_ answer: Answer) {
        guard let last = entries.indices.last else { return }
        var place = 0
        for choice in answer.choices {
            place = entries[last].claimBody(of: choice.index, from: place, width, profile)
            entries[last].bodies[place].grow(choice)
        }
    }

    /// The answer is whole, or all that there will be.
    package mutating func settle(_ turn: Turn, _ answer: Answer, thoughtFor: Duration?) {
        guard let last = entries.lastIndex(where: { $0.turn.id == turn.id }) else { return }
        entries[last].turn = turn
        entries[last].thoughtFor = thoughtFor
        entries[last].note = note(of: turn)
        let choices = answer.choices.isEmpty ? [turn.choice] : answer.choices
        for choice in choices {
            entries[last].settle(choice, isWhole: turn.state == .done, profile, language)
        }
    }

    /// What was said stays; only what is known of it has changed.
    mutating func update(_ turn: Turn) {
        guard let place = entries.lastIndex(where: { $0.turn.id == turn.id }) else { return }
        entries[place].turn = turn
    }

    /// Says which turns are not sent.
    mutating func mark(_ omissions: [TurnID: History.Omission]) {
        for place in entries.indices {
            entries[place].omission = omissions[entries[place].turn.id]
        }
    }

    package mutating func toggleReasoning() {
        guard let place = entries.lastIndex(where: { !$0.body.reasoning.lines.isEmpty }) else {
            return
        }
        let shown = entries[place].showsReasoning
        for place in entries.indices { entries[place].opensReasoning = !shown }
    }

    package mutating func showNextChoice() {
        guard let place = entries.lastIndex(where: { $0.bodies.count > 1 }) else { return }
        entries[place].shown = (entries[place].shown + 1) % entries[place].bodies.count
    }
}

extension Transcript.Entry {
    fileprivate mutating func settle(
        _ choice: Choice, isWhole: Bool, _ profile: WidthProfile, _ language: Language
    ) {
        let place = bodies.firstIndex { $0.index == choice.index } ?? 0
        bodies[place].settle(choice, isWhole: isWhole, profile, language)
    }

    /// The place of a choice's body, made where it is missing: any of the choices may come first.
    fileprivate mutating func claimBody(
        of choice: Int, from start: Int, _ width: Int, _ profile: WidthProfile
    ) -> Int {
        if bodies[0].index == nil { bodies[0].index = choice }
        var place = start
        while place < bodies.count, let index = bodies[place].index, index < choice { place += 1 }
        guard place == bodies.count || bodies[place].index != choice else { return place }
        var body = Transcript.Body(width: width, profile)
        body.index = choice
        bodies.insert(body, at: place)
        if shown > 0, place <= shown { shown += 1 }
        return place
    }
}
