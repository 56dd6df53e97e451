import ChatCompletions
import Conversations

/// Turns that the library could not take yet, in order.
struct Backlog {
    private var saves: [(session: Session, turns: [Turn])] = []

    var isEmpty: Bool { saves.isEmpty }
    var first: (session: Session, turns: [Turn])? { saves.first }

    mutating func append(_ session: Session, _ turns: [Turn]) { saves.append((session, turns)) }
    mutating func removeFirst() { saves.removeFirst() }
    mutating func removeAll() { saves = [] }
}
