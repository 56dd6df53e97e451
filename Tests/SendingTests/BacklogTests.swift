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
        #expect(backlog.isEmpty)
        #expect(backlog.append(Sample.session("one"), []))
        #expect(backlog.append(Sample.session("two"), [turn("x")]))
        #expect(backlog.first?.session.id.rawValue == "one")
        backlog.removeFirst()
        #expect(backlog.first?.turns.first?.message.content == "x")
        backlog.removeFirst()
        #expect(backlog.isEmpty)
    }

    @Test func noMoreWaitsThanThereIsRoomFor() {
        var backlog = Backlog(limit: 100_000)
        let long = turn(String(repeating: "x", count: 60_000))
        #expect(backlog.append(Sample.session(), [long]))
        #expect(!backlog.append(Sample.session(), [long]))
        #expect(backlog.append(Sample.session(), [turn("short")]))
        backlog.removeFirst()
        #expect(backlog.append(Sample.session(), [long]))
        #expect(!backlog.append(Sample.session(), [long]))
    }

    /// Else nothing of it could ever be saved.
    @Test func theFirstOneHasRoomHoweverLongItIs() {
        var backlog = Backlog(limit: 10)
        #expect(backlog.append(Sample.session(), [turn("longer than that")]))
        #expect(!backlog.append(Sample.session(), []))
        backlog.removeAll()
        #expect(backlog.append(Sample.session(), []))
    }

    @Test func everyPartOfAMessageCounts() throws {
        let picture = JSONValue.string(String(repeating: "x", count: 60_000))
        let message = try Message(given: ["role": "user", "content": [["url": picture]]])
        var turn = turn("")
        turn.message = message
        var backlog = Backlog(limit: 100_000)
        #expect(backlog.append(Sample.session(), [turn]))
        #expect(!backlog.append(Sample.session(), [turn]))
    }
}
