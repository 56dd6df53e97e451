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
    var waitingDrafts = WaitingDrafts()
    /// Why turns wait; `nil` when none do.
    var problem: LibraryProblem?
    /// The library will never be opened; what there is to save is let go.
    private(set) var isHopeless = false
    private var opened = Timestamp(milliseconds: 0)
    var openedLate: @Sendable (Hindrance?) -> Void = { _ in }
    private var progress: @Sendable (OpeningProgress) -> Void = { _ in }
    private var inspection: Task<Void, Never>?
    var retry: Task<Void, Never>?
    var isResting = false
    var isClosing = false

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

    /// With another program that holds the library: somebody waits for what comes next, and what
    /// could not be saved is tried again soon.
    static let patience = 0.25
    /// How often it is tried at the end, after which what waits is lost.
    private static let lastTries = 3
    /// At a start: without the library there is little to be shown.
    private static let firstPatience = 1.0

    /// Opens the library. What cannot be opened is said, and everything goes on without; where that
    /// may change, it is tried again.
    ///
    /// - Parameters:
    ///   - report: told of what is not saved, and `nil` when all is.
    ///   - openedLate: called when trying again has helped.
    ///   - progress: told how far an older version's library is brought up to date, where that takes
    ///     longer than a second.
    /// - Returns: why nothing is saved, if nothing is.
    package func open(
        at now: Timestamp, report: @escaping @Sendable (LibraryProblem?) -> Void,
        openedLate: @escaping @Sendable (Hindrance?) -> Void = { _ in },
        progress: @escaping @Sendable (OpeningProgress) -> Void = { _ in }
    ) async -> Hindrance? {
        trouble.onChange(report)
        opened = now
        self.openedLate = openedLate
        self.progress = progress
        do throws(LibraryProblem) {
            return try await openLibrary(patience: Self.firstPatience)
        } catch {
            return goOnWithout(error)
        }
    }

    func openLibrary(patience: Double) async throws(LibraryProblem) -> Hindrance? {
        guard let path, library == nil else { return nil }
        // Off the actor: it may take seconds.
        let opening = Task.detached { [progress] () -> Result<Library, LibraryProblem> in
            do throws(LibraryProblem) {
                return .success(
                    try Library.open(
                        at: path, patience: patience, later: Self.patience, progress: progress))
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

    func goOnWithout(_ error: LibraryProblem) -> Hindrance {
        if error.isPassing {
            wait(because: error)
        } else {
            isHopeless = true
            backlog.removeAll()
            trouble.set(error, of: .archive)
        }
        return Hindrance(error, isForNow: error.isPassing)
    }

    /// What cannot be erased now is at the next start.
    private func eraseDeleted() {
        guard let library, !library.isReadOnly, problem == nil else { return }
        try? library.eraseDeleted()
    }

    /// Saves what can be saved; ``unsaved`` says what could not.
    package func close() async {
        isClosing = true
        // Only its sleep is cut short: what it writes is not.
        if isResting { retry?.cancel() }
        await retry?.value
        // What another program does to the library seldom takes longer.
        for _ in 0..<Self.lastTries where problem != nil { await catchUp() }
        inspection?.cancel()
        await recorder?.close()
        eraseDeleted()
        library = nil
    }
}
