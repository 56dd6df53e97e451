import ChatCompletions
import SessionLibrary
import Synchronization
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
        case .listSessions: mailbox.post(.sessions(await world.archive.sessions()))
        case .open(let id): await open(id)
        case .loadTraffic(let exchange): loadTraffic(of: exchange)
        case .listModels(let settings): listModels(settings)
        case .cancel, .waitLonger, .copy, .wear, .suspend, .redraw, .quit: break
        }
    }

    // MARK: The library

    private func restore(_ launch: Launch) async {
        let mailbox = mailbox
        let notice = await world.archive.open { problem in
            mailbox.post(.libraryProblem(problem?.sentence))
        }
        if let notice { mailbox.post(.notice(notice)) }
        switch launch {
        case .new: await resume(nil)
        case .latest: await restoreLatest()
        case .session(let id):
            if let session = await world.archive.session(id) {
                mailbox.post(.restored(session))
                await resume(id)
            } else {
                mailbox.post(.notice(Notice("There is no session \(id.rawValue).", isError: true)))
            }
        }
    }

    /// The session that was changed last: by a draft too, which may be one of no session yet.
    private func restoreLatest() async {
        let latest = await world.archive.latest()
        let newest = await world.archive.drafts().first
        guard let newest, newest.isNewer(than: latest) else {
            if let latest { mailbox.post(.restored(latest)) }
            return await resume(latest?.id)
        }
        if let id = newest.draft.session, let session = await world.archive.session(id) {
            mailbox.post(.restored(session))
        }
        mailbox.post(.draft(newest))
    }

    /// Brings back what was being written in a session, if anything was.
    private func resume(_ session: SessionID?) async {
        let draft = await world.archive.drafts().first { $0.draft.session == session }
        if let draft { mailbox.post(.draft(draft)) }
    }

    private func keep(_ draft: Draft?) async {
        do throws(LibraryProblem) {
            try await world.archive.keep(draft.map(world.hidingKeys), at: world.clock())
        } catch {
            let text = "What you are writing is not kept for a restart: \(error.sentence)"
            mailbox.post(.notice(Notice(text, isError: true)))
        }
    }

    private func keep(_ work: (Archive) async throws -> Void) async {
        do {
            try await work(world.archive)
        } catch {
            mailbox.post(.libraryProblem("\(error)"))
        }
    }

    private func open(_ id: SessionID) async {
        if let session = await world.archive.session(id) {
            mailbox.post(.opened(session))
            await resume(id)
        } else {
            mailbox.post(.notice(Notice("This session could not be read.", isError: true)))
        }
    }

    /// Beside the others: what is saved meanwhile need not wait for it.
    private func loadTraffic(of exchange: ExchangeID) {
        activity.begin()
        Task {
            if let recorded = await world.archive.recorded(exchange) {
                await show(recorded, exchange)
            }
            activity.end()
        }
    }

    private func show(_ recorded: RecordedExchange, _ exchange: ExchangeID) async {
        var recorded = recorded
        var isFirst = true
        while !recorded.isOver {
            if recorded.needsReads {
                recorded.take(
                    await world.archive.reads(of: exchange, from: recorded.nextRead))
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

    private func listModels(_ settings: LaneSettings) {
        activity.begin()
        Task {
            let models = await world.models(settings)
            mailbox.post(.models(provider: settings.provider, models))
            activity.end()
        }
    }

    // MARK: Exchanges

    private func begin(_ start: ExchangeStart) async {
        let now = world.clock()
        await keep { try await $0.begin(start, at: now) }
        activity.begin()
        running.withLock { $0.tasks[start.exchange] = Task { await run(start) } }
    }

    private func run(_ start: ExchangeStart) async {
        let feed = await world.exchange(start)
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
            mailbox.post(.exchange(exchange, end))
        }
        await mailbox.room()
    }

    private func register(_ feed: ExchangeFeed, _ exchange: ExchangeID) {
        let isCancelled = running.withLock { running in
            running.feeds[exchange] = feed
            return running.cancelled.remove(exchange) != nil
        }
        if isCancelled { feed.cancel() }
    }

    private func cancel(_ exchange: ExchangeID) {
        let feed = running.withLock { running in
            if running.feeds[exchange] == nil { running.cancelled.insert(exchange) }
            return running.feeds[exchange]
        }
        feed?.cancel()
    }

    /// One that has not begun has all its time.
    private func waitLonger(_ exchange: ExchangeID) {
        running.withLock { $0.feeds[exchange] }?.waitLonger()
    }

    /// Lets what is under way come to its end, but not for ever.
    func finish(within limit: Duration) async {
        queue.finish()
        await withCheckedContinuation { continuation in
            let once = Once(continuation)
            Task {
                await worker.withLock { $0 }?.value
                for task in running.withLock({ Array($0.tasks.values) }) { await task.value }
                await world.archive.close()
                once.resume()
            }
            Task {
                try? await Task.sleep(for: limit)
                once.resume()
            }
        }
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

    fileprivate var weight: Int {
        guard case .read(let read) = self else { return 0 }
        // A few bytes may mean many events: they count as what they are in memory.
        return max(read.bytes.count, read.events.reduce(0) { $0 + $1.data.utf8.count + 128 })
    }
}
