import SessionLibrary

/// What could not be saved is tried again every second.
extension Archive {
    func wait(because error: LibraryProblem) {
        problem = error
        trouble.set(error, of: .archive)
        guard retry == nil, !isClosing else { return }
        retry = Task {
            while problem != nil, !isClosing {
                isResting = true
                try? await Task.sleep(for: .seconds(1))
                isResting = false
                if !isClosing { await catchUp() }
            }
            retry = nil
        }
    }

    func catchUp() async {
        do throws(LibraryProblem) {
            let isLate = library == nil
            let hindrance = try await openLibrary(patience: Self.patience)
            if isLate { openedLate(hindrance) }
            try await saveBacklog()
        } catch {
            if library == nil { return didNotOpen(error) }
        }
        guard library != nil, backlog.isEmpty else { return }
        problem = nil
        catchUpWithDrafts()
        guard problem == nil else { return }
        trouble.set(nil, of: .archive)
        await recorder?.release()
    }

    /// Or not at all: somebody may have put another file there.
    private func didNotOpen(_ error: LibraryProblem) {
        if error.isPassing { return wait(because: error) }
        problem = nil
        openedLate(goOnWithout(error))
    }
}
