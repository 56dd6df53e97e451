import ChatCompletions
package import Conversations
package import ScreenKit
import Words

extension Transcript {
    /// A turn of the branch. Its texts are made and wrapped when they are first seen.
    package struct Entry: Sendable {
        package var turn: Turn
        /// The number of the choice that is looked at while the answer arrives.
        var watched: Int?
        /// All choices of an answer that has ended, where there are several.
        private(set) var choices: [Choice] = []
        /// From the first thought to the first word of the answer, where that was seen.
        package var thoughtFor: Duration?
        /// `nil`: thinking is open while nothing else has come.
        package var opensReasoning: Bool?
        /// A long prompt is shown whole.
        var unfolds = false
        /// What it goes on with: the text of the answers before it, if it does.
        let beginning: String
        /// The next one goes on with it.
        private(set) var isContinued = false
        /// Why it is not sent with the next prompt.
        package var omission: History.Omission?
        /// The source of its Markdown is shown.
        private var showsSource: Bool
        private var width: Int
        private let profile: WidthProfile
        private let language: Language
        private var texts: Texts?

        init(
            _ turn: Turn, after beginning: String, showsSource: Bool, width: Int,
            _ profile: WidthProfile, _ language: Language
        ) {
            (self.turn, self.width, self.profile, self.language) = (turn, width, profile, language)
            (self.beginning, self.showsSource) = (beginning, showsSource)
        }

        /// One for each choice; most of the time one.
        package var bodies: [Body] { texts?.bodies ?? made.bodies }
        /// Why it did not end well.
        package var note: WrappedText { texts?.note ?? made.note }
        package var body: Body {
            let bodies = bodies
            return bodies[shown(among: bodies)]
        }
        /// Which of its choices: the one that the turn says, once it has ended.
        var shown: Int { shown(among: bodies) }
        private func shown(among bodies: [Body]) -> Int {
            guard bodies.count > 1 else { return 0 }
            let number = turn.state == .streaming ? watched : turn.choiceIndex
            return number.flatMap { number in bodies.firstIndex { $0.index == number } } ?? 0
        }
        /// Whether its texts are kept, for those who count what a frame costs.
        package var isLaidOut: Bool { texts != nil }

        package var hasReasoning: Bool {
            texts == nil ? !turn.message.reasoning.isEmpty : !body.reasoning.lines.isEmpty
        }

        package var hasChoices: Bool { (texts?.bodies.count ?? choices.count) > 1 }

        package var showsReasoning: Bool {
            opensReasoning ?? (turn.state == .streaming && body.content.isEmpty)
        }
    }

    /// What an entry says.
    private struct Texts: Sendable {
        var bodies: [Body]
        var note: WrappedText
    }
}

extension Transcript.Entry {
    mutating func layOut() {
        if texts == nil { texts = made }
    }

    /// Makes the lines of its end, too.
    mutating func layOut(last count: Int) {
        layOut()
        let shown = shown
        texts?.bodies[shown].content.layOut(last: count)
    }

    private var made: Transcript.Texts {
        let bodies = choices.isEmpty ? [body(of: turn.choice)] : choices.map { body(of: $0) }
        return Transcript.Texts(bodies: bodies, note: endNote)
    }

    private func body(of choice: Choice) -> Transcript.Body {
        var body = emptyBody
        if choice.index > 0 || !choices.isEmpty { body.index = choice.index }
        body.grow(choice)
        if turn.message.role == .assistant, turn.state != .streaming {
            body.settle(choice, isWhole: turn.state == .done, profile, language)
        }
        return body
    }

    private var emptyBody: Transcript.Body {
        let isMarkdown = turn.message.role == .assistant
        var body = Transcript.Body(
            isMarkdown: isMarkdown, after: beginning, width: width, profile)
        body.content.show(source: showsSource)
        body.content.set(continued: isContinued)
        return body
    }

    private var endNote: WrappedText {
        WrappedText(width: width, profile: profile, turn.endNote.text(in: language))
    }

    /// What the turn does not say by itself stays.
    mutating func setWidth(_ width: Int) {
        self.width = width
        guard turn.state == .streaming else { return texts = nil }
        for place in texts?.bodies.indices ?? 0..<0 { texts?.bodies[place].setWidth(width) }
        texts?.note.setWidth(width)
    }

    mutating func show(source: Bool) {
        showsSource = source
        for place in texts?.bodies.indices ?? 0..<0 {
            texts?.bodies[place].content.show(source: source)
        }
    }

    var goesOn: Bool { !beginning.isEmpty }

    /// Returns whether its lines may be others now.
    mutating func set(continued: Bool) -> Bool {
        guard continued != isContinued else { return false }
        isContinued = continued
        for place in texts?.bodies.indices ?? 0..<0 {
            texts?.bodies[place].content.set(continued: continued)
        }
        return true
    }

    mutating func countLines() {
        for place in texts?.bodies.indices ?? 0..<0 { texts?.bodies[place].content.countLines() }
    }

    /// Appends what the answer has gained.
    mutating func follow(_ answer: Answer) {
        layOut()
        var place = 0
        for choice in answer.choices {
            place = claimBody(of: choice.index, from: place)
            texts?.bodies[place].grow(choice)
        }
    }

    /// The answer is whole, or all that there will be.
    mutating func settle(_ turn: Turn, _ choices: [Choice], thoughtFor: Duration?) {
        layOut()
        self.turn = turn
        self.thoughtFor = thoughtFor
        self.choices = choices.count > 1 ? choices : []
        let note = endNote
        texts?.note = note
        for choice in choices.isEmpty ? [turn.choice] : choices {
            let place = bodies.firstIndex { $0.index == choice.index } ?? 0
            texts?.bodies[place].settle(choice, isWhole: turn.state == .done, profile, language)
        }
    }

    /// Says which choices the answer has. Returns whether that was not known.
    mutating func know(_ choices: [Choice]) -> Bool {
        guard turn.state != .streaming, choices.count > 1, self.choices.isEmpty else {
            return false
        }
        self.choices = choices
        texts = nil
        return true
    }

    /// The place of a choice's body, made where it is missing: any of the choices may come first.
    private mutating func claimBody(of choice: Int, from start: Int) -> Int {
        if bodies[0].index == nil { texts?.bodies[0].index = choice }
        let place = place(of: choice, from: start)
        guard place == bodies.count || bodies[place].index != choice else { return place }
        var body = emptyBody
        body.index = choice
        texts?.bodies.insert(body, at: place)
        return place
    }

    /// The turn says another choice now.
    mutating func say(_ turn: Turn) {
        self.turn = turn
        if !bodies.contains(where: { $0.index == turn.choiceIndex }) { texts = nil }
    }

    /// The numbers of its choices.
    var choiceNumbers: [Int] { bodies.compactMap(\.index) }

    private func place(of choice: Int, from start: Int) -> Int {
        let bodies = bodies[start...]
        return bodies.firstIndex { $0.index ?? choice >= choice } ?? bodies.endIndex
    }
}
