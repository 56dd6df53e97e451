import ChatCompletions
import Conversations
import ScreenKit
import Words

/// The first line: what is open, whom it asks, how fast it answers.
struct HeaderView {
    let title: String
    let provider: String
    let model: String
    let isUnsaved: Bool
    /// What the lane is doing, if anything.
    let activity: String?
    private let language: Language

    init(_ state: State) {
        language = state.around.language
        title =
            state.session.title.isEmpty
            ? Phrase.untitledSession.text(in: language) : state.session.title
        let settings = state.current.settings
        provider = settings.provider
        model = settings.model.isEmpty ? Phrase.noModel.text(in: language) : settings.model
        isUnsaved = state.around.libraryProblem != nil
        activity = state.current.activity(at: state.around.now)?.text(in: language)
    }

    func draw(on canvas: inout Canvas) {
        let columns = canvas.size.columns
        canvas.fill(Rect(row: 0, column: 0, rows: 1, columns: columns), face: Face(.headerBar))
        var column = 1
        column += canvas.write("Fader", at: Point(row: 0, column: column), face: Face(.headerName))
        let right = figures(canvas.profile)
        let rightColumns = Width.of(right.map(\.text).joined(), canvas.profile)
        let limit = max(0, columns - column - rightColumns - 4)
        canvas.write(
            Width.truncate(title, to: limit, canvas.profile),
            at: Point(row: 0, column: column + 2), face: Face(.headerBar))
        column = max(column + 3, columns - rightColumns - 1)
        for part in right {
            column += canvas.write(part.text, at: Point(row: 0, column: column), face: part.face)
        }
    }

    private func figures(_ widths: WidthProfile) -> [(text: String, face: Face)] {
        let who = "\(provider) · \(Width.truncate(model, to: 40, widths))"
        var parts = [(text: who, face: Face(.headerBar))]
        if isUnsaved {
            let text = "  ✗ " + Phrase.notSaved.text(in: language)
            parts.append((text: text, face: Face(.noticeError)))
        }
        if let activity { parts.append((text: "   " + activity, face: Face(.headerFigure))) }
        return parts
    }
}

extension Lane {
    fileprivate func activity(at now: Timestamp) -> Phrase? {
        guard isRunning else { return promiseText(at: now) }
        let elapsed = take?.started.map { max(0, now.milliseconds - $0.milliseconds) } ?? 0
        let clock =
            Int(elapsed / 60_000).padded(to: 2) + ":" + Int(elapsed / 1_000 % 60).padded(to: 2)
        guard let rate = take?.figures.tokensPerSecond else {
            let isWaiting = take?.timings.firstToken == nil
            return .dot + (isWaiting ? .waitingSince(clock) : .answeringSince(clock))
        }
        return .dot + .speed(rate.text(decimals: 0)) + Phrase(verbatim: " " + clock)
    }

    /// A try that was promised is in sight even when the notice has been closed.
    private func promiseText(at now: Timestamp) -> Phrase? {
        guard let offer, offer.isTaken else { return nil }
        return Phrase(verbatim: "◌ ") + .againIn(offer.secondsLeft(at: now).asClock)
    }
}

extension Phrase {
    /// Something goes on.
    fileprivate static let dot = Phrase(verbatim: "● ")
}
