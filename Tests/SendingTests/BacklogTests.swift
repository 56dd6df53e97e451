import ChatCompletions
import Conversations
import Testing

@testable import Sending

/// What waits for the library is bounded, and keeps its order.
@Suite struct BacklogTests {
    private func turn(_ text: String) -> Turn {
        Turn(
            id: TurnID(rawValue: "t"), parent: nil, message: Message(.user, text),
            created: Sample.time)
    }

    @Test func whatComesFirstGoesFirst() {
        var backlog = Backlog()
        let wasEmpty = backlog.isEmpty
        let taken = [
            backlog.append(Sample.session("one"), []),
            backlog.append(Sample.session("two"), [turn("x")]),
        ]
        #expect(wasEmpty)
        #expect(taken == [true, true])
        #expect(backlog.first?.session.id.rawValue == "one")
        backlog.removeFirst()
        #expect(backlog.first?.turns.first?.message.content == "x")
        backlog.removeFirst()
        #expect(backlog.isEmpty)
    }

    @Test func noMoreWaitsThanThereIsRoomFor() {
        var backlog = Backlog(limit: 100_000)
        let long = turn(String(repeating: "x", count: 60_000))
        var taken = [
            backlog.append(Sample.session(), [long]),
            backlog.append(Sample.session(), [long]),
            backlog.append(Sample.session(), [turn("short")]),
        ]
        #expect(taken == [true, false, true])
        backlog.removeFirst()
        taken = [
            backlog.append(Sample.session(), [long]),
            backlog.append(Sample.session(), [long]),
        ]
        #expect(taken == [true, false])
    }

    /// Else nothing of it could ever be saved.
    @Test func theFirstOneHasRoomHoweverLongItIs() {
        var backlog = Backlog(limit: 10)
        let taken = [
            backlog.append(Sample.session(), [turn("longer than that")]),
            backlog.append(Sample.session(), []),
        ]
        #expect(taken == [true, false])
    }

    @Test func everyPartOfAMessageCounts() throws {
        let picture = JSONValue.string(String(repeating: "x", count: 60_000))
        var turn = turn("")
        turn.message = try Message(given: ["role": "user", "content": [["url": picture]]])
        var backlog = Backlog(limit: 100_000)
        let taken = [
            backlog.append(Sample.session(), [turn]), backlog.append(Sample.session(), [turn]),
        ]
        #expect(taken == [true, false])
    }
}
