import ChatCompletions
import Conversations
import ScreenKit
import Words

/// Sending a prompt, sending it again, stopping.
extension State {
    /// Sends what the composer holds, to every lane, once each of its variables has a value.
    ///
    /// - Parameter asWritten: its braces are text.
    mutating func send(asWritten: Bool = false) -> [Effect] {
        let prompt = screen.composer.text
        guard !prompt.allSatisfy(\.isWhitespace) else {
            screen.notice = Notice(.nothingToSend)
            return []
        }
        guard !isRunning else {
            sayThatItIsRunning()
            return []
        }
        guard asWritten || !asksForVariables(of: prompt) else { return [] }
        dropOffers()
        guard let effects = ask(asWritten ? prompt : filled(prompt), written: prompt) else {
            return []
        }
        if screen.composer.revision != nil {
            screen.notice = Notice(.editSent(earlier: keyLabel(of: .siblingBefore)))
        }
        screen.composer.sent()
        select(turn: nil)
        return effects
    }

    /// Runs the last prompt again: its answers become siblings of the earlier ones.
    mutating func runAgain() -> [Effect] {
        guard !isRunning else {
            sayThatItIsRunning()
            return []
        }
        dropOffers()
        return withVariables(ofLanes: Array(session.lanes.indices)) { state in
            state.select(turn: nil)
            return state.runAgain(lanes: Array(state.session.lanes.indices))
        }
    }

    /// A prompt that was left out, or that got no answer, is in again.
    ///
    /// - Parameter turn: what is asked or answered again; `nil`: each lane's last answer.
    mutating func runAgain(lanes places: [Int], from turn: TurnID? = nil) -> [Effect] {
        var asked: [Int: Lane] = [:]
        for place in places {
            let last = turn ?? session.lanes[place].head
            guard let question = question(of: last) else { continue }
            asked[place] = session.lanes[place]
            asked[place]?.head = question
        }
        return ask(asked)
    }

    /// Asks a lane for what follows a turn: an answer, or more of one.
    mutating func ask(lane place: Int, after turn: TurnID) -> [Effect] {
        var lane = session.lanes[place]
        lane.head = turn
        return ask([place: lane])
    }

    /// - Parameter asked: the lanes as they are to be before the answer.
    private mutating func ask(_ asked: [Int: Lane]) -> [Effect] {
        guard !asked.isEmpty else {
            screen.notice = Notice(.nothingToRunAgain)
            return []
        }
        if let problem = asked.values.compactMap({ continuationProblem(of: $0) }).first {
            screen.notice = Notice(problem)
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

    /// What an answer was asked for with; the prompt that any other turn belongs to.
    func question(of turn: TurnID?) -> TurnID? {
        if let turn = session.tree[turn], turn.isAnswer { return turn.parent }
        return session.tree.prompt(of: turn)?.id
    }

    /// - Parameter written: the prompt with the names of its variables.
    private mutating func ask(_ prompt: String, written: String) -> [Effect]? {
        let asked = lanesAsked
        guard isSendable(asked.mapValues { request(of: $0, asking: prompt) }) else { return nil }
        screen.notice = nil
        beginSession(titled: prompt)
        var turns: [TurnID?: Turn] = [:]
        for (place, lane) in asked.sorted(by: { $0.key < $1.key }) {
            // Lanes that share their past share the prompt; lanes that have parted get their own.
            let turn = turns[lane.head] ?? userTurn(prompt, written: written, after: lane.head)
            turns[lane.head] = turn
            session.lanes[place].head = turn.id
        }
        return start(lanes: asked.keys.sorted(), after: Array(turns.values))
    }

    /// The lanes that a prompt goes to, as they are before it: all of them, or those that were asked
    /// what is being changed, without what followed.
    private var lanesAsked: [Int: Lane] {
        let places = session.lanes.indices.filter { place in
            guard let revision = screen.composer.revision else { return true }
            return session.lanes[place].transcript.place(of: revision.turn) != nil
        }
        return Dictionary(
            uniqueKeysWithValues: (places.isEmpty ? [screen.lane] : places).map {
                ($0, laneAsked(session.lanes[$0]))
            })
    }

    /// A lane as it is before what the composer holds.
    func laneAsked(_ lane: Lane) -> Lane {
        guard let turn = screen.composer.revision.flatMap({ session.tree[$0.turn] }) else {
            return lane
        }
        var lane = lane
        lane.head = turn.parent
        return lane
    }

    private mutating func userTurn(
        _ prompt: String, written: String, after parent: TurnID?
    ) -> Turn {
        var turn = Turn(
            id: TurnID(rawValue: around.ids.next()), parent: parent,
            message: Message(.user, prompt),
            created: around.now)
        if written != prompt { turn.template = written }
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
        let request = continuing(request(of: session.lanes[place]), session.lanes[place])
        return ExchangeStart(
            exchange: ExchangeID(rawValue: around.ids.next()), session: saved, turn: turn,
            settings: session.lanes[place].settings, request: request)
    }
}
