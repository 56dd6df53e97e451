/// Stopping what a lane waits for.
extension State {
    mutating func stop(lane place: Int) -> [Effect] {
        guard let live = session.lanes[place].live else { return [] }
        session.lanes[place].live?.isStopping = true
        return [.cancel(live.exchange)]
    }

    mutating func stopAll() -> [Effect] {
        session.lanes.indices.flatMap { stop(lane: $0) }
    }
}
