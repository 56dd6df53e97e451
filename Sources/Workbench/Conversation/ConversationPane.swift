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
            state.session.lanes[column.place].transcript.layOut(rows: column.transcript.rows)
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
        state.current.transcript.countLines()
        let lines = state.current.transcript.lineCount
        state.current.transcript.scroll.move(
            motion, lines: lines, rows: column?.transcript.rows ?? 1)
    }

    package static func press(at point: Point, size: Size, in state: inout State) {
        guard let column = selectLane(at: point, size, in: &state) else { return }
        let row = point.row - column.transcript.row
        let rows = column.transcript.rows
        guard (0..<rows).contains(row), column.place == state.screen.lane else { return }
        state.press(row: row, of: rows)
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
    /// Selects the turn that is seen there. Where its lines are folded they unfold.
    fileprivate mutating func press(row: Int, of rows: Int) {
        let lines = current.transcript.window(rows: rows).lines
        if lines.indices.contains(row), case .folded = lines[row],
            let seen = current.transcript.entriesSeen(in: rows).first(where: {
                $0.rows.contains(row)
            })
        {
            return unfoldPrompt(current.transcript.entries[seen.place].turn.id)
        }
        select(turn: current.transcript.turn(inRow: row, of: rows))
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
