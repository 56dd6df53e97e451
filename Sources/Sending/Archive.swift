package import ChatCompletions
package import SessionLibrary

/// The session library as those who send use it: opened late, and never the reason that nothing
/// works.
///
/// What cannot be saved for now, on a full disk or in a library that cannot be opened, is kept and
/// tried again every second, in order: turns here, what belongs to exchanges in the recorder. Of
/// each 32 MiB wait at most.
package actor Archive {
    private let path: String?
    var library: Library?
    let recorder: Recorder?
    let trouble: Trouble
    var backlog = Backlog()
    /// Why turns wait; `nil` when none do.
    var problem: LibraryProblem?
    /// The library will never be opened; what there is to save is let go.
    private(set) var isHopeless = false
    private var opened = Timestamp(milliseconds: 0)
    private var openedLate: @Sendable (Hindrance?) -> Void = { _ in }
    private var inspection: Task<Void, Never>?
    private var retry: Task<Void, Never>?
    private var isResting = false
    private var isClosing = false

    /// - Parameter path: of a library that ``open(at:report:openedLate:)`` opens; `nil` records
    ///   nothing.
    package init(path: String?) {
        self.path = path
        let trouble = Trouble()
        self.trouble = trouble
        recorder = path.map { _ in Recorder { trouble.set($0, of: .recorder) } }
    }

    /// An archive of a library that is open.
    package init(_ library: Library) {
        path = nil
        self.library = library
        let trouble = Trouble()
        self.trouble = trouble
        recorder = Recorder(library) { trouble.set($0, of: .recorder) }
    }

    package var isOpen: Bool { library != nil }
    /// Why something is not saved.
    package nonisolated var unsaved: LibraryProblem? { trouble.current }

    // MARK: Opening

    /// Opens the library. What cannot be opened is said, and everything goes on without; where that
    /// may change, it is tried again.
    ///
    /// - Parameters:
    ///   - report: told of what is not saved, and `nil` when all is.
    ///   - openedLate: called when trying again has helped.
    /// - Returns: why nothing is saved, if nothing is.
    package func open(
        at now: Timestamp, report: @escaping @Sendable (LibraryProblem?) -> Void,
        openedLate: @escaping @Sendable (Hindrance?) -> Void = { _ in }
    ) async -> Hindrance? {
        trouble.onChange(report)
        opened = now
        self.openedLate = openedLate
        do throws(LibraryProblem) {
            return try await openLibrary(patience: Library.patience)
        } catch {
            return goOnWithout(error)
        }
    }

    private func openLibrary(patience: Double) async throws(LibraryProblem) -> Hindrance? {
        guard let path, library == nil else { return nil }
        // Off the actor: it may take seconds.
        let opening = Task.detached { () -> Result<Library, LibraryProblem> in
            do throws(LibraryProblem) {
                return .success(try Library.open(at: path, patience: patience))
            } catch {
                return .failure(error)
            }
        }
        let library = try await opening.value.get()
        self.library = library
        await recorder?.open(library)
        inspect(library)
        guard let refusal = library.refusal else { return nil }
        trouble.set(refusal, of: .archive)
        return Hindrance(refusal, isForNow: false)
    }

    /// Beside everything else; what is found stops the writing and is said.
    private func inspect(_ library: Library) {
        inspection = Task.detached(priority: .background) { [trouble, opened] in
            do throws(LibraryProblem) {
                try await library.inspect(at: opened) {
                    try? await Task.sleep(for: .milliseconds(10))
                }
            } catch {
                if error.kind == .damaged { trouble.set(error, of: .archive) }
            }
        }
    }

    private func goOnWithout(_ error: LibraryProblem) -> Hindrance {
        if error.isPassing {
            wait(because: error)
        } else {
            isHopeless = true
            backlog.removeAll()
            trouble.set(error, of: .archive)
        }
        return Hindrance(error, isForNow: error.isPassing)
    }

    // MARK: Trying again

    /// What is to be saved waits, and is tried again every second.
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

    private func catchUp() async {
        do throws(LibraryProblem) {
            let isLate = library == nil
            let hindrance = try await openLibrary(patience: 0.25)
            if isLate { openedLate(hindrance) }
            try await saveBacklog()
        } catch {
            if library == nil { return didNotOpen(error) }
        }
        guard library != nil, backlog.isEmpty else { return }
        problem = nil
        trouble.set(nil, of: .archive)
        await recorder?.release()
    }

    /// Or not at all: somebody may have put another file there.
    private func didNotOpen(_ error: LibraryProblem) {
        if error.isPassing { return wait(because: error) }
        problem = nil
        openedLate(goOnWithout(error))
    }

    /// Saves what can be saved; ``unsaved`` says what could not.
    package func close() async {
        isClosing = true
        // Only its sleep is cut short: what it writes is not.
        if isResting { retry?.cancel() }
        await retry?.value
        if problem != nil { await catchUp() }
        inspection?.cancel()
        await recorder?.close()
        library = nil
    }
}

/// Why a library that was to be opened keeps nothing.
package struct Hindrance: Sendable {
    package let problem: LibraryProblem
    /// It is tried again.
    package let isForNow: Bool

    init(_ problem: LibraryProblem, isForNow: Bool) {
        self.problem = problem
        self.isForNow = isForNow
    }
}
