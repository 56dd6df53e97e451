import ChatCompletions
import Conversations
import Glibc
import SessionLibrary

extension Choices {
    /// The library for a command that only looks; `nil` when there is none yet, which is no mistake
    /// unless it was named.
    func openLibraryToRead(_ preferences: Preferences? = nil) throws -> Library? {
        let path = try (preferences ?? Preferences(self)).libraryFile(self)
        guard access(path, F_OK) == 0 else {
            if library != nil { throw CommandProblem(.noLibrary(at: path)) }
            return nil
        }
        return try openLibrary(at: path)
    }

    /// A session by its id.
    ///
    /// - throws: `CommandProblem` when there is none.
    func session(_ id: String, _ preferences: Preferences? = nil) throws -> Session {
        let library = try openLibraryToRead(preferences)
        guard let session = try library?.session(SessionID(rawValue: id)) else {
            throw CommandProblem(.noSession(id))
        }
        return session
    }

    /// The session that was changed last.
    ///
    /// - throws: `CommandProblem` when there is none.
    func latestSession(_ preferences: Preferences) throws -> Session {
        let library = try openLibraryToRead(preferences)
        guard let latest = try library?.sessions(limit: 1).first,
            let session = try library?.session(latest.id)
        else { throw CommandProblem(.noSessionYet) }
        return session
    }

    /// Where the library lies, which must be there.
    func libraryThatIsThere() throws -> String {
        let path = try Preferences(self).libraryFile(self)
        guard access(path, F_OK) == 0 else { throw CommandProblem(.noLibrary(at: path)) }
        return path
    }

    /// The library to record in; made when it is not there.
    ///
    /// - Throws: `LibraryProblem` for a library that cannot be reached, a full disk or a lock, which
    ///   costs no answer; `CommandProblem` for one that is there and is not to be written to.
    func openLibraryToRecord(_ preferences: Preferences) throws -> Library {
        let library: Library
        do throws(LibraryProblem) {
            library = try Library.open(at: preferences.libraryFile(self))
        } catch {
            if error.isPassing { throw error }
            throw Self.problem(error)
        }
        if let refusal = library.refusal {
            throw CommandProblem(.cannotRecord(refusal))
        }
        return library
    }

    private func openLibrary(at path: String) throws -> Library {
        do throws(LibraryProblem) {
            return try Library.open(at: path)
        } catch {
            throw Self.problem(error)
        }
    }

    private static func problem(_ error: LibraryProblem) -> CommandProblem {
        CommandProblem(.nameAnotherLibrary(error))
    }
}
