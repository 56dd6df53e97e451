package import ChatCompletions
import ScreenKit

/// Sessions: beginning a new one, opening a saved one.
extension State {
    mutating func newSession() -> [Effect] {
        if let refusal = leaveRunning() { return refusal }
        session = SessionState()
        lanes = [Lane(id: nextLaneID, settings: current.settings, widths: widths)]
        nextLaneID += 1
        lane = 0
        zoomedLane = false
        traffic = TrafficPane(tab: traffic.tab)
        notice = nil
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
        notice = Notice("An answer is still arriving: \(keyLabel(of: .back)) stops it.")
    }

    /// Shows a session as the library has it.
    mutating func open(_ saved: Session) -> [Effect] {
        if let refusal = leaveRunning() { return refusal }
        session = SessionState()
        session.id = saved.id
        session.title = saved.title
        session.system = saved.system
        session.created = saved.created
        session.tree = TurnTree(saved.turns)
        let head = saved.head ?? session.tree.newest
        lanes = session.tree.lanesAtTheEnd(head).map { restoredLane($0, saved.settings) }
        lanes[0].awaitsSettings = false
        markWhatIsSent()
        lane = 0
        zoomedLane = false
        traffic = TrafficPane(tab: traffic.tab)
        let branch = session.tree.path(to: head)
        composer.remember(branch.filter { $0.message.role == .user }.map(\.message.content))
        sayWhatWasInterrupted(branch)
        sayWhatIsGone()
        return lanes.compactMap { lane in
            session.tree.path(to: lane.head).last { $0.exchange != nil }?.exchange
        }.map { .loadTraffic($0) }
    }

    private mutating func restoredLane(_ head: TurnID?, _ settings: LaneSettings) -> Lane {
        var settings = settings
        let turn = session.tree[head]
        settings.provider = turn?.provider ?? settings.provider
        var restored = Lane(id: nextLaneID, settings: settings, head: head, widths: widths)
        nextLaneID += 1
        restored.awaitsSettings = true
        restored.transcript.show(session.tree.path(to: head))
        return restored
    }

    /// Shows the last session at a start, unless a prompt has been sent in the meantime; late, unless
    /// anything has been done. What the command line says goes before what the session remembers.
    mutating func restore(_ saved: Session, isLate: Bool) -> [Effect] {
        guard session.id == nil, !isRunning else { return [] }
        if isLate, isTouched {
            let key = keyLabel(of: .library)
            return then { $0.notice = Notice("The library is open now; \(key) has its sessions.") }
        }
        let wanted = startSettings
        let others = lanes.dropFirst().map(\.settings)
        let effects = open(saved)
        if let wanted { current.settings = wanted }
        for settings in others {
            addLane()
            current.settings = settings
        }
        lane = 0
        return effects
    }

    private mutating func sayWhatWasInterrupted(_ branch: [Turn]) {
        guard branch.last?.state == .interrupted else { return }
        notice = Notice(
            "The last answer was interrupted; what had arrived is here. "
                + "\(keyLabel(of: .runAgain)) asks again.")
    }

    /// The terminal measures otherwise than was thought: everything is wrapped anew.
    mutating func measure(with profile: WidthProfile) {
        widths = profile
        for place in lanes.indices {
            let lane = lanes[place]
            lanes[place].transcript = Transcript(profile)
            lanes[place].transcript.show(session.tree.path(to: lane.head))
            if let answer = lane.live?.answer { lanes[place].transcript.follow(answer) }
        }
        markWhatIsSent()
    }

    /// The wire record of the opened session's last exchange.
    mutating func show(
        traffic events: [ExchangeEvent], _ part: RecordedPart, of exchange: ExchangeID,
        sentWith settings: LaneSettings?
    ) {
        guard let place = lanes.firstIndex(where: { session.tree[$0.head]?.exchange == exchange })
        else { return }
        guard !lanes[place].isRunning else { return }
        if part.isFirst { lanes[place].beginRecorded(exchange, sentWith: settings) }
        guard lanes[place].traffic.exchange == exchange else { return }
        lanes[place].receive(recorded: events)
        if part.isLast { lanes[place].endRecorded(session.tree[lanes[place].head]) }
    }
}

extension Lane {
    fileprivate mutating func beginRecorded(
        _ exchange: ExchangeID, sentWith settings: LaneSettings?
    ) {
        if let settings, awaitsSettings { self.settings = settings }
        awaitsSettings = false
        traffic = TrafficLog(exchange: exchange)
        figures = Figures()
        recorded = Answer()
    }

    fileprivate mutating func receive(recorded events: [ExchangeEvent]) {
        for event in events {
            receive(event)
            guard case .read(let read) = event else { continue }
            for case let delta? in read.events.map(\.delta) { recorded.add(delta) }
        }
    }

    fileprivate mutating func endRecorded(_ turn: Turn?) {
        if let turn {
            transcript.follow(recorded)
            transcript.settle(turn, recorded, thoughtFor: figures.thinkingTime)
        }
        recorded = Answer()
    }
}

extension TurnTree {
    package subscript(id: TurnID?) -> Turn? { id.flatMap { self[$0] } }
}
