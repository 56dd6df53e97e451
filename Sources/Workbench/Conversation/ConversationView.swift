import ChatCompletions
import ScreenKit

/// The lanes' columns: headings, turns, figures.
extension State {
    func drawLanes(on canvas: inout Canvas, _ layout: Layout) {
        let areAllShown = layout.lanes.count == lanes.count
        for place in layout.lanes {
            let lane = lanes[place.place]
            if let heading = place.heading {
                canvas.sub(heading) {
                    drawLaneHeading(place.place, on: &$0)
                    if !areAllShown { drawLaneNumber(place.place, on: &$0) }
                }
            }
            // Where figures stand below, the clock is among them.
            let clock = place.figures == nil ? lane.waitingText(at: now) : nil
            canvas.sub(place.transcript) { draw(lane.transcript, clock, on: &$0) }
            if let figures = place.figures {
                canvas.sub(figures) { drawLaneFigures(lane, on: &$0) }
            }
        }
    }

    private func draw(_ transcript: Transcript, _ clock: String?, on canvas: inout Canvas) {
        guard !transcript.entries.isEmpty else { return drawWelcome(on: &canvas) }
        let count = transcript.lineCount
        let visible = transcript.scroll.visible(count: count, height: canvas.size.rows)
        let lines = transcript.lines(in: visible)
        for (row, line) in lines.enumerated() { draw(line, clock, row: row, on: &canvas) }
        if visible.upperBound < count { drawMore(count - visible.upperBound, on: &canvas) }
    }

    private func drawMore(_ lines: Int, on canvas: inout Canvas) {
        let text = " ↓ \(lines) more "
        let column = max(0, canvas.size.columns - Width.of(text, widths))
        canvas.write(text, at: Point(row: canvas.size.rows - 1, column: column), face: .dim)
    }

    private func draw(
        _ line: TranscriptLine, _ clock: String?, row: Int, on canvas: inout Canvas
    ) {
        switch line {
        case .heading(let entry):
            let isWaiting = entry.turn.state == .streaming
            drawHeading(entry, isWaiting ? clock : nil, row: row, on: &canvas)
        case .reasoning(let line):
            canvas.verticalLine(column: 0, from: row, to: row + 1, face: Face(.turnReasoning))
            canvas.write(
                line.text, at: Point(row: row, column: 2), face: Face(.turnReasoning))
        case .text(let line, let isSent):
            let face = isSent ? Face(.turnText) : .dim
            canvas.write(line.text, at: Point(row: row, column: 0), face: face)
        case .note(let line, let failed):
            let face = failed ? Face(.turnFailure) : Face(.turnNote)
            canvas.write(line.text, at: Point(row: row, column: 0), face: face)
        case .blank: break
        }
    }

    private func drawHeading(
        _ entry: Transcript.Entry, _ clock: String?, row: Int, on canvas: inout Canvas
    ) {
        var column = canvas.write(
            entry.roleText, at: Point(row: row, column: 0), face: entry.roleFace)
        for part in entry.facts + [clock].compactMap(\.self) {
            column += canvas.write(
                " · " + part, at: Point(row: row, column: column), face: Face(.turnNote),
                ellipsis: true)
        }
    }

    private func drawWelcome(on canvas: inout Canvas) {
        let width = max(10, canvas.size.columns - 1)
        let lines = welcomeLines.flatMap { text, face in
            let lines = WrappedText(width: width, profile: widths, text).lines.map(\.text)
            return (lines.isEmpty ? [""] : lines).map { ($0, face) }
        }
        let top = max(0, (canvas.size.rows - lines.count) / 2)
        for (row, line) in lines.enumerated() {
            canvas.write(line.0, at: Point(row: top + row, column: 1), face: line.1)
        }
    }

    private var welcomeLines: [(String, Face)] {
        let practice = current.settings.provider == "practice"
        let send = keyLabel(of: .send)
        let sendInChinese = send == "enter" ? "回车" : " \(send) "
        return [
            (practice ? "A range to practise on: no key, no network." : "A new session.", .strong),
            ("Type a prompt below; \(send) sends it. 输入提示词，按\(sendInChinese)发送。", .text),
            ("", .text),
            (keyed((.chooseProvider, "provider"), (.chooseModel, "model")), .dim),
            (joined([keyed((.nextPane, "next pane")), turning]), .dim),
            (keyed((.addLane, "a second lane beside this one, to compare")), .dim),
            (keyed((.library, "sessions"), (.palette, "commands"), (.help, "help")), .dim),
        ]
    }

    /// What has a key, with it.
    private func keyed(_ parts: (Command.ID, String)...) -> String {
        joined(
            parts.map { id, what in keymap.keys(for: id).first.map { "\($0.mark) \(what)" } ?? "" })
    }

    private var turning: String {
        let keys = [Command.ID.decrease, .increase].compactMap { keymap.keys(for: $0).first?.mark }
        return keys.count < 2 ? "" : keys.joined(separator: " ") + " turn the knobs in Parameters"
    }

    private func joined(_ parts: [String]) -> String {
        parts.filter { !$0.isEmpty }.joined(separator: " · ")
    }

    // MARK: Several lanes

