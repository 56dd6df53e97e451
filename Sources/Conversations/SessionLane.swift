/// A lane of a session: a branch of its tree, and where that branch's next prompt goes.
public struct SessionLane: Sendable, Hashable {
    /// Where its next prompt goes.
    public var settings: LaneSettings
    /// Its system prompt; empty when there is none.
    public var system: String
    /// The last turn of its branch; `nil` before the first one.
    public var head: TurnID?

    /// A lane with its settings.
    public init(settings: LaneSettings, system: String = "", head: TurnID? = nil) {
        self.settings = settings
        self.system = system
        self.head = head
    }
}

extension Session {
    /// All its lanes, in order; never none.
    public var lanes: [SessionLane] {
        lanesBefore + [SessionLane(settings: settings, system: system, head: head)] + lanesAfter
    }

    /// The place among ``lanes`` of the one that its next prompt goes to.
    public var lane: Int { lanesBefore.count }

    /// Gives it these lanes in place of those that it has. One of them becomes its own: what
    /// ``settings``, ``system`` and ``head`` say.
    ///
    /// - Parameter place: of its own one; no lane stands elsewhere than in `lanes`.
    public mutating func setLanes(_ lanes: [SessionLane], current place: Int) {
        guard lanes.indices.contains(place) else { return }
        settings = lanes[place].settings
        system = lanes[place].system
        head = lanes[place].head
        lanesBefore = Array(lanes[..<place])
        lanesAfter = Array(lanes[(place + 1)...])
    }
}
