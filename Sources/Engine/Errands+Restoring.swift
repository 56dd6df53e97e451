import ChatCompletions
import Conversations
import Sending
import SessionLibrary
import Workbench

/// What a start finds in the library.
extension Errands {
    func restore(_ launch: Launch) async {
        let mailbox = mailbox
        let hindrance = await world.archive.open(at: world.clock()) { problem in
            mailbox.post(.libraryProblem(problem?.sentence))
        } openedLate: { [weak self] hindrance in
            guard let self else { return }
            if let hindrance { mailbox.post(.notice(Notice(hindrance))) }
            activity.begin()
            Task {
                await self.show(launch, isLate: true)
                self.activity.end()
            }
        } progress: {
            mailbox.post(.notice(Notice($0)))
        }
        if let hindrance { mailbox.post(.notice(Notice(hindrance))) }
        if await world.archive.isOpen { await show(launch, isLate: false) }
    }

    /// - Parameter isLate: something may have been begun meanwhile; drafts then wait for the next start.
    private func show(_ launch: Launch, isLate: Bool) async {
        await listSystemPrompts()
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
    func resume(_ session: SessionID?) async {
        let draft = await drafts().first { $0.draft.session == session }
        if let draft { mailbox.post(.draft(draft)) }
    }
}

extension KeptDraft {
    fileprivate func isNewer(than session: Session?) -> Bool {
        session.map { updated.milliseconds > $0.updated.milliseconds } ?? true
    }
}

extension Notice {
    fileprivate init(_ progress: OpeningProgress) {
        switch progress.stage {
        case .copying: self.init(.copyingLibrary(progress.fraction))
        case .migrating: self.init(.migratingLibrary)
        }
    }

    fileprivate init(_ hindrance: Hindrance) {
        let problem = hindrance.problem
        self.init(
            hindrance.isForNow ? .nothingIsSavedYet(problem) : .nothingIsSaved(problem),
            isError: true)
    }
}
