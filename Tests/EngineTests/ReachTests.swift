import Support
import Testing

/// What a key does not reach is drawn a moment later, also where nothing more happens.
@MainActor
@Suite(.timeLimit(.minutes(1)))
struct ReachTests {
    @Test func theNextRequestFollowsWhatIsTyped() async {
        let desk = TestDesk()
        desk.press("<a-r>", "<a-1>")
        desk.type("why?")
        #expect(desk.screen.contains("› why?"))
        await desk.until { $0.contains(#""content": "why?""#) }
    }
}
