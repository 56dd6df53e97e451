import ChatCompletions
import Conversations
import ScreenKit
import Sending
import SessionLibrary
import Words
import Workbench

/// What is read from the library when it is asked for.
extension Errands {
    /// What could not be read is said, and is not the same as what is not there.
    func read<Value: Sendable>(
        _ what: Phrase, _ work: (Archive) async throws(LibraryProblem) -> Value
    ) async -> Value? {
        do throws(LibraryProblem) {
            return try await work(world.archive)
        } catch {
            mailbox.post(.notice(Notice(.unread(what, error), isError: true)))
            return nil
        }
    }

    func find(_ id: SessionID) async -> Session? {
        let found = await read(.session(id)) { archive throws(LibraryProblem) in
            try await archive.session(id)
        }
        if case .some(nil) = found {
            mailbox.post(.notice(Notice(.noSession(id), isError: true)))
        }
        return found ?? nil
    }

    func open(_ id: SessionID) async {
        guard let session = await find(id) else { return }
        mailbox.post(.opened(session))
        await resume(id)
    }

    func listPrompts() async {
        let found = await read(.thePrompts) { archive throws(LibraryProblem) in
            try await archive.prompts()
        }
        mailbox.post(.prompts(found ?? []))
    }

    func listSessions(_ query: SessionQuery) {
        activity.begin()
        sessions.replace(
            with: Task {
                await list(query)
                activity.end()
            })
    }

    private func list(_ query: SessionQuery) async {
        do throws(LibraryProblem) {
            let filter = SessionFilter(text: query.text)
            let found = try await world.archive.window(
                query.request.range, where: filter, by: world.localTime)
            if let found {
                mailbox.post(.sessions(found, for: query))
            } else {
                mailbox.post(.sessionsUnread(.noLibrary))
            }
        } catch {
            if error.kind == .cancelled { return }
            mailbox.post(.sessionsUnread(.unread(.theSessions, error)))
        }
    }

    /// Beside the others: what is saved meanwhile need not wait for it.
    func loadTraffic(of exchange: ExchangeID) {
        activity.begin()
        Task {
            let stored = await read(.lastTraffic) {
                archive throws(LibraryProblem) in try await archive.exchange(exchange)
            }
            if let stored = stored ?? nil { await show(RecordedExchange(stored), exchange) }
            activity.end()
        }
    }

    /// Beside the others, too: a session is shown before each of its answers was looked at.
    func loadChoices(of session: SessionID) {
        activity.begin()
        Task {
            let found = await read(.session(session)) { archive throws(LibraryProblem) in
                try await archive.choices(of: session)
            }
            if let found, !found.isEmpty { mailbox.post(.choices(found, of: session)) }
            activity.end()
        }
    }

    /// A recorded exchange: its events again, made of its bytes as they were made the first time.
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
            mailbox.post(.traffic(exchange, events, part), weight: events.weight)
            await mailbox.room()
            isFirst = false
        }
        world.giveBackMemory()
    }
}
