import ChatCompletions
package import Conversations
import ScreenKit
package import Words

/// Lanes: adding, leaving, adopting.
extension State {
    package static let laneLimit = 4

    /// A lane beside the current one, with its settings and its branch.
    mutating func addLane() -> [Effect] {
        guard session.lanes.count < Self.laneLimit else {
            screen.notice = Notice(.laneLimit)
            return []
        }
        insertLane()
        session.removals.laneAdded(at: screen.lane)
        screen.conversation.zoomsLane = false
        screen.notice = Notice(
            .laneAdded(
                Lane.letter(screen.lane), systemWith: keyLabel(of: .editSystem),
                sentWith: keyLabel(of: .send)))
        return saveSession()
    }

    mutating func insertLane() {
        var added = Lane(
            settings: current.settings, system: current.system,
            head: current.isRunning
                ? session.tree[current.head]?.parent
                : current.head, widths: around.widths, language: around.language)
        added.transcript.setWidth(current.transcript.width)
        added.transcript.show(session.tree.path(to: added.head))
        session.lanes.insert(added, at: screen.lane + 1)
        screen.lane += 1
        markWhatIsSent()
    }

    /// Lanes that the command line asks for. Without another first one, they are all there are.
    package mutating func open(lanes settings: [LaneSettings]) {
        for (place, settings) in settings.prefix(Self.laneLimit).enumerated() {
            if place > 0 { insertLane() }
            current.settings = settings
        }
        if let first = settings.first { around.startSettings = first }
        screen.lane = 0
        screen.notice = nil
    }

    /// One lane in full width, or all of them again; where that changes nothing, why.
    mutating func zoomLane() {
        guard session.lanes.count > 1 else { return screen.notice = Notice(.onlyLane) }
        screen.conversation.zoomsLane.toggle()
        guard let size = layout.inner(.conversation)?.size,
            LaneColumn.columns(
                in: size, lanes: session.lanes.count, current: screen.lane, zoomed: false
            ).count == 1
        else { return }
        screen.conversation.zoomsLane = false
        screen.notice = Notice(.oneLaneFits(keyLabel(of: .nextLane)))
    }

    mutating func removeLane() -> [Effect] {
        guard session.lanes.count > 1 else {
            screen.notice = Notice(.onlyLane)
            return []
        }
        let effects = stop(lane: screen.lane)
        close(lanes: [screen.lane])
        return effects + saveSession()
    }

    /// The lane's answer becomes the conversation's next turn; the other lanes close.
    mutating func adoptLane() -> [Effect] {
        guard session.lanes.count > 1 else {
            screen.notice = Notice(.nothingToAdopt)
            return []
        }
        guard !current.isRunning else {
            screen.notice = Notice(.adoptedTooSoon)
            return []
        }
        let letter = Lane.letter(screen.lane)
        let others = session.lanes.indices.filter { $0 != screen.lane }
        let effects = others.flatMap { stop(lane: $0) }
        close(lanes: others)
        screen.notice = Notice(.laneAdopted(letter))
        return effects + saveSession()
    }

    /// They can be brought back; an answer that arrives in one comes to its end all the same.
    private mutating func close(lanes places: [Int]) {
        let lanes = places.map { Removal.Place(place: $0, lane: session.lanes[$0]) }
        session.closing += lanes.map(\.lane).filter(\.isRunning)
        let removal = remove(Removal(lanes: lanes))
        session.removals.add(removal)
    }

    mutating func selectLane(by delta: Int) {
        guard session.lanes.count > 1 else { return }
        selectLane((screen.lane + delta + session.lanes.count) % session.lanes.count)
    }

    mutating func selectLane(_ place: Int) {
        guard session.lanes.indices.contains(place), place != screen.lane else { return }
        finishEdit()
        guard screen.parameters.edit == nil else { return }
        screen.lane = place
        screen.traffic = TrafficPane(tab: screen.traffic.tab)
    }

    /// What sets this lane apart from the others: its system prompt, the settings that differ.
    package func differences(of place: Int) -> [Phrase] {
        systemDifference(of: place) + parameterDifferences(of: place)
    }

    private func systemDifference(of place: Int) -> [Phrase] {
        let system = session.lanes[place].system
        guard session.lanes.contains(where: { $0.system != system }) else { return [] }
        return [nameOfSystemPrompt(ofLane: place).map { .system($0) } ?? .noSystem]
    }

    private func parameterDifferences(of place: Int) -> [Phrase] {
        let mine = session.lanes[place].settings
        let others = session.lanes.indices.filter { $0 != place }.map { session.lanes[$0].settings }
        let names = Set(session.lanes.flatMap { $0.settings.parameters.members.map(\.name) })
        return names.sorted().compactMap { name in
            let value = mine.parameters[name]
            guard others.contains(where: { $0.parameters[name] != value }) else { return nil }
            return value.map { Phrase(verbatim: "\(name) \($0.text)") } ?? .unsent(name)
        }
    }
}
