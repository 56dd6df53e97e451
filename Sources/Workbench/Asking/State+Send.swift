import ChatCompletions
import Conversations
import ScreenKit
import Words

/// Sending a prompt, sending it again, stopping.
extension State {
    /// Sends what the composer holds, to every lane.
    mutating func send() -> [Effect] {
        let prompt = screen.composer.text
        guard !prompt.allSatisfy(\.isWhitespace) else {
            screen.notice = Notice(.nothingToSend)
            return []
        }
        guard !isRunning else {
            sayThatItIsRunning()
            return []
        }
        dropOffers()
        guard let effects = ask(prompt) else { return [] }
        screen.composer.sent()
        return effects
    }

    /// Runs the last prompt again: its answers become siblings of the earlier ones.
    mutating func runAgain() -> [Effect] {
        guard !isRunning else {
            sayThatItIsRunning()
            return []
        }
        dropOffers()
        return runAgain(lanes: Array(session.lanes.indices))
    }

    /// A prompt that was left out, or that got no answer, is in again.
    mutating func runAgain(lanes places: [Int]) -> [Effect] {
        var asked: [Int: Lane] = [:]
        for place in places {
            guard let question = question(of: session.lanes[place]) else { continue }
            asked[place] = session.lanes[place]
            asked[place]?.head = question
        }
        guard !asked.isEmpty else {
            screen.notice = Notice(.nothingToRunAgain)
            return []
        }
        let changed = takeIn(asked.values.compactMap { session.tree.prompt(of: $0.head) })
        guard isSendable(asked.mapValues { request(of: $0) }) else {
            markWhatIsSent()
            return changed.isEmpty ? [] : saveSession(changed)
        }
        screen.notice = nil
        screen.composer.takeAway()
        for (place, lane) in asked { session.lanes[place].head = lane.head }
        return start(lanes: asked.keys.sorted(), after: changed)
    }

    /// The turn that the lane's last answer was asked for with.
    private func question(of lane: Lane) -> TurnID? {
        if let last = session.tree[lane.head], last.isAnswer { return last.parent }
        return session.tree.prompt(of: lane.head)?.id
    }

    private mutating func ask(_ prompt: String) -> [Effect]? {
        let requests = session.lanes.indices.map {
            ($0, request(of: session.lanes[$0], asking: prompt))
        }
        guard isSendable(Dictionary(uniqueKeysWithValues: requests)) else { return nil }
        screen.notice = nil
        beginSession(titled: prompt)
        var turns: [TurnID?: Turn] = [:]
        for place in session.lanes.indices {
            // Lanes that share their past share the prompt; lanes that have parted get their own.
            let parent = session.lanes[place].head
            let turn = turns[parent] ?? userTurn(prompt, after: parent)
            turns[parent] = turn
            session.lanes[place].head = turn.id
        }
        return start(lanes: Array(session.lanes.indices), after: Array(turns.values))
    }

    private mutating func userTurn(_ prompt: String, after parent: TurnID?) -> Turn {
        let turn = Turn(
            id: TurnID(rawValue: around.ids.next()), parent: parent,
            message: Message(.user, prompt),
            created: around.now)
        session.tree.insert(turn)
        return turn
    }

    /// Says what is missing, if anything is.
    private mutating func isSendable(_ requests: [Int: ChatRequest]) -> Bool {
        for (place, request) in requests.sorted(by: { $0.key < $1.key }) {
            let refusal = request.findings().first { $0.severity == .refusal }
            let lane = session.lanes[place]
            let problem =
                arrivalElsewhere(lane) ?? addressProblem(of: lane) ?? refusal?.sentence
            guard let problem else { continue }
            screen.notice = Notice(name(ofLane: place) + problem, isError: true)
            return false
        }
        return true
    }

    /// Two answers at once would be two branches, and neither could know of the other.
    private func arrivalElsewhere(_ lane: Lane) -> Phrase? {
        let branch = session.tree.path(to: lane.head)
        guard let id = session.id, branch.contains(where: { $0.state == .streaming }) else {
            return nil
        }
        return Phrase.arrivesElsewhere(id).capitalized.closed
    }

    /// Everything is saved in one go, then the requests go out.
    private mutating func start(lanes places: [Int], after turns: [Turn]) -> [Effect] {
        guard let id = session.id else { return [] }
        var turns = turns
        var starts: [Effect] = []
        screen.traffic.previews = false
        for place in places {
            let start = exchangeStart(of: place, in: id)
            let turn = Turn(answering: start, after: session.lanes[place].head, at: around.now)
            session.tree.insert(turn)
            turns.append(turn)
            session.lanes[place].begin(
                turn, exchange: start.exchange, at: around.now, branch: session.tree)
            starts.append(.exchange(start))
        }
        markWhatIsSent()
        return saveSession(turns) + starts
    }

    private mutating func exchangeStart(of place: Int, in saved: SessionID) -> ExchangeStart {
        let turn = TurnID(rawValue: around.ids.next())
        return ExchangeStart(
            exchange: ExchangeID(rawValue: around.ids.next()), session: saved, turn: turn,
            settings: session.lanes[place].settings,
            request: request(of: session.lanes[place]))
    }

    // MARK: Stopping

    mutating func stop(lane place: Int) -> [Effect] {
        guard let live = session.lanes[place].live else { return [] }
        session.lanes[place].live?.isStopping = true
        return [.cancel(live.exchange)]
    }

    mutating func stopAll() -> [Effect] {
        session.lanes.indices.flatMap { stop(lane: $0) }
    }
}

extension Lane {
    mutating func begin(_ turn: Turn, exchange: ExchangeID, at time: Timestamp, branch: TurnTree) {
        head = turn.id
        live = LiveAnswer(exchange: exchange, turn: turn.id)
        take = Take(exchange: exchange, started: time)
        transcript.show(branch.path(to: turn.id))
        transcript.scroll.follow()
    }
}
