import ChatCompletions
import Conversations
import ScreenKit
import Words

/// What is said of a lane in a line.
extension Lane {
    static func face(_ place: Int) -> Face {
        Face([.laneA, .laneB, .laneC, .laneD][place % 4])
    }

    /// What stands under a lane: first token, speed, tokens, why it ended.
    func figureParts(at now: Timestamp) -> [Phrase] {
        let endText = endText(at: now)
        return [
            figures.firstToken.map(Phrase.firstToken),
            figures.pace(decimals: 0, isRunning: isRunning),
            figures.answerTokens > 0 ? .tokens(figures.answerTokens) : nil,
            endText.isEmpty ? nil : endText,
        ].compactMap { $0 }
    }

    /// `waiting 00:12`, while nothing of an answer has come.
    func waitingText(at now: Timestamp) -> Phrase? {
        guard isRunning, figures.firstToken == nil, let started = figures.started else {
            return nil
        }
        let seconds = max(0, now.milliseconds - started.milliseconds) / 1_000
        return .waitingSince(seconds.asClock)
    }

    private func endText(at now: Timestamp) -> Phrase {
        if live?.isStopping == true { return .stopping }
        if isRunning { return waitingText(at: now) ?? .streaming }
        if let kind = figures.failure?.kind {
            return kind == .cancelled ? .answerStopped : Phrase(verbatim: "✗ ") + kind.word
        }
        return Phrase(verbatim: figures.finishReason ?? "")
    }
}
