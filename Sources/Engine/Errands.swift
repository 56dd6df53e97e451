import ChatCompletions
import Conversations
import SessionLibrary
import Synchronization
import Words
import Workbench

/// Carries out the effects that take time. What concerns the library happens in the order in which
/// it was asked for, off the main actor: an exchange starts when its turn is saved.
final class Errands: Sendable {
    private let world: World
    private let mailbox: Mailbox
    private let queue: AsyncStream<Effect>.Continuation
    private let effects: AsyncStream<Effect>
    private let running = Mutex(Running())
    private let worker = Mutex<Task<Void, Never>?>(nil)
    /// Effects not yet carried out, and exchanges that have more to do than wait for the next read.
    let activity = Activity()

    private struct Running {
        var feeds: [ExchangeID: ExchangeFeed] = [:]
        /// On the way to a feed: an address and a key are looked for, maybe by a program.
        var openings: [ExchangeID: Task<ExchangeFeed, Never>] = [:]
        var listing: Task<Void, Never>?
        /// Cancelled before they could start.
        var cancelled: Set<ExchangeID> = []
        var tasks: [ExchangeID: Task<Void, Never>] = [:]
    }

    init(world: World, mailbox: Mailbox) {
        self.world = world
        self.mailbox = mailbox
        (effects, queue) = AsyncStream.makeStream(of: Effect.self)
    }

    /// Opens the library, restores what is asked for, and begins to work.
    func start(_ launch: Launch) {
        activity.begin()
        let task = Task {
            await restore(launch)
            activity.end()
            for await effect in effects {
                await perform(effect)
                activity.end()
            }
        }
        worker.withLock { $0 = task }
    }

    func carryOut(_ effect: Effect) {
        if case .cancel(let exchange) = effect { return cancel(exchange) }
        if case .waitLonger(let exchange) = effect { return waitLonger(exchange) }
        activity.begin()
        queue.yield(effect)
    }

    private func perform(_ effect: Effect) async {
        switch effect {
        case .exchange(let start): await begin(start)
        case .save(let session, let turns): await keep { try await $0.save(session, turns) }
        case .keepDraft(let draft): await keep(draft)
        case .forgetDraft(let id): await world.archive.forgetDraft(id)
        case .listSessions: await listSessions()
        case .open(let id): await open(id)
        case .loadTraffic(let exchange): loadTraffic(of: exchange)
        case .listModels(let settings): listModels(settings)
        case .cancel, .waitLonger, .copy, .wear, .suspend, .redraw, .quit: break
        }
    }

    // MARK: The library

    private func restore(_ launch: Launch) async {
        let mailbox = mailbox
        let notice = await world.archive.open(at: world.clock()) { problem in
            mailbox.post(.libraryProblem(problem?.sentence))
        } openedLate: { [weak self] notice in
            guard let self else { return }
            if let notice { mailbox.post(.notice(notice)) }
            activity.begin()
            Task {
                await self.show(launch, isLate: true)
                self.activity.end()
            }
        }
        if let notice { mailbox.post(.notice(notice)) }
        if await world.archive.isOpen { await show(launch, isLate: false) }
    }

    /// - Parameter isLate: something may have been begun meanwhile; drafts then wait for the next start.
    private func show(_ launch: Launch, isLate: Bool) async {
        switch launch {
        case .new: if !isLate { await resume(nil) }
        case .latest where isLate: await restoreLate(latest())
        case .latest: await restoreLatest()
        case .session(let id):
            guard let session = await find(id) else { return }
            if isLate { return restoreLate(session) }
            mailbox.post(.restored(session))
            await resume(id)
        }
    }

    /// What could not be read is said, and is not the same as what is not there.
    private func read<Value: Sendable>(
        _ what: Phrase, _ work: (Archive) async throws(LibraryProblem) -> Value
    ) async -> Value? {
        do throws(LibraryProblem) {
            return try await work(world.archive)
        } catch {
            mailbox.post(.notice(Notice(.unread(what, error), isError: true)))
            return nil
        }
    }

