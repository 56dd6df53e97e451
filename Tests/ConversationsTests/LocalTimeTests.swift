import ChatCompletions
import Conversations
import Foundation
import Testing

@Suite struct LocalTimeTests {
    /// An hour ahead in winter and two in summer, as in Berlin in 2026.
    private let berlin = LocalTime { time in
        (1_774_746_000_000..<1_792_890_000_000).contains(time.milliseconds) ? 7_200 : 3_600
    }

    @Test func aTimeIsWrittenByTheClockThatHeldThen() {
        #expect(Timestamp(milliseconds: 1_774_745_999_999).minute(in: berlin) == "2026-03-29 01:59")
        #expect(Timestamp(milliseconds: 1_774_746_000_000).minute(in: berlin) == "2026-03-29 03:00")
        #expect(Timestamp(milliseconds: 1_795_240_020_000).minute(in: berlin) == "2026-11-21 06:47")
    }

    @Test func aDayMayBeAnotherOneThanInUniversalTime() {
        let late = Timestamp(milliseconds: 1_798_758_000_000)
        #expect(late.minute(in: .universal) == "2026-12-31 23:00")
        #expect(late.minute(in: berlin) == "2027-01-01 00:00")
        #expect(late.minute(in: LocalTime { _ in -34_200 }) == "2026-12-31 13:30")
    }

    @Test func universalTimeSaysThatItIs() {
        #expect(Timestamp(milliseconds: 1_777_863_721_007).rfc3339 == "2026-05-04T03:02:01.007Z")
        #expect(Timestamp(milliseconds: -1).rfc3339 == "1969-12-31T23:59:59.999Z")
        #expect(!Timestamp(milliseconds: .min).rfc3339.isEmpty)
        #expect(!Timestamp(milliseconds: .max).minute(in: berlin).isEmpty)
    }

    @Test func datesAreThoseOfFoundation() {
        let judge = ISO8601DateFormatter()
        judge.formatOptions = [.withInternetDateTime, .withFractionalSeconds]
        for step in -500...2_000 {
            let milliseconds = Int64(step) * 2_718_281_828
            let date = Date(timeIntervalSince1970: Double(milliseconds) / 1_000)
            #expect(Timestamp(milliseconds: milliseconds).rfc3339 == judge.string(from: date))
        }
    }
}
