package import ChatCompletions
package import Conversations
package import ScreenKit
package import Words

/// A lane's branch as wrapped lines. What has not been seen is not wrapped, and of what has been only
/// the turn that grows is wrapped again.
package struct Transcript: Sendable {
    package internal(set) var entries: [Entry] = []
    package private(set) var width = 60
    package var scroll = ScrollState(followsEnd: true)
    /// The source of Markdown is shown.
    private var showsSource = false

    let profile: WidthProfile
    let language: Language
    var starts = LineStarts()
    /// Since an answer came it has scrolled by several rows at once.
    private var goesInSteps = false

    package init(_ profile: WidthProfile = .conservative, _ language: Language = .english) {
        self.profile = profile
        self.language = language
    }

    package mutating func setWidth(_ width: Int) {
        guard width != self.width, width > 0 else { return }
        self.width = width
        stopStepping()
        starts.forget(from: 0)
        for place in entries.indices { entries[place].setWidth(width) }
    }

    /// Shows a branch; turns that are there already keep their lines.
    package mutating func show(_ branch: [Turn]) {
        let same = zip(turnEntries, branch).prefix { $0.turn == $1 }.count
        entries.removeLast(turnEntries.count - same)
        starts.forget(from: entries.count)
        for turn in branch.dropFirst(same) { entries.append(entry(for: turn, after: entries.last)) }
        markContinued()
    }

    /// What is gone on with has no end.
    private mutating func markContinued() {
        for place in entries.indices {
            let next = place + 1
            let isContinued = next < entries.count && entries[next].goesOn
            if entries[place].set(continued: isContinued) { starts.forget(from: place) }
        }
    }

    /// The system prompt stands before the turns; it is none itself.
    mutating func show(system text: String) {
        guard text != system?.message.content ?? "" else { return }
        starts.forget(from: 0)
        if system != nil { entries.removeFirst() }
        guard !text.isEmpty else { return }
        let turn = Turn(
            id: Self.systemID, parent: nil, message: Message(.system, text),
            created: Timestamp(milliseconds: 0))
        entries.insert(entry(for: turn, after: nil), at: 0)
    }

    private func entry(for turn: Turn, after last: Entry?) -> Entry {
        let goesOn = last.map { turn.continues($0.turn) } ?? false
        let beginning = goesOn ? last.map { $0.beginning + $0.turn.message.content } : nil
        return Entry(
            turn, after: beginning ?? "", showsSource: showsSource, width: width, profile, language)
    }

    /// No turn has it: theirs are never empty.
    private static let systemID = TurnID(rawValue: "")

    private var system: Turn? {
        entries.first.flatMap { $0.turn.id == Self.systemID ? $0.turn : nil }
    }

    /// Those of the turns: the system prompt is none.
    var turnEntries: ArraySlice<Entry> { entries.dropFirst(system == nil ? 0 : 1) }

    /// Appends what the answer has gained to the last entry.
    package mutating func follow(_ answer: Answer) {
        guard let last = entries.indices.last else { return }
        starts.forget(from: last)
        entries[last].follow(answer)
    }

    /// The answer is whole, or all that there will be.
    package mutating func settle(_ turn: Turn, _ answer: Answer, thoughtFor: Duration?) {
        guard let last = entries.lastIndex(where: { $0.turn.id == turn.id }) else { return }
        starts.forget(from: last)
        entries[last].settle(turn, answer.choices, thoughtFor: thoughtFor)
    }

    /// What was said stays; only what is known of it has changed.
    mutating func update(_ turn: Turn) {
        guard let place = entries.lastIndex(where: { $0.turn.id == turn.id }) else { return }
        entries[place].turn = turn
    }

    /// Says which turns are not sent.
    mutating func mark(_ omissions: [TurnID: History.Omission]) {
        for place in entries.indices where !omissions.isEmpty || entries[place].omission != nil {
            entries[place].omission = omissions[entries[place].turn.id]
        }
    }

    package mutating func toggleReasoning() {
        guard let place = entries.lastIndex(where: \.hasReasoning) else { return }
        let shown = entries[place].showsReasoning
        starts.forget(from: 0)
        for place in entries.indices { entries[place].opensReasoning = !shown }
    }

    /// Shows what models said as they wrote it, or what it means as Markdown.
    mutating func show(source: Bool) {
        guard source != showsSource else { return }
        showsSource = source
        starts.forget(from: 0)
        for place in entries.indices { entries[place].show(source: source) }
    }

    // MARK: Laying out

    /// Makes the lines that are seen in so many rows: at the end those alone, else all, since only
    /// they tell which those are.
    mutating func layOut(rows: Int, isGrowing: Bool = false) {
        guard scroll.followsEnd else { return countLines() }
        goesInSteps = goesInSteps || isGrowing
        layOutLast(rows + 1)
        scroll.slack = goesInSteps ? blankRows(below: lastLines(rows + 1), rows) : 0
    }

    /// The end is shown without blank rows below it, until more comes: something is moved anyway.
    mutating func stopStepping() {
        goesInSteps = false
        scroll.slack = 0
    }

    private mutating func layOutLast(_ rows: Int) {
        var found = 0
        for place in entries.indices.reversed() where found < rows {
            entries[place].layOut(last: rows - found)
            found += entries[place].lineCount(atMost: rows - found)
        }
    }

    /// Makes the texts of all turns between two, whichever is the first.
    mutating func layOut(from turn: TurnID, to other: TurnID) {
        guard let one = place(of: turn), let last = place(of: other) else { return }
        for place in min(one, last)...max(one, last) { entries[place].layOut() }
    }

    mutating func countLines() {
        while starts.count < entries.count {
            entries[starts.count].layOut()
            entries[starts.count].countLines()
            starts.append(entries[starts.count].lineCount)
        }
    }

    func lineStarts() -> LineStarts {
        var starts = starts
        while starts.count < entries.count { starts.append(entries[starts.count].lineCount) }
        return starts
    }
}
