import ChatCompletions
import Conversations
import Support
import Testing
import Words
import Workbench

/// A session or a command line may name a provider that the configuration has no more.
struct GoneProviderTests {
    private let advice =
        "set base_url in [providers.tower] of config.toml, or choose another (ctrl-t)."

    @Test func whatToSetIsSaidAndThePromptStays() {
        let bench = TestBench(settings: LaneSettings(provider: "tower", model: "m"))
        #expect(bench.send("why?") == [])
        #expect(
            bench.state.screen.notice?.text.english
                == "There is no provider tower in the configuration: "
                + advice
        )
        #expect(bench.state.screen.composer.text == "why?")
        #expect(bench.state.session.id == nil)
    }

    @Test func aSessionThatNamesItSaysSoWhenItIsOpened() {
        var session = Session.interrupted
        session.turns[1].state = .done
        session.turns[1].provider = "tower"
        session.settings.provider = "tower"
        let bench = TestBench()
        bench.respond(to: .restored(session))
        #expect(bench.state.screen.notice?.text.english.contains(advice) == true)
        #expect(bench.state.screen.notice?.isError == true)
    }

    @Test func aLaneWithAnAddressOfItsOwnIsAsked() {
        let settings = LaneSettings(provider: "tower", baseURL: "http://127.0.0.1:1/v1", model: "m")
        let bench = TestBench(settings: settings)
        #expect(!bench.send("why?").isEmpty)
    }

    @Test func aProviderWithoutAnAddressIsToldToo() {
        let bench = TestBench(settings: LaneSettings(provider: "generic", model: "m"))
        #expect(bench.send("why?") == [])
        #expect(
            bench.state.screen.notice?.text.english.hasPrefix(
                "The provider generic has no address: set base_url")
                == true)
    }
}
