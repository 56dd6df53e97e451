import ChatCompletions
package import Conversations
package import ScreenKit
package import Words

extension PaneID {
    package static let conversation: PaneID = "conversation"
}

extension KeyContext {
    static let conversation: KeyContext = "conversation"
}

extension ScreenState {
    package var conversation: ConversationPane {
        get { panes[ConversationPane.self] }
        _modify { yield &panes[ConversationPane.self] }
    }
}

/// The lanes' columns: headings, turns, figures.
package struct ConversationPane: Pane {
    /// One lane in full width.
    package var zoomsLane = false
    /// Answers are shown as they were written, not as Markdown.
    var showsSource = false
    /// The turn that keys are about, where the current lane's branch has it.
    package var selected: TurnID?
    /// It is to be brought into view.
    var revealsSelected = false
    private var welcome = Kept<WelcomeWords, WelcomeView>()

    package init() {}

    package static var id: PaneID { .conversation }
    package static var title: Phrase { .conversation }
    package static var keys: [String] { ["<a-2>"] }

    package static func offers(_ state: State) -> PaneOffers {
        PaneOffers(
            here: state.laneOffers + state.turnOffers
                + [(.copy, .copyOffer), (.toggleReasoning, .thinkingOffer)])
    }

    // MARK: Showing

    /// The lanes that are seen, each with what it shows, and how many there are.
    package struct Shown {
        fileprivate var lanes: [LaneView]
        fileprivate var count: Int
        fileprivate var lane: Int
    }

    package static func prepare(_ state: inout State, size: Size) {
        let words = WelcomeWords(state)
        state.screen.conversation.welcome.update(to: words) { WelcomeView(words) }
        for column in state.laneColumns(size) {
            state.session.lanes[column.place].transcript.setWidth(column.transcript.columns)
            state.session.lanes[column.place].transcript.show(
                source: state.screen.conversation.showsSource)
            state.session.lanes[column.place].transcript.show(
                system: state.session.lanes[column.place].system)
            state.revealSelected(in: column)
            state.layOutSelectedText(in: column)
            state.session.lanes[column.place].transcript.layOut(
                rows: column.transcript.rows,
                isGrowing: state.session.lanes[column.place].isRunning)
        }
    }

    package static func shown(of state: State) -> Shown {
        let welcome = state.screen.conversation.welcome.value ?? WelcomeView(WelcomeWords(state))
        let lanes = state.session.lanes.indices.map { LaneView($0, of: state, welcome) }
        return Shown(lanes: lanes, count: lanes.count, lane: state.screen.lane)
    }

    package func draw(_ shown: Shown, on canvas: inout Canvas) -> Point? {
        let columns = LaneColumn.columns(
            in: canvas.size, lanes: shown.count, current: shown.lane, zoomed: zoomsLane)
        for column in columns {
            let isHiding = columns.count < shown.count
            shown.lanes[column.place].draw(on: &canvas, column, of: isHiding ? shown.count : nil)
        }
        return nil
    }

    package static func dividers(_ state: State, size: Size) -> [Int] {
        state.laneColumns(size).dropFirst().map { $0.rect.column - 1 }
    }

    package static func textToCopy(_ state: State) -> String? {
        state.textOfSelectedTurn ?? state.lastAnswer
    }
    package static var nothingToCopy: Phrase { .noAnswerToCopy }

    // MARK: Acting

    package static func move(_ motion: Motion, in state: inout State) {
        let column = state.layout.inner(id).flatMap { state.currentColumn($0.size) }
        if motion == .end { state.current.transcript.stopStepping() }
        state.current.transcript.countLines()
        let lines = state.current.transcript.lineCount
        state.current.transcript.scroll.move(
            motion, lines: lines, rows: column?.transcript.rows ?? 1)
    }

    package static func press(at point: Point, size: Size, in state: inout State) -> [Effect] {
        guard let column = selectLane(at: point, size, in: &state),
            column.transcript.contains(point), column.place == state.screen.lane
        else { return [] }
        return state.press(at: point.inside(column.transcript), of: column.transcript.rows)
    }

    @discardableResult
    static func selectLane(
        at point: Point, _ size: Size, in state: inout State
    ) -> LaneColumn? {
        let column = state.laneColumns(size).first { $0.rect.contains(point) }
        if let column { state.selectLane(column.place) }
        return column
    }

    package static func wheel(_ lines: Int, at point: Point, size: Size, in state: inout State) {
        selectLane(at: point, size, in: &state)
        move(.lines(lines), in: &state)
    }
}

extension State {
    /// Selects the turn that is seen there. Folded lines unfold, a choice whose tab it is is shown.
    fileprivate mutating func press(at point: Point, of rows: Int) -> [Effect] {
        let lines = current.transcript.window(rows: rows).lines
        let seen = current.transcript.entriesSeen(in: rows).first { $0.rows.contains(point.row) }
        if let seen, lines.indices.contains(point.row), case .folded = lines[point.row] {
            unfoldPrompt(current.transcript.entries[seen.place].turn.id)
            return []
        }
        select(turn: current.transcript.turn(inRow: point.row, of: rows))
        guard lines.indices.contains(point.row), case .heading(let entry) = lines[point.row] else {
            return []
        }
        let view = TranscriptView(transcript: current.transcript, tree: session.tree, selected: nil)
        let choice = view.choice(at: point.column, of: entry)
        return choice.map { show(choice: $0, of: entry) } ?? []
    }

    fileprivate func laneColumns(_ size: Size) -> [LaneColumn] {
        LaneColumn.columns(
            in: size, lanes: session.lanes.count, current: screen.lane,
            zoomed: screen.conversation.zoomsLane)
    }

    func currentColumn(_ size: Size) -> LaneColumn? {
        laneColumns(size).first { $0.place == screen.lane }
    }

    /// The last answer of the lane's branch of which something can be copied.
    var lastAnswerTurn: Turn? {
        session.tree.last(to: current.head) {
            $0.message.role == .assistant && !$0.textToCopy.isEmpty
        }
    }

    var lastAnswer: String? {
        lastAnswerTurn.map { answer in
            session.tree.whole(answer).map { $0.textToCopy.text(in: around.language) }.joined()
        }
    }
}
