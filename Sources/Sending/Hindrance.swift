package import SessionLibrary

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
