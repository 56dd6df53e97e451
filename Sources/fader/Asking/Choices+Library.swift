import Glibc
import SessionLibrary

extension Choices {
    /// The library for a command that only looks; `nil` when there is none yet, which is no mistake
    /// unless it was named.
    func openLibraryToRead() throws -> Library? {
        let path = try Preferences(self).libraryFile(self)
        guard access(path, F_OK) == 0 else {
            if library != nil { throw CommandProblem("there is no library \(path)") }
            return nil
        }
        return try openLibrary(at: path)
    }

    /// Where the library lies, which must be there.
    func libraryThatIsThere() throws -> String {
        let path = try Preferences(self).libraryFile(self)
        guard access(path, F_OK) == 0 else { throw CommandProblem("there is no library \(path)") }
        return path
    }

    /// The library to record in; made when it is not there.
    func openLibraryToRecord(_ preferences: Preferences) throws -> Library {
        let library = try openLibrary(at: preferences.libraryFile(self))
        if let refusal = library.refusal {
            throw CommandProblem(
                "nothing can be recorded. \(refusal.sentence)\n--no-library sends without.")
        }
        return library
    }

    private func openLibrary(at path: String) throws -> Library {
        do throws(LibraryProblem) {
            return try Library.open(at: path)
        } catch {
            throw CommandProblem("\(error.sentence)\n--library FILE names another one.")
        }
    }
}
