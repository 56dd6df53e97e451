import ChatCompletions
import Conversations
import ScreenKit

/// Long prompts, the system's too, fold to their first lines.
extension Transcript.Entry {
    /// A few lines more are not worth a key.
    private static let most = 12
    private static let shownLines = 8

    /// Whether it is a prompt that folds.
    var isLong: Bool {
        let isPrompt = turn.message.role == .user || turn.message.role == .system
        return isPrompt && body.content.lineCount(atMost: Self.most + 1) > Self.most
    }

    fileprivate var isFolded: Bool { isLong && !unfolds }

    /// How many lines of its text are seen.
    func linesShown(of body: Transcript.Body) -> Int {
        isFolded ? Self.shownLines : body.content.lineCount
    }

    /// What stands in the place of the others, where there are some.
    func fold(of body: Transcript.Body) -> [TranscriptLine] {
        let hidden = body.content.lineCount - linesShown(of: body)
        return hidden > 0 ? [.folded(hidden)] : []
    }

    /// Whether a place of its text is in none of the lines that are seen.
    fileprivate func hides(_ offset: Int) -> Bool {
        isFolded && body.content.line(at: offset) ?? 0 >= Self.shownLines
    }
}

extension Transcript {
    func isLong(_ turn: TurnID?) -> Bool { isFolded(turn) != nil }

    /// Whether a long prompt shows its first lines alone; `nil`: it is not long.
    func isFolded(_ turn: TurnID?) -> Bool? {
        guard let place = turn.flatMap({ place(of: $0) }), entries[place].isLong else { return nil }
        return entries[place].isFolded
    }

    /// The last long prompt that is in view in so many rows, else the last one of all.
    fileprivate func lastLong(rows: Int) -> TurnID? {
        let seen = entriesSeen(in: rows).last { entries[$0.place].isLong }.map(\.place)
        return (seen ?? entries.lastIndex(where: \.isLong)).map { entries[$0].turn.id }
    }

    /// Shows all of a long prompt, or its first lines alone.
    fileprivate mutating func toggleFold(of turn: TurnID) {
        guard let place = place(of: turn) else { return }
        starts.forget(from: place)
        entries[place].unfolds.toggle()
    }

    /// Unfolds a prompt of which a place is not seen.
    mutating func unfold(_ turn: TurnID, at offset: Int) {
        guard let place = place(of: turn), entries[place].hides(offset) else { return }
        toggleFold(of: turn)
    }
}

extension State {
    /// The selected prompt, or else the last long one in view.
    mutating func unfoldPrompt() {
        let rows = transcriptRows
        guard let turn = selectedTurn?.id ?? current.transcript.lastLong(rows: rows),
            current.transcript.isLong(turn)
        else { return screen.notice = Notice(.nothingToUnfold) }
        unfoldPrompt(turn)
    }

    /// The system prompt is no turn: it is brought into view, not selected.
    mutating func unfoldPrompt(_ turn: TurnID) {
        current.transcript.toggleFold(of: turn)
        select(turn: session.tree[turn]?.id)
        if selectedTurn == nil { current.transcript.reveal(turn, rows: transcriptRows) }
    }

    private var transcriptRows: Int {
        layout.inner(ConversationPane.id).flatMap { currentColumn($0.size) }?.transcript.rows ?? 1
    }
}
