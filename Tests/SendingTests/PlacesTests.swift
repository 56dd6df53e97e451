import Sending
import Support
import Testing

/// A limit for each provider.
@Suite(.timeLimit(.minutes(1))) struct PlacesTests {
    @Test func whoHasNoLimitNeverWaits() async {
        let places = Places(limits: ["other": 1])
        var taken: [Places.Place] = []
        for _ in 0..<100 {
            if let place = await places.take(of: "free") { taken.append(place) }
        }
        #expect(taken.count == 100)
    }

    @Test func theNextOneWaitsUntilAPlaceIsLeft() async {
        let places = Places(limits: ["p": 2])
        let first = await places.take(of: "p")
        let second = await places.take(of: "p")
        let third = Task { await places.take(of: "p") }
        let other = await places.take(of: "q")
        #expect(other != nil)
        first?.leave()
        // Left twice, it is one place all the same.
        first?.leave()
        let place = await third.value
        #expect(place != nil)
        let fourth = Task { await places.take(of: "p") }
        fourth.cancel()
        #expect(await fourth.value == nil)
        withExtendedLifetime((second, place)) {}
    }

    @Test func whoGivesUpTakesNoPlace() async {
        let places = Places(limits: ["p": 1])
        let first = await places.take(of: "p")
        let second = Task { await places.take(of: "p") }
        second.cancel()
        #expect(await second.value == nil)
        first?.leave()
        #expect(await places.take(of: "p") != nil)
    }

    @Test func aForgottenPlaceIsLeft() async {
        let places = Places(limits: ["p": 1])
        for _ in 0..<3 { #expect(await places.take(of: "p") != nil) }
    }
}
