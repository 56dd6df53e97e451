package import ChatCompletions
package import Conversations
package import SessionLibrary
import Synchronization

/// The exchanges that are under way, each in a task of its own. What is shown was recorded before.
package final class Exchanges: Sendable {
    /// Whom they send through, record with and show to.
    package struct Ways: Sendable {
        package var open: @Sendable (ExchangeStart) async -> ExchangeFeed
        package var archive: Archive
        /// Shows what was recorded.
        package var show: @Sendable (ExchangeID, [ExchangeEvent]) -> Void
        /// Returns when there is room for more.
        package var room: @Sendable () async -> Void
        /// Something could not be recorded.
        package var report: @Sendable (LibraryProblem) -> Void
        /// One is over, and with it the need for what it took.
        package var isOver: @Sendable () -> Void

        package init(
            open: @escaping @Sendable (ExchangeStart) async -> ExchangeFeed, archive: Archive,
            show: @escaping @Sendable (ExchangeID, [ExchangeEvent]) -> Void,
            room: @escaping @Sendable () async -> Void,
            report: @escaping @Sendable (LibraryProblem) -> Void,
            isOver: @escaping @Sendable () -> Void
        ) {
            self.open = open
            self.archive = archive
            self.show = show
            self.room = room
            self.report = report
            self.isOver = isOver
        }
    }

    private struct Running {
        var feeds: [ExchangeID: ExchangeFeed] = [:]
        /// On the way to a feed: an address and a key are looked for, maybe by a program.
        var openings: [ExchangeID: Task<ExchangeFeed, Never>] = [:]
        /// Cancelled before they could start.
        var cancelled: Set<ExchangeID> = []
        var tasks: [ExchangeID: Task<Void, Never>] = [:]
    }

    private let ways: Ways
    private let activity: Activity
    private let running = Mutex(Running())

    /// - Parameter activity: counts those that have more to do than wait for the next read.
    package init(_ ways: Ways, activity: Activity) {
        self.ways = ways
        self.activity = activity
    }

    /// Enters an exchange in the record, then lets it go its way.
    package func begin(_ start: ExchangeStart, at time: Timestamp) async {
        do throws(LibraryProblem) {
            try await ways.archive.begin(start, at: time)
        } catch {
            ways.report(error)
        }
        activity.begin()
        running.withLock { $0.tasks[start.exchange] = Task { await run(start) } }
    }

    private func run(_ start: ExchangeStart) async {
        let opening = Task { [ways] in await ways.open(start) }
        hold(opening, start.exchange)
        let feed = await opening.value
        register(feed, start.exchange)
        while let batch = await activity.pause(for: feed.next) {
            await ways.archive.deliver(batch, of: start.exchange, report: ways.report) {
                ways.show(start.exchange, await ways.archive.marked($0, of: start.exchange))
            }
            await ways.room()
        }
        ways.isOver()
        running.withLock { running in
            running.feeds[start.exchange] = nil
            running.tasks[start.exchange] = nil
        }
        activity.end()
    }

    private func hold(_ opening: Task<ExchangeFeed, Never>, _ exchange: ExchangeID) {
        let isCancelled = running.withLock { running in
            running.openings[exchange] = opening
            return running.cancelled.contains(exchange)
        }
        if isCancelled { opening.cancel() }
    }

    private func register(_ feed: ExchangeFeed, _ exchange: ExchangeID) {
        let isCancelled = running.withLock { running in
            running.openings[exchange] = nil
            running.feeds[exchange] = feed
            return running.cancelled.remove(exchange) != nil
        }
        if isCancelled { feed.cancel() }
    }

    package func cancel(_ exchange: ExchangeID) {
        let (feed, opening) = running.withLock { running in
            if running.feeds[exchange] == nil { running.cancelled.insert(exchange) }
            return (running.feeds[exchange], running.openings[exchange])
        }
        feed?.cancel()
        opening?.cancel()
    }

    /// One that has not begun has all its time.
    package func waitLonger(_ exchange: ExchangeID) {
        running.withLock { $0.feeds[exchange] }?.waitLonger()
    }

    /// Returns when all are over.
    package func ended() async {
        for task in running.withLock({ Array($0.tasks.values) }) { await task.value }
    }
}
