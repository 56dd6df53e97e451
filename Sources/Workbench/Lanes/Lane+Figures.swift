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
        guard let take else { return [] }
        let endText = endText(take, at: now)
        return [
            take.timings.firstToken.map(Phrase.firstToken),
            take.pace(decimals: 0, isRunning: isRunning),
            take.answerTokens > 0 ? .tokens(take.answerTokens) : nil,
            endText.isEmpty ? nil : endText,
        ].compactMap { $0 }
    }

    /// `waiting 00:12`, while nothing of an answer has come.
    func waitingText(at now: Timestamp) -> Phrase? {
        guard isRunning, let take, take.timings.firstToken == nil, let started = take.started
        else { return nil }
        let seconds = max(0, now.milliseconds - started.milliseconds) / 1_000
        return .waitingSince(seconds.asClock)
    }

    private func endText(_ take: Take, at now: Timestamp) -> Phrase {
        if live?.isStopping == true { return .stopping }
        if isRunning { return waitingText(at: now) ?? .streaming }
        if let kind = take.end?.failure?.kind {
            return kind == .cancelled ? .answerStopped : Phrase(verbatim: "✗ ") + kind.word
        }
        return Phrase(verbatim: take.finishReason ?? "")
    }
}
