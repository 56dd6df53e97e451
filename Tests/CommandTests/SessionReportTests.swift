import ChatCompletions
import Conversations
import Testing

@testable import fader

/// What `fader sessions show --json` prints.
struct SessionReportTests {
    private func lane(_ model: String, at head: String?) -> SessionLane {
        SessionLane(
            settings: LaneSettings(provider: "practice", model: model), system: "as \(model)",
            head: head.map { TurnID(rawValue: $0) })
    }

    @Test func aSessionHasItsLanesInOrderAndSaysWhichIsItsOwn() {
        var session = Session(
            id: SessionID(rawValue: "s"), title: "t", created: Timestamp(milliseconds: 1),
            updated: Timestamp(milliseconds: 2), settings: LaneSettings(provider: "", model: ""))
        session.setLanes([lane("a", at: "1"), lane("b", at: "2"), lane("c", at: nil)], current: 1)
        let report = SessionReport.whole(session, head: TurnID(rawValue: "2"), [])
        #expect(report["lane"] == 1)
        #expect(report["lanes"]?.array?.map { $0["model"] } == ["a", "b", "c"])
        #expect(report["lanes"]?.array?.map { $0["head"] } == ["1", "2", .some(.null)])
        #expect(report["model"] == "b")
        #expect(report["system"] == "as b")
    }
}
