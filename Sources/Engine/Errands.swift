import ChatCompletions
import Conversations
import Sending
import SessionLibrary
import Synchronization
import Words
import Workbench

/// Carries out the effects that take time. What concerns the library happens in the order in which
/// it was asked for, off the main actor: an exchange starts when its turn is saved.
final class Errands: Sendable {
    let world: World
    let mailbox: Mailbox
    /// Effects not yet carried out, and exchanges that have more to do than wait for the next read.
    let activity = Activity()
    private let exchanges: Exchanges
    private let queue: AsyncStream<Effect>.Continuation
    private let effects: AsyncStream<Effect>
    private let worker = Mutex<Task<Void, Never>?>(nil)
    private let models = LatestTask()
    let sessions = LatestTask()

    init(world: World, mailbox: Mailbox) {
        self.world = world
        self.mailbox = mailbox
        (effects, queue) = AsyncStream.makeStream(of: Effect.self)
        exchanges = Exchanges(
            Exchanges.Ways(
                open: world.exchange, archive: world.archive,
                show: { exchange, events in
                    mailbox.post(.exchange(exchange, events), weight: events.weight)
                },
                room: { await mailbox.room() },
                report: { mailbox.post(.libraryProblem($0.sentence)) },
                isOver: world.giveBackMemory),
            activity: activity)
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
        switch effect {
        case .cancel(let exchange): return exchanges.cancel(exchange)
        case .waitLonger(let exchange): return exchanges.waitLonger(exchange)
        default: break
        }
        activity.begin()
        queue.yield(effect)
    }

    private func perform(_ effect: Effect) async {
        switch effect {
        case .exchange(let start): await exchanges.begin(start, at: world.clock())
        case .save(let session, let turns): await save(session, turns)
        case .keepDraft(let draft): await keep(draft)
        case .forgetDraft(let id): await world.archive.forgetDraft(id)
        case .listSessions(let query): listSessions(query)
        case .listPrompts: await listPrompts()
        case .listSystemPrompts: await listSystemPrompts()
        case .keepSystemPrompt(let prompt): await keep(prompt)
        case .forgetSystemPrompt(let name): await forget(systemPrompt: name)
        case .open(let id): await open(id)
        case .loadTraffic(let exchange): loadTraffic(of: exchange)
        case .loadChoices(let session): loadChoices(of: session)
        case .listModels(let settings): listModels(settings)
        case .cancel, .waitLonger, .copy, .edit, .discard, .wear, .suspend, .redraw, .quit: break
        }
    }

    // MARK: Saving

    private func save(_ session: Session, _ turns: [Turn]) async {
        do throws(LibraryProblem) {
            try await world.archive.save(session, turns)
        } catch {
            mailbox.post(.libraryProblem(error.sentence))
        }
    }

    private func keep(_ draft: Draft?) async {
        do throws(LibraryProblem) {
            try await world.archive.keep(draft.map(world.hidingKeys), at: world.clock())
        } catch {
            mailbox.post(.notice(Notice(.draftNotKept(error), isError: true)))
        }
    }

    // MARK: Models

    private func listModels(_ settings: LaneSettings) {
        activity.begin()
        models.replace(
            with: Task {
                let found = await world.models(settings)
                if !Task.isCancelled { mailbox.post(.models(provider: settings.provider, found)) }
                activity.end()
            })
    }

    // MARK: The end

    /// Lets what is under way come to its end, but not for ever.
    ///
    /// - Returns: why something is not saved, in a sentence.
    func finish(within limit: Duration) async -> Phrase? {
        queue.finish()
        models.cancel()
        sessions.cancel()
        await withCheckedContinuation { continuation in
            let once = Once(continuation)
            Task {
                await worker.withLock { $0 }?.value
                await exchanges.ended()
                await world.archive.close()
                // A program that was asked for its key ends with it.
                await models.ended()
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