    private func drawLaneHeading(_ place: Int, on canvas: inout Canvas) {
        let lane = lanes[place]
        let isCurrent = place == self.lane
        let mark = isCurrent ? "▶" : " "
        let face = Lane.face(place)
        if isCurrent {
            canvas.fill(
                Rect(row: 0, column: 0, rows: 1, columns: canvas.size.columns), face: .selection)
        }
        var column = canvas.write(
            "\(mark)\(Lane.letter(place)) ", at: Point(row: 0, column: 0), face: face)
        column += canvas.write(
            lane.settings.model, at: Point(row: 0, column: column),
            face: isCurrent ? .selection : .strong)
        canvas.write(
            " " + lane.settings.provider, at: Point(row: 0, column: column),
            face: isCurrent ? .selection : .dim)
        let differences = differences(of: place)
        let text = differences.isEmpty ? "same settings" : differences.joined(separator: "  ")
        canvas.write(
            Width.truncate(text, to: canvas.size.columns - 2, widths),
            at: Point(row: 1, column: 2), face: differences.isEmpty ? .dim : face)
    }

    /// Where one lane hides the others, it says that there are others.
    private func drawLaneNumber(_ place: Int, on canvas: inout Canvas) {
        let text = " \(place + 1) of \(lanes.count) "
        let column = max(0, canvas.size.columns - Width.of(text, widths))
        canvas.write(text, at: Point(row: 0, column: column), face: .selection)
    }

    private func drawLaneFigures(_ lane: Lane, on canvas: inout Canvas) {
        var point = Point(row: 0, column: 1)
        for part in lane.figureParts(at: now) {
            let width = Width.of(part, widths)
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

extension Transcript.Entry {
    var roleText: String {
        switch turn.message.role {
        case .user: "you"
        default: turn.message.role.rawValue
        }
    }

    var roleFace: Face {
        switch turn.message.role {
        case .user: Face(.turnUser)
        case .assistant: Face(.turnAssistant)
        default: Face(.turnSystem)
        }
    }

    /// `▸ thought for 3.1 s, 412 tokens`.
    private var thinkingText: String {
        let mark = showsReasoning ? "▾" : "▸"
        guard turn.state != .streaming || !body.content.lines.isEmpty else {
            return "\(mark) thinking"
        }
        let time = thoughtFor.map { " for \($0.shortText)" } ?? ""
        let count = turn.usage?.reasoningTokens.map { ", \($0) tokens" } ?? ""
        return "\(mark) thought\(time)\(count)"
    }

    /// What a heading says beside the role.
    var facts: [String] {
        (turn.message.role == .assistant ? answerFacts : []) + [omission?.words].compactMap { $0 }
    }

    /// The model, the thinking, which choice.
    private var answerFacts: [String] {
        var facts: [String] = []
        if bodies.count > 1 {
            // The first is the turn's text, which the next prompt goes with.
            let isSent = shown == 0 ? "" : ", not sent"
            facts.append("choice \(shown + 1) of \(bodies.count)\(isSent)")
        }
        facts.append(turn.model ?? "")
        if !body.reasoning.lines.isEmpty { facts.append(thinkingText) }
        if let reason = body.finishReason, reason != "stop" { facts.append(reason) }
        return facts.filter { !$0.isEmpty }
    }
}

extension History.Omission {
    /// As a heading says it.
    fileprivate var words: String {
        switch self {
        case .unanswered: "not sent: no answer"
        case .empty: "not sent"
        case .incomplete: "not sent: a call without its result"
        case .leftOut: "not sent: left out"
        }
    }
}

extension Choice {
    /// What a choice has beside its text: the calls that it asks for, and what is to be said of it.
    func note(isWhole: Bool) -> String {
        let calls = toolCalls.map { "▸ calls \($0.written)" }
        // The heading has the finish reason.
        let remarks = self.remarks(isWhole: isWhole).filter { $0 != .cut }
            .map { "■ \($0.sentence)" }
        return (calls + remarks).joined(separator: "\n")
    }
}

extension Turn {
    /// Why an answer did not end well.
    var endNote: String {
        switch state {
        case .failed: "✗ " + (failure?.sentence ?? "The answer failed.")
        case .stopped: "■ stopped"
        case .interrupted:
            "■ " + (failure?.sentence ?? "interrupted: the program ended while this arrived")
        // Another program's: what arrives here has no failure yet.
        case .streaming: failure.map { "■ " + $0.sentence } ?? ""
        case .done: ""
        }
    }
}

extension Lane {
    static func face(_ place: Int) -> Face {
        Face([.laneA, .laneB, .laneC, .laneD][place % 4])
    }

    /// What stands under a lane: first token, speed, tokens, why it ended.
    func figureParts(at now: Timestamp) -> [String] {
        let endText = endText(at: now)
        return [
            figures.firstToken.map { "first \($0.shortText)" },
            figures.paceText(decimals: 0, isRunning: isRunning),
            figures.answerTokens > 0 ? "\(figures.answerTokens) tok" : nil,
            endText.isEmpty ? nil : endText,
        ].compactMap { $0 }
    }

    /// `waiting 00:12`, while nothing of an answer has come.
    func waitingText(at now: Timestamp) -> String? {
        guard isRunning, figures.firstToken == nil, let started = figures.started else {
            return nil
        }
        let seconds = max(0, now.milliseconds - started.milliseconds) / 1_000
        return "waiting \(seconds.asClock)"
    }

    private func endText(at now: Timestamp) -> String {
        if live?.isStopping == true { return "stopping" }
        if isRunning { return waitingText(at: now) ?? "streaming" }
        if let failure = figures.failure {
            return failure.kind == .cancelled ? "stopped" : "✗ \(failure.kind.rawValue)"
        }
        return figures.finishReason ?? ""
    }
}
