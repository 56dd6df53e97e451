package import ChatCompletions
package import Conversations
package import SessionLibrary

/// Drafts that wait for another program that holds the library.
struct WaitingDrafts {
    /// The last one, or that there is none.
    var last: (draft: Draft?, time: Timestamp)?
    /// Those that are wanted no more.
    var stale: [String] = []
}

extension Archive {
    /// Drafts are no part of a session: what cannot be kept is said, and the next one tried afresh.
    /// Only for another program they wait, the last one of them.
    package func keep(_ draft: Draft?, at time: Timestamp) throws(LibraryProblem) {
        waitingDrafts.last = (draft, time)
        guard let library, !library.isReadOnly, problem == nil else { return }
        do throws(LibraryProblem) {
            try library.keep(draft, at: time)
            waitingDrafts.last = nil
        } catch {
            guard error.kind == .busy else { throw error }
            wait(because: error)
        }
    }

    package func forgetDraft(_ id: String) {
        do throws(LibraryProblem) {
            try library?.forget(draft: id)
        } catch {
            guard error.kind == .busy else { return }
            waitingDrafts.stale.append(id)
            wait(because: error)
        }
    }

    func catchUpWithDrafts() {
        let stale = waitingDrafts.stale
        waitingDrafts.stale = []
        for id in stale { forgetDraft(id) }
        if let (draft, time) = waitingDrafts.last { try? keep(draft, at: time) }
    }
}
