import ChatCompletions
import Conversations
import ScreenKit
import Support
import Synchronization
import Testing
import Words

@testable import Workbench

/// The library's sessions, of which a window is in memory.
@Suite(.timeLimit(.minutes(2))) struct SessionListTests {
    private func many(_ count: Int) -> [SessionSummary] {
        (0..<count).map { number in
            SessionSummary(
                id: SessionID(rawValue: "s\(number)"), title: "session \(number)", created: .today,
                updated: .today, turnCount: 2, source: number == 1_199 ? .send : .workbench)
        }
    }

    private func list(_ bench: TestBench) throws -> SessionList {
        try #require(bench.state.top(SessionList.self))
    }

    private func queries(_ bench: TestBench) -> [SessionQuery] {
        bench.effects.compactMap { if case .listSessions(let query) = $0 { query } else { nil } }
    }

    @Test func allSessionsAreListedWithWhatBeganThem() throws {
        let bench = TestBench()
        bench.press("<c-o>")
        bench.list(many(1_200))
        #expect(try list(bench).count == 1_200)
        bench.press("<up>")
        bench.type("session 1199")
        bench.list(many(1_200))
        #expect(bench.screen.contains("2 turns · send · s1199"))
        #expect(!bench.screen.contains("workbench"))
        #expect(bench.press("<enter>") == [.open(SessionID(rawValue: "s1199"))])
    }

    /// What a frame does, and what is in memory, does not grow with the library.
    @Test(arguments: [500, 100_000])
    func onlyWhatIsSeenIsMade(count: Int) throws {
        let bench = TestBench()
        let rows = Atomic(0)
        let sessions = many(count)
        bench.state.around.localTime = LocalTime { _ in
            rows.add(1, ordering: .relaxed)
            return 0
        }
        bench.press("<c-o>")
        bench.list(sessions)
        for _ in 0..<300 {
            bench.press("<down>")
            bench.list(sessions)
        }
        rows.store(0, ordering: .relaxed)
        #expect(bench.screen.contains("session 300 "))
        let seen = try list(bench).rowCount(in: bench.state.dialogRoom)
        #expect(rows.load(ordering: .relaxed) == seen)
        #expect(queries(bench).allSatisfy { $0.request.range.count <= 300 })
        #expect(queries(bench).count < 10)
    }

    @Test func aRowThatIsNotThereYetIsAskedForAndNotTaken() throws {
        let bench = TestBench()
        let sessions = many(5_000)
        bench.press("<c-o>")
        bench.list(sessions)
        for _ in 0..<100 { bench.press("<pagedown>") }
        #expect(!bench.screen.contains("session 1000 "))
        #expect(bench.press("<enter>") == [])
        bench.list(sessions)
        #expect(bench.screen.contains("session 1000 "))
        #expect(bench.press("<enter>") == [.open(SessionID(rawValue: "s1000"))])
    }

    /// Who types fast is not kept waiting, and gets what was meant.
    @Test func whatIsTakenBeforeItIsThereIsOpenedWhenItIs() throws {
        let bench = TestBench()
        let sessions = many(50)
        bench.press("<c-o>")
        bench.list(sessions)
        bench.type("session 42")
        #expect(bench.press("<enter>") == [])
        #expect(bench.screen.contains("session 7 "))
        #expect(bench.list(sessions) == [.open(SessionID(rawValue: "s42"))])
        #expect(bench.state.dialog == nil)
    }

    @Test func anAnswerToWhatIsNoLongerAskedChangesNothing() throws {
        let bench = TestBench()
        bench.press("<c-o>")
        bench.list(many(50))
        bench.type("4")
        let late = try #require(queries(bench).last)
        bench.type("2")
        bench.respond(to: .sessions(SessionWindow(many(1), from: 0, of: 1), for: late))
        #expect(try list(bench).count == 50)
        bench.list(many(50))
        #expect(try list(bench).count == 1)
        #expect(queries(bench).map(\.text) == ["", "4", "42"])
    }

    @Test func timesAreThoseOfTheLocalClock() {
        let bench = TestBench()
        bench.state.around.localTime = LocalTime { time in time < .today ? 3_600 : 7_200 }
        bench.press("<c-o>")
        var sessions = Array(SessionSummary.samples.prefix(2))
        sessions[0].updated = .today
        bench.list(sessions)
        #expect(bench.screen.contains("2026-11-21 07:47"))
        #expect(bench.screen.contains("2026-11-19 19:40"))
    }

    @Test func aLibraryThatCannotBeReadIsNotAnEmptyOne() {
        let bench = TestBench()
        bench.press("<c-o>")
        bench.respond(
            to: .sessionsUnread(
                Phrase(verbatim: "The sessions could not be read: page 7 is damaged.")))
        #expect(bench.screen.contains("The sessions could not be read"))
        #expect(bench.screen.contains("page 7"))
        #expect(!bench.screen.contains("No session has been saved yet."))
        bench.type("why")
        #expect(!bench.screen.contains("Nothing matches."))
    }
}
