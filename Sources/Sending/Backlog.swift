import ChatCompletions
import Conversations

/// Turns that the library could not take yet, in order.
struct Backlog {
    private var saves: [(session: Session, turns: [Turn])] = []
    private var weight = 0
    private let limit: Int

    /// - Parameter limit: how many bytes of messages may wait.
    init(limit: Int = 32 << 20) { self.limit = limit }

    var isEmpty: Bool { saves.isEmpty }
    var first: (session: Session, turns: [Turn])? { saves.first }

    /// Takes what is to be saved, whole or not at all.
    ///
    /// - Returns: whether there was room. The first one that waits always has it.
    mutating func append(_ session: Session, _ turns: [Turn]) -> Bool {
        let more = Self.weight(of: turns)
        guard saves.isEmpty || weight + more <= limit else { return false }
        weight += more
        saves.append((session, turns))
        return true
    }

    mutating func removeFirst() {
        let first = saves.removeFirst()
        weight -= Self.weight(of: first.turns)
    }

    mutating func removeAll() { self = Backlog(limit: limit) }

    private static func weight(of turns: [Turn]) -> Int {
        turns.reduce(overhead) { $0 + $1.message.weight + overhead }
    }

    /// What names and times take, about.
    private static let overhead = 512
}

extension Message {
    /// About so many bytes in memory.
    fileprivate var weight: Int { json.weight + reasoning.utf8.count }
}

extension JSONValue {
    fileprivate var weight: Int {
        switch self {
        case .null, .bool, .integer, .number, .spelled: 16
        case .string(let text): text.utf8.count + 16
        case .array(let elements): elements.reduce(16) { $0 + $1.weight }
        case .object(let members): members.reduce(16) { $0 + $1.name.utf8.count + $1.value.weight }
        }
    }
}