    private func find(_ id: SessionID) async -> Session? {
        let found = await read(.session(id)) { archive throws(LibraryProblem) in
            try await archive.session(id)
        }
        if case .some(nil) = found {
            mailbox.post(.notice(Notice(.noSession(id), isError: true)))
        }
        return found ?? nil
    }

    private func listSessions() async {
        do throws(LibraryProblem) {
            if let sessions = try await world.archive.sessions() {
                mailbox.post(.sessions(sessions))
            } else {
                mailbox.post(.sessionsUnread(.noLibrary))
            }
        } catch {
            mailbox.post(.sessionsUnread(.unread(.theSessions, error)))
        }
    }

    private func latest() async -> Session? {
        await read(.lastSession) { archive throws(LibraryProblem) in
            try await archive.latest()
        } ?? nil
    }

    private func restoreLate(_ session: Session?) {
        if let session { mailbox.post(.restored(session, isLate: true)) }
    }

    /// The session that was changed last: by a draft too, which may be one of no session yet.
    private func restoreLatest() async {
        let session = await latest()
        guard let newest = await drafts().first, newest.isNewer(than: session) else {
            if let session { mailbox.post(.restored(session)) }
            return await resume(session?.id)
        }
        if let id = newest.draft.session, let session = await find(id) {
            mailbox.post(.restored(session))
        }
        mailbox.post(.draft(newest))
    }

    private func drafts() async -> [KeptDraft] {
        await read(.whatWasWritten) { archive throws(LibraryProblem) in
            try await archive.drafts()
        } ?? []
    }

    /// Brings back what was being written in a session, if anything was.
    private func resume(_ session: SessionID?) async {
        let draft = await drafts().first { $0.draft.session == session }
        if let draft { mailbox.post(.draft(draft)) }
    }

    private func keep(_ draft: Draft?) async {
        do throws(LibraryProblem) {
            try await world.archive.keep(draft.map(world.hidingKeys), at: world.clock())
        } catch {
            mailbox.post(.notice(Notice(.draftNotKept(error), isError: true)))
        }
    }

    private func keep(_ work: (Archive) async throws -> Void) async {
        do {
            try await work(world.archive)
        } catch {
            let problem = (error as? LibraryProblem)?.sentence
            mailbox.post(.libraryProblem(problem ?? Phrase(verbatim: "\(error)")))
        }
    }

    private func open(_ id: SessionID) async {
        guard let session = await find(id) else { return }
        mailbox.post(.opened(session))
        await resume(id)
    }

    /// Beside the others: what is saved meanwhile need not wait for it.
    private func loadTraffic(of exchange: ExchangeID) {
        activity.begin()
        Task {
            let recorded = await read(.lastTraffic) {
                archive throws(LibraryProblem) in try await archive.recorded(exchange)
            }
            if let recorded = recorded ?? nil { await show(recorded, exchange) }
            activity.end()
        }
    }

    private func show(_ recorded: RecordedExchange, _ exchange: ExchangeID) async {
        var recorded = recorded
        var isFirst = true
        while !recorded.isOver {
            if recorded.needsReads {
                let next = recorded.nextRead
                let reads = await read(.restOfTraffic) {
                    archive throws(LibraryProblem) in
                    try await archive.reads(of: exchange, from: next)
                }
                recorded.take(reads ?? [])
            }
            let events = recorded.next()
            let part = RecordedPart(isFirst: isFirst, isLast: recorded.isOver)
            mailbox.post(
                .traffic(exchange, events, part, sentWith: recorded.settings),
                weight: events.reduce(0) { $0 + $1.weight })
            await mailbox.room()
            isFirst = false
        }
        world.giveBackMemory()
    }

    /// Who asks for another list waits for the last one no more.
    private func listModels(_ settings: LaneSettings) {
        activity.begin()
        let listing = Task {
            let models = await world.models(settings)
            if !Task.isCancelled { mailbox.post(.models(provider: settings.provider, models)) }
            activity.end()
        }
        let last = running.withLock { running in
            defer { running.listing = listing }
            return running.listing
        }
        last?.cancel()
    }

