import ChatCompletions
import Conversations
import ScreenKit
import Words

/// A lane's column: its heading, its turns, its figures.
struct LaneView {
    /// From the left.
    let place: Int
    let isCurrent: Bool
    let model: String
    let provider: String
    /// What sets it apart from the others.
    let differences: [Phrase]
    let transcript: TranscriptView
    /// How long it has been waiting.
    let clock: Phrase?
    let figures: [Phrase]
    let welcome: WelcomeView
    private let language: Language

    init(_ place: Int, of state: State, _ welcome: WelcomeView) {
        let lane = state.session.lanes[place]
        self.place = place
        isCurrent = place == state.screen.lane
        model = lane.settings.model
        provider = lane.settings.provider
        differences = state.differences(of: place)
        transcript = TranscriptView(
            transcript: lane.transcript, tree: state.session.tree,
            selected: isCurrent ? state.screen.conversation.selected : nil)
        clock = lane.waitingText(at: state.around.now)
        figures = lane.figureParts(at: state.around.now)
        self.welcome = welcome
        language = state.around.language
    }

    /// - Parameter count: how many lanes there are, where this one hides the others.
    func draw(on canvas: inout Canvas, _ column: LaneColumn, of count: Int?) {
        if let heading = column.heading {
            canvas.sub(heading) {
                drawHeading(on: &$0)
                if let count { drawNumber(of: count, on: &$0) }
            }
        }
        // Where figures stand below, the clock is among them.
        let clock = column.figures == nil ? clock : nil
        canvas.sub(column.transcript) {
            transcript.isEmpty ? welcome.draw(on: &$0) : transcript.draw(on: &$0, clock)
        }
        transcript.drawSelection(beside: column.transcript, on: &canvas)
        if let figures = column.figures { canvas.sub(figures) { drawFigures(on: &$0) } }
    }

    private func drawHeading(on canvas: inout Canvas) {
        let face = Lane.face(place)
        if isCurrent {
            canvas.fill(
                Rect(row: 0, column: 0, rows: 1, columns: canvas.size.columns), face: .selection)
        }
        var column = canvas.write(
            "\(isCurrent ? "▶" : " ")\(Lane.letter(place)) ", at: Point(row: 0, column: 0),
            face: face)
        column += canvas.write(
            model, at: Point(row: 0, column: column), face: isCurrent ? .selection : .strong)
        canvas.write(
            " " + provider, at: Point(row: 0, column: column),
            face: isCurrent ? .selection : .dim)
        let text =
            (differences.isEmpty ? .sameSettings : differences.joined(separator: "  "))
            .text(in: language)
        canvas.write(
            Width.truncate(text, to: canvas.size.columns - 2, canvas.profile),
            at: Point(row: 1, column: 2), face: differences.isEmpty ? .dim : face)
    }

    /// Where one lane hides the others, it says that there are others.
    private func drawNumber(of count: Int, on canvas: inout Canvas) {
        let text = Phrase.laneNumber(place + 1, of: count).text(in: language)
        let column = max(0, canvas.size.columns - Width.of(text, canvas.profile))
        canvas.write(text, at: Point(row: 0, column: column), face: .selection)
    }

    private func drawFigures(on canvas: inout Canvas) {
        var point = Point(row: 0, column: 1)
        for part in figures.map({ $0.text(in: language) }) {
            let width = Width.of(part, canvas.profile)
            if point.column > 1, point.column + width + 3 > canvas.size.columns {
                point = Point(row: point.row + 1, column: 1)
            }
            if point.column > 1 {
                point.column += canvas.write(" · ", at: point, face: Face(.usageLabel))
            }
            point.column += canvas.write(part, at: point, face: Face(.usageValue))
        }
    }
}
