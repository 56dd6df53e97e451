import ChatCompletions
import Conversations
import ScreenKit

/// The first line: what is open, whom it asks, how fast it answers.
extension State {
    func drawHeader(on canvas: inout Canvas, _ layout: Layout) {
        canvas.fill(layout.header, face: Face(.headerBar))
        var column = 1
        column += canvas.write("Fader", at: Point(row: 0, column: column), face: Face(.headerName))
        let right = headerFigures
        let rightColumns = Width.of(right.map(\.text).joined(), widths)
        let limit = max(0, size.columns - column - rightColumns - 4)
        let title = session.title.isEmpty ? "new session" : session.title
        canvas.write(
            Width.truncate(title, to: limit, widths), at: Point(row: 0, column: column + 2),
            face: Face(.headerBar))
        column = max(column + 3, size.columns - rightColumns - 1)
        for part in right {
            column += canvas.write(part.text, at: Point(row: 0, column: column), face: part.face)
        }
    }

    private var headerFigures: [(text: String, face: Face)] {
        let model = current.settings.model.isEmpty ? "no model" : current.settings.model
        let who = "\(current.settings.provider) · \(Width.truncate(model, to: 40, widths))"
        var parts = [(who, Face(.headerBar))]
        if libraryProblem != nil { parts.append(("  ✗ not saved", Face(.noticeError))) }
        if let state = runningText { parts.append(("   " + state, Face(.headerFigure))) }
        return parts.map { (text: $0.0, face: $0.1) }
    }

    /// A try that was promised is in sight even when the notice has been closed.
    private var promiseText: String? {
        guard let offer = current.offer, offer.isTaken else { return nil }
        return "◌ again in \(offer.secondsLeft(at: now).asClock)"
    }

    private var runningText: String? {
        guard current.isRunning else { return promiseText }
        let elapsed =
            current.figures.started.map { max(0, now.milliseconds - $0.milliseconds) } ?? 0
        let clock =
            Int(elapsed / 60_000).padded(to: 2) + ":" + Int(elapsed / 1_000 % 60).padded(to: 2)
        guard let rate = current.figures.tokensPerSecond else {
            return (current.figures.firstToken == nil ? "● waiting " : "● answering ") + clock
        }
        return "● \(rate.text(decimals: 0)) tok/s \(clock)"
    }
}