    // MARK: Exchanges

    private func begin(_ start: ExchangeStart) async {
        let now = world.clock()
        await keep { try await $0.begin(start, at: now) }
        activity.begin()
        running.withLock { $0.tasks[start.exchange] = Task { await run(start) } }
    }

    private func run(_ start: ExchangeStart) async {
        let opening = Task { [world] in await world.exchange(start) }
        hold(opening, start.exchange)
        let feed = await opening.value
        register(feed, start.exchange)
        while let batch = await activity.pause(for: feed.next) {
            await deliver(batch, of: start.exchange)
        }
        world.giveBackMemory()
        running.withLock { running in
            running.feeds[start.exchange] = nil
            running.tasks[start.exchange] = nil
        }
        activity.end()
    }

    /// What is shown was recorded before: a killed program shows it again. The end is shown when it
    /// is on the disk: "done" on the screen means saved.
    private func deliver(_ batch: [ExchangeEvent], of exchange: ExchangeID) async {
        let growing = batch.filter { !$0.isEnd }
        let end = batch.filter(\.isEnd)
        if !growing.isEmpty {
            await keep { try await $0.record(growing, of: exchange) }
            mailbox.post(.exchange(exchange, growing), weight: growing.reduce(0) { $0 + $1.weight })
        }
        if !end.isEmpty {
            await keep { try await $0.record(end, of: exchange) }
            let loss = await world.archive.loss(of: exchange)
            mailbox.post(.exchange(exchange, end.map { $0.ended(with: loss) }))
        }
        await mailbox.room()
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

    private func cancel(_ exchange: ExchangeID) {
        let (feed, opening) = running.withLock { running in
            if running.feeds[exchange] == nil { running.cancelled.insert(exchange) }
            return (running.feeds[exchange], running.openings[exchange])
        }
        feed?.cancel()
        opening?.cancel()
    }

    /// One that has not begun has all its time.
    private func waitLonger(_ exchange: ExchangeID) {
        running.withLock { $0.feeds[exchange] }?.waitLonger()
    }

    /// Lets what is under way come to its end, but not for ever.
    ///
    /// - Returns: why something is not saved, in a sentence.
    func finish(within limit: Duration) async -> Phrase? {
        queue.finish()
        running.withLock { $0.listing }?.cancel()
        await withCheckedContinuation { continuation in
            let once = Once(continuation)
            Task {
                await worker.withLock { $0 }?.value
                for task in running.withLock({ Array($0.tasks.values) }) { await task.value }
                await world.archive.close()
                // A program that was asked for its key ends with it.
                await running.withLock { $0.listing }?.value
                once.resume()
            }
            Task {
                try? await Task.sleep(for: limit)
                once.resume()
            }
        }
        return world.archive.unsaved?.sentence
    }
}

/// A continuation that the first of several resumes.
private final class Once: Sendable {
    private let continuation: Mutex<CheckedContinuation<Void, Never>?>

    init(_ continuation: CheckedContinuation<Void, Never>) {
        self.continuation = Mutex(continuation)
    }

    func resume() {
        continuation.withLock { waiting in
            defer { waiting = nil }
            return waiting
        }?.resume()
    }
}

extension KeptDraft {
    fileprivate func isNewer(than session: Session?) -> Bool {
        session.map { updated.milliseconds > $0.updated.milliseconds } ?? true
    }
}

extension ExchangeEvent {
    fileprivate var isEnd: Bool {
        if case .ended = self { true } else { false }
    }

    /// An end that was good, with what happened to its record.
    fileprivate func ended(with loss: Failure?) -> ExchangeEvent {
        guard case .ended(var end) = self, end.failure == nil else { return self }
        end.failure = loss
        return .ended(end)
    }

    fileprivate var weight: Int {
        guard case .read(let read) = self else { return 0 }
        // A few bytes may mean many events: they count as what they are in memory.
        return max(read.bytes.count, read.events.reduce(0) { $0 + $1.data.utf8.count + 128 })
    }
}
