import ChatCompletions
import Conversations
import ScreenKit

/// Sessions: beginning a new one, opening a saved one.
extension State {
    mutating func newSession() -> [Effect] {
        if let refusal = leaveRunning() { return refusal }
        let lane = Lane(
            settings: current.settings, widths: around.widths, language: around.language)
        session = OpenSession(lanes: [lane], after: session)
        beginScreen()
        screen.notice = nil
        focus(on: .composer)
        return []
    }

    /// A session is not left while its answer arrives.
    mutating func leaveRunning() -> [Effect]? {
        guard isRunning else { return nil }
        sayThatItIsRunning()
        return []
    }

    mutating func sayThatItIsRunning() {
        screen.notice = Notice(.stillArriving(stoppedWith: keyLabel(of: .back)))
    }

    /// Shows a session as the library has it.
    mutating func open(_ saved: Session) -> [Effect] {
        if let refusal = leaveRunning() { return refusal }
        session = OpenSession(lanes: [], after: session)
        let tree = TurnTree(session.takeFromShelf(saved))
        var lanes = saved.lanes
        lanes[saved.lane].head = saved.head ?? tree.newest
        session.lanes = lanes.prefix(Self.laneLimit).map { restoredLane($0, tree) }
        session.id = saved.id
        session.title = saved.title
        session.created = saved.created
        session.tree = tree
        session.variables = saved.variables
        session.noteSaved()
        markWhatIsSent()
        beginScreen()
        screen.lane = min(saved.lane, session.lanes.count - 1)
        let branch = current.transcript.entries.lazy.map(\.turn)
        screen.composer.remember(branch.filter { $0.message.role == .user }.map(\.written))
        sayWhatWasInterrupted()
        sayWhatIsGone()
        return loadTraffic(ofLanes: session.lanes.indices) + loadChoices()
    }

    private func loadChoices() -> [Effect] {
        let hasAnswers = session.tree.turns.contains { $0.exchange != nil }
        guard hasAnswers, let id = session.id else { return [] }
        return [.loadChoices(id)]
    }

    private func restoredLane(_ saved: SessionLane, _ tree: TurnTree) -> Lane {
        var restored = Lane(
            settings: saved.settings, system: saved.system, head: saved.head, widths: around.widths,
            language: around.language)
        restored.transcript.show(tree.path(to: saved.head))
        return restored
    }

    /// Another session is on the screen.
    mutating func beginScreen() {
        screen.lane = 0
        screen.conversation.zoomsLane = false
        screen.traffic = TrafficPane(tab: screen.traffic.tab)
        screen.composer.giveUpRevision()
        select(turn: nil)
    }

    /// Shows the last session at a start, unless a prompt has been sent in the meantime; late, unless
    /// anything has been done. What the command line says goes before what the session remembers.
    mutating func restore(_ saved: Session, isLate: Bool) -> [Effect] {
        guard session.id == nil, !isRunning else { return [] }
        if isLate, screen.isTouched {
            let key = keyLabel(of: .library)
            return then {
                $0.screen.notice = Notice(.libraryIsOpen(listedWith: key))
            }
        }
        let wanted = around.startSettings
        let others = session.lanes.dropFirst().map(\.settings)
        guard !others.isEmpty else {
            let effects = open(saved)
            if let wanted { current.settings = wanted }
            session.noteSaved()
            return effects
        }
        let effects = open(saved.withItsOwnLaneOnly)
        if let wanted { current.settings = wanted }
        for settings in others {
            insertLane()
            current.settings = settings
        }
        screen.lane = 0
        session.noteSaved()
        return effects
    }

    private mutating func sayWhatWasInterrupted() {
        guard session.tree[current.head]?.state == .interrupted else { return }
        screen.notice = Notice(.wasInterrupted(askedAgainWith: keyLabel(of: .runAgain)))
    }

    /// The terminal measures otherwise than was thought: everything is wrapped anew.
    mutating func measure(with profile: WidthProfile) {
        around.widths = profile
        for place in session.lanes.indices {
            let lane = session.lanes[place]
            session.lanes[place].transcript = Transcript(profile, around.language)
            session.lanes[place].transcript.show(session.tree.path(to: lane.head))
            if lane.isRunning, let answer = lane.take?.answer {
                session.lanes[place].transcript.follow(answer)
            }
        }
        markWhatIsSent()
    }

    /// The wire record of the opened session's last exchange.
    mutating func show(
        traffic events: [ExchangeEvent], _ part: RecordedPart, of exchange: ExchangeID
    ) {
        for place in session.lanes.indices {
            guard let turn = session.tree[session.lanes[place].head], turn.exchange == exchange
            else { continue }
            session.lanes[place].show(traffic: events, part, of: exchange, turn)
        }
    }
}

extension Session {
    /// Without the lanes beside it.
    fileprivate var withItsOwnLaneOnly: Session {
        var session = self
        session.setLanes([lanes[lane]], current: 0)
        return session
    }
}

extension Lane {
    fileprivate mutating func show(
        traffic events: [ExchangeEvent], _ part: RecordedPart, of exchange: ExchangeID, _ turn: Turn
    ) {
        guard !isRunning else { return }
        if part.isFirst { take = Take(exchange: exchange) }
        guard take?.exchange == exchange else { return }
        for event in events { take?.add(event) }
        if part.isLast { endRecorded(turn) }
    }

    private mutating func endRecorded(_ turn: Turn) {
        guard let take else { return }
        transcript.follow(take.answer)
        transcript.settle(turn, take.answer, thoughtFor: take.thinkingTime)
    }
}
