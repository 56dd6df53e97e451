import Conversations

/// When a session begins to be kept, and what of it is not kept yet.
extension State {
    /// - Parameter prompt: the first one; empty before there is one.
    mutating func beginSession(titled prompt: String) {
        if session.title.isEmpty, session.tree.newest == nil {
            session.title = Session.title(from: prompt)
        }
        guard session.id == nil else { return }
        session.id = SessionID(rawValue: around.ids.next())
        session.created = around.now
    }

    /// Saves the session, once there is one.
    mutating func saveSession(_ turns: [Turn] = []) -> [Effect] {
        guard let id = session.id else { return [] }
        var saved = Session(
            id: id, title: session.title, created: session.created, updated: around.now,
            settings: current.settings)
        saved.setLanes(session.lanes.map(\.saved), current: screen.lane)
        saved.variables = variablesInUse
        saved.turns = branches(without: turns)
        session.noteSaved()
        return [.save(saved, turns)]
    }

    /// What the lanes' branches have beside these turns.
    private func branches(without turns: [Turn]) -> [Turn] {
        var known = Set(turns.map(\.id))
        return session.lanes.flatMap { session.tree.path(to: $0.head) }
            .filter { known.insert($0.id).inserted }
    }

    package var hasUnsavedChanges: Bool { session.hasUnsavedLanes }

    /// Saves the session where anything of its lanes has changed since it was saved last.
    package mutating func saveChanges() -> [Effect] {
        session.hasUnsavedLanes ? saveSession() : []
    }
}
