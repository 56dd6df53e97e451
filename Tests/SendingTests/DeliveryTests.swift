import ChatCompletions
import Conversations
import Sending
import SessionLibrary
import Support
import Testing

/// What is shown was recorded before.
@Suite struct DeliveryTests {
    private struct Closed: Error {}

    private let place: TemporaryLibrary
    private let library: Library
    private let archive: Archive
    private let start = Sample.start()

    init() async throws {
        place = try TemporaryLibrary()
        library = try Library.open(at: place.path)
        archive = Archive(library)
        try await archive.save(Sample.session(), [Sample.question, Sample.answer(to: start)])
        try await archive.begin(start, at: Sample.time)
    }

    private func recorded() throws -> Turn? {
        try library.session(SessionID(rawValue: "s"))?.turns.last
    }

    @Test func theEndIsShownWhenItIsOnTheDisk() async throws {
        var shown: [[ExchangeEvent]] = []
        var states: [Turn.State?] = []
        let batch = [Sample.said("Because."), .ended(ExchangeEnd())]
        await archive.deliver(batch, of: start.exchange, report: { _ in }) { part in
            shown.append(part)
            states.append((try? recorded())??.state)
        }
        #expect(shown == batch.map { [$0] })
        #expect(states == [.streaming, .done])
        #expect(try recorded()?.message.content == "Because.")
    }

    @Test func whatCannotBeShownIsRecordedAllTheSame() async throws {
        let batch = [Sample.said("Because."), .ended(ExchangeEnd())]
        var count = 0
        await #expect(throws: Closed.self) {
            try await archive.deliver(batch, of: start.exchange, report: { _ in }) {
                _ throws(Closed) in
                count += 1
                throw Closed()
            }
        }
        #expect(count == 1)
        #expect(try recorded()?.state == .done)
        #expect(try recorded()?.message.content == "Because.")
    }

    @Test func whatCannotBeRecordedIsToldAndShown() async throws {
        let lock = try FileLock(place.path)
        var problems: [LibraryProblem.Kind] = []
        var shown = 0
        await archive.deliver(
            [Sample.said("Because."), .ended(ExchangeEnd())], of: start.exchange,
            report: { problems.append($0.kind) }, show: { shown += $0.count })
        #expect(problems == [.busy])
        #expect(shown == 2)
        #expect(archive.unsaved?.kind == .busy)
        lock.release()
        await archive.close()
        #expect(archive.unsaved == nil)
        #expect(try recorded()?.state == .done)
    }
}
