package import ChatCompletions

/// Lanes: adding, leaving, adopting.
extension State {
    package static let laneLimit = 4

    /// A lane beside the current one, with its settings and its branch.
    mutating func addLane() {
        guard lanes.count < Self.laneLimit else {
            notice = Notice("Four lanes is the limit: remove one first.")
            return
        }
        var added = Lane(
            id: nextLaneID, settings: current.settings,
            head: current.isRunning
                ? session.tree[current.head]?.parent
                : current.head, widths: widths)
        added.transcript.setWidth(current.transcript.width)
        added.transcript.show(session.tree.path(to: added.head))
        nextLaneID += 1
        lanes.insert(added, at: lane + 1)
        lane += 1
        markWhatIsSent()
        zoomedLane = false
        notice = Notice(
            "Lane \(Lane.letter(lane)): change its model or a parameter, then "
                + "\(keyLabel(of: .send)) sends to all.")
    }

    /// Lanes that the command line asks for. Without another first one, they are all there are.
    package mutating func open(lanes settings: [LaneSettings]) {
        for (place, settings) in settings.prefix(Self.laneLimit).enumerated() {
            if place > 0 { addLane() }
            current.settings = settings
        }
        if let first = settings.first { startSettings = first }
        lane = 0
        notice = nil
    }

    mutating func removeLane() -> [Effect] {
        guard lanes.count > 1 else {
            notice = Notice("This is the only lane.")
            return []
        }
        let effects = stop(lane: lane)
        lanes.remove(at: lane)
        lane = min(lane, lanes.count - 1)
        zoomedLane = zoomedLane && lanes.count > 1
        return effects + saveSession()
    }

    /// The lane's answer becomes the conversation's next turn; the other lanes close.
    mutating func adoptLane() -> [Effect] {
        guard lanes.count > 1 else {
            notice = Notice("Only one lane: its answer is the conversation already.")
            return []
        }
        guard !current.isRunning else {
            notice = Notice("This lane's answer is still arriving: adopt it when it is whole.")
            return []
        }
        let letter = Lane.letter(lane)
        let effects = lanes.indices.filter { $0 != lane }.flatMap { stop(lane: $0) }
        lanes = [current]
        lane = 0
        zoomedLane = false
        notice = Notice("Lane \(letter) is the conversation now.")
        return effects + saveSession()
    }

    mutating func selectLane(by delta: Int) {
        guard lanes.count > 1 else { return }
        selectLane((lane + delta + lanes.count) % lanes.count)
    }

    mutating func selectLane(_ place: Int) {
        guard lanes.indices.contains(place), place != lane else { return }
        finishEdit()
        guard parameters.edit == nil else { return }
        lane = place
        traffic = TrafficPane(tab: traffic.tab)
    }

    /// What sets this lane apart from the first one: the settings that differ.
    package func differences(of place: Int) -> [String] {
        let mine = lanes[place].settings
        let others = lanes.indices.filter { $0 != place }.map { lanes[$0].settings }
        let names = Set(lanes.flatMap { $0.settings.parameters.members.map(\.name) })
        return names.sorted().compactMap { name in
            let value = mine.parameters[name]
            guard others.contains(where: { $0.parameters[name] != value }) else { return nil }
            return "\(name) \(value?.text ?? "not sent")"
        }
    }
}
