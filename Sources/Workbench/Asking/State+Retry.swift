import ChatCompletions
import Conversations
package import Words

/// Waiting: for a slow answer, or for the moment when a failed one may be asked for again.
extension State {
    /// Whether a clock has to go on although no answer is awaited.
    package var isCountingDown: Bool {
        session.lanes.contains { lane in
            guard let offer = lane.offer, !lane.isRunning else { return false }
            return offer.isTaken || offer.isServersWish && offer.due > around.now
        }
    }

    /// Alt-w: gives a running answer its time limits afresh; takes the offers of failed ones.
    mutating func waitOn() -> [Effect] {
        let live = session.lanes.compactMap(\.live?.exchange)
        let offers = session.lanes.indices.filter {
            !session.lanes[$0].isRunning && session.lanes[$0].offer != nil
        }
        for place in offers { session.lanes[place].offer?.isTaken = true }
        if !offers.isEmpty { screen.composer.takeAway() }
        if !live.isEmpty {
            screen.notice = Notice(.limitsAfresh)
        } else if offers.isEmpty {
            screen.notice = Notice(.nothingAwaited)
        }
        return live.map { .waitLonger($0) } + sendWhatIsDue()
    }

    /// Sends again what was promised for now, in the lanes that it was promised in.
    mutating func sendWhatIsDue() -> [Effect] {
        let places = session.lanes.indices.filter { place in
            guard let offer = session.lanes[place].offer, offer.isTaken else { return false }
            return !session.lanes[place].isRunning && offer.due <= around.now
        }
        return places.isEmpty ? [] : runAgain(lanes: places)
    }

    /// Esc and ctrl-c: what was promised is not sent; the offer stands.
    mutating func takeBackPromises() -> Bool {
        let places = session.lanes.indices.filter { session.lanes[$0].offer?.isTaken == true }
        for place in places where !session.lanes[place].isRunning {
            session.lanes[place].offer?.isTaken = false
        }
        if places.isEmpty { return false }
        screen.notice = Notice(.takenBack(sentWith: keyLabel(of: .runAgain)))
        giveBackPrompt()
        return true
    }

    /// Whoever sends by hand has decided anew.
    mutating func dropOffers() {
        for place in session.lanes.indices { session.lanes[place].offer = nil }
    }

    /// What the current lane's offer, or else the first one, has to say; `nil` without one.
    package var offerText: Phrase? {
        let lanes = [current] + session.lanes
        guard let offer = lanes.lazy.filter({ !$0.isRunning }).compactMap(\.offer).first else {
            return nil
        }
        let left = offer.secondsLeft(at: around.now)
        let key = keyLabel(of: .waitOn)
        if offer.isTaken {
            return .sentAgain(
                in: left.asClock, try: offer.number, takenBackWith: keyLabel(of: .back))
        }
        if !offer.isServersWish { return .keepsTrying(with: key) }
        return left > 0
            ? .toWait(left.asClock, thenSentWith: key)
            : .waitIsOver(sentWith: keyLabel(of: .runAgain))
    }
}

extension Int64 {
    /// Seconds as `00:18`, or `1:00:05`.
    var asClock: String {
        let parts =
            self < 3600 ? [self / 60, self % 60] : [self / 3600, self / 60 % 60, self % 60]
        return parts.enumerated().map { place, part in
            place == 0 && parts.count == 3 ? "\(part)" : Int(part).padded(to: 2)
        }.joined(separator: ":")
    }
}
